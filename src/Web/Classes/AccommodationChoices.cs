using System.Collections.Immutable;
using System.Text.Json;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Web.Classes;

/// <summary>Accommodations as a form offers them: a box for each, and the size of the letters as one choice.</summary>
internal static class AccommodationChoices
{
    /// <summary>The name of the boxes.</summary>
    public const string Box = "accommodation";

    /// <summary>The name of the choice of a size.</summary>
    public const string Size = "size";

    /// <summary>What a box is for.</summary>
    public static ImmutableArray<Accommodation> Boxes { get; } = [Accommodation.ExtraTime, Accommodation.ReadAloud, Accommodation.FewerItems, Accommodation.Calm];

    /// <summary>The sizes to choose from, beside the usual one.</summary>
    public static ImmutableArray<Accommodation> Sizes { get; } = [Accommodation.LargerType125, Accommodation.LargerType150];

    /// <summary>Its word on the wire and in the keys of sentences.</summary>
    public static string WordOf(Accommodation one) => JsonNamingPolicy.CamelCase.ConvertName(one.ToString());

    /// <summary>What was ticked; what is no accommodation counts for nothing.</summary>
    public static IReadOnlyList<Accommodation> Read(IFormCollection form) =>
    [
        .. Boxes.Where(one => form[Box].Contains(WordOf(one))),
        .. Sizes.Where(one => form[Size] == WordOf(one)),
    ];
}
