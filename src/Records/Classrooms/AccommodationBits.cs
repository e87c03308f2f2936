using System.Collections.Immutable;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Records.Classrooms;

/// <summary>Accommodations as one number in a row: a bit for each, by its value.</summary>
internal static class AccommodationBits
{
    private static readonly Accommodation[] All = Enum.GetValues<Accommodation>();

    // The same numbers are the same list, so that records that say the same are equal.
    private static readonly ImmutableArray<Accommodation>[] Lists =
        [.. Enumerable.Range(0, 1 << All.Length).Select(bits => ImmutableArray.Create(Array.FindAll(All, one => (bits & (1 << (int)one)) != 0)))];

    /// <summary>The number of a list. Of two sizes of type the larger counts.</summary>
    public static int Of(IReadOnlyCollection<Accommodation> list) => list
        .Where(one => one != Accommodation.LargerType125 || !list.Contains(Accommodation.LargerType150))
        .Aggregate(0, (bits, one) => bits | (1 << (int)one));

    /// <summary>The list of a number, in the order of the values; what this version does not know is left out.</summary>
    public static ImmutableArray<Accommodation> Read(int bits) => Lists[bits & (Lists.Length - 1)];
}
