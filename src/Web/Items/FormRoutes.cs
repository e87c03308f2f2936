using System.Globalization;
using LiveClass.Learning.Items;
using LiveClass.Records.Items;
using LiveClass.Web.Access;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Items;

/// <summary><c>GET /api/v1/items/{id}/forms/{seed}?language=en|es</c>: one generated instance of a built-in item.</summary>
internal static class FormRoutes
{
    /// <summary>Devices draw their seeds up to here: a number that JavaScript holds exactly.</summary>
    public const long LargestSeed = 1L << 52;

    // A seed's form changes only with the program or when the item is sent anew: a day is longer than any lesson.
    private const string Kept = "private, max-age=86400, immutable";

    /// <summary>The form.</summary>
    public static IResult Get(string id, string seed, HttpContext context, ItemDirectory items, FormDesk forms, string? language = null)
    {
        if (!long.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > LargestSeed)
            return Refused($"The seed must be a whole number from 1 to {LargestSeed}.");
        var tag = Language.English;
        if (language is not null && !LanguageTags.TryRead(language, out tag)) return Refused("The language must be en or es.");
        if (!items.TryFind(Caller.Of(context.User).School, id, out var item)) return new ProblemResult(ProblemCodes.UnknownItem);
        if (forms.Of(item, number, tag) is not { } form) return new ProblemResult(ProblemCodes.NotBuiltIn);
        context.Response.Headers.CacheControl = Kept;
        return Results.Json(form, FormJson.Default.ItemForm);
    }

    private static ProblemResult Refused(string detail) => new(new Problem(ProblemCodes.BadArgument, detail));
}
