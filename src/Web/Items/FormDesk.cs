using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Items;
using LiveClass.Records.Items;

namespace LiveClass.Web.Items;

/// <summary>
/// Makes and scores forms of built-in items. What was made last is kept: a form is asked for once and scored soon after. At most twice
/// <see cref="MostKept"/> forms are held, a few KB each.
/// </summary>
internal sealed class FormDesk
{
    private const int MostKept = 512;
    private readonly Lock gate = new();
    private Dictionary<(string Url, long Seed, Language Language), ItemForm> newer = [];
    private Dictionary<(string Url, long Seed, Language Language), ItemForm> older = [];

    /// <summary>The form of a seed with its key; null where the address is not that of a built-in item.</summary>
    public ItemForm? Form(string? url, long seed, Language language)
    {
        if (!ItemTemplates.Shipped.TryFindUrl(url, out var template)) return null;
        var asked = (template.Url, seed, language);
        lock (gate)
        {
            if (newer.TryGetValue(asked, out var kept) || older.TryGetValue(asked, out kept)) return kept;
        }

        var form = template.Generate(seed, language);
        lock (gate)
        {
            if (newer.Count >= MostKept) (older, newer) = (newer, []);
            newer[asked] = form;
        }

        return form;
    }

    /// <summary>
    /// The form of an item as its student may have it: the key comes with it for practice alone, since what a check asks is scored by the
    /// server. Null where the item is not a built-in one.
    /// </summary>
    public ItemForm? Of(ItemRecord item, long seed, Language language)
    {
        if (Form(item.Url, seed, language) is not { } form) return null;
        form = form with { Item = item.Id };
        return item.Kind == EvidenceKind.Practice ? form : form.WithoutKey();
    }

    /// <summary>What a response to the form of a seed is worth, in any language; null where the address is not that of a built-in item.</summary>
    public ResponseScore? Score(string? url, long seed, string response) =>
        Form(url, seed, Language.English) is { } form ? ResponseScorer.Score(form, response) : null;
}
