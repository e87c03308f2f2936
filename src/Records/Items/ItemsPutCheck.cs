using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Classrooms;

namespace LiveClass.Records.Items;

/// <summary>What can be said against a body of items without looking at any row.</summary>
internal static class ItemsPutCheck
{
    private const int MostItems = 10_000, MostOptions = 100, LongestUrl = 2_000;
    private const double MostMinutes = 600;

    public static PutRefusal? Find(ItemsPut body)
    {
        if (body.Items.Count == 0) return new(PutRefusal.EmptyList, "There are no items in the body.");
        if (body.Items.Count > MostItems) return new(PutRefusal.TooMany, $"There are {body.Items.Count} items; {MostItems} are taken at most. Send them in parts.");
        var seen = new HashSet<string>(body.Items.Count, StringComparer.Ordinal);
        for (var i = 0; i < body.Items.Count; i++)
        {
            if (!RecordId.IsValid(body.Items[i].Id)) return new(PutRefusal.BadId, $"Entry {i} of items: an id is 1-64 characters [A-Za-z0-9._:-].");
            if (!seen.Add(body.Items[i].Id)) return new(PutRefusal.DuplicateId, $"'{body.Items[i].Id}' stands twice in items.");
            if (Find(body.Items[i]) is { } refusal) return refusal;
        }

        return null;
    }

    private static PutRefusal? Find(ItemPut item) => item switch
    {
        { Skills.Count: 0 } => new(PutRefusal.MissingField, $"The item '{item.Id}' needs at least one skill; leave skills out to keep its own."),
        { Skills.Count: > SkillSet.Capacity } => new(PutRefusal.TooMany, $"The item '{item.Id}' has more than {SkillSet.Capacity} skills."),
        { Skills: not null } when item.Skills.Distinct(StringComparer.Ordinal).Count() < item.Skills.Count =>
            new(PutRefusal.DuplicateId, $"The item '{item.Id}' names a skill twice."),
        { Kind: { } kind } when kind == EvidenceKind.Observed || !Enum.IsDefined(kind) =>
            new(PutRefusal.BadNumber, $"The kind of the item '{item.Id}' must be practice, formative, interim or summative."),
        { Options: < 0 or > MostOptions } => new(PutRefusal.BadNumber, $"The options of the item '{item.Id}' must be 0 to {MostOptions}."),
        { Minutes: { } minutes } when !(minutes is >= 0 and <= MostMinutes) =>
            new(PutRefusal.BadNumber, $"The minutes of the item '{item.Id}' must be 0 to {MostMinutes}."),
        { Url: { Length: > 0 } url } when !IsAddress(url) =>
            new(PutRefusal.BadUrl, $"The url of the item '{item.Id}' must be http(s), a path that starts with one '/', or a built-in 'liveclass:TEMPLATE/LEVEL', {LongestUrl} characters at most."),
        _ => null,
    };

    // A link that a student's page may follow: no script, no other host behind two slashes. Or a template of the server's own.
    private static bool IsAddress(string url) =>
        RecordId.IsText(url, LongestUrl) && !url.Contains('\\', StringComparison.Ordinal)
        && (IsBuiltIn(url)
            || (url[0] == '/' && !url.StartsWith("//", StringComparison.Ordinal))
            || (Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)));

    // Whether there is such a template is known where forms are made; without one the item has none.
    private static bool IsBuiltIn(string url) =>
        url.StartsWith("liveclass:", StringComparison.Ordinal) && url["liveclass:".Length..].Split('/') is [{ Length: > 0 and <= 40 } template, ['1' or '2' or '3']]
        && template.All(char.IsAsciiLetterOrDigit);
}
