using System.Collections.Immutable;
using LiveClass.Learning.Items.Texts;

namespace LiveClass.Learning.Items.Reading;

/// <summary>Reads a skill's file. The language is described in docs/items.md.</summary>
internal static class SkillReader
{
    public static SkillSource Read(string file, string text)
    {
        var lines = Outline.Read(file, text);
        var head = lines.Where(line => line.Key.StartsWith("skill ", StringComparison.Ordinal)).ToArray() is [var only] && only == lines[0]
            ? only
            : throw new ItemTemplateException(file, 1, "The first line must be 'skill ID', once.");
        var id = head.Key[6..].Trim();
        var misconceptions = new Dictionary<string, Misconception>(StringComparer.Ordinal);
        var templates = ImmutableArray.CreateBuilder<TemplateSource>();
        foreach (var line in lines.Skip(1))
        {
            var words = line.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["misconception", var name])
            {
                if (!misconceptions.TryAdd(name, new Misconception(name, TextsUnder(line)))) throw line.Fault($"The misconception {name} is here twice.");
            }
            else if (words is ["template", var template, var type])
            {
                if (!template.StartsWith(id, StringComparison.Ordinal)) throw line.Fault($"A template of {id} has an id that begins with {id}.");
                templates.Add(TemplateReader.Read(line, id, template, type, misconceptions));
            }
            else
            {
                throw line.Fault("Here stands 'misconception ID' or 'template ID TYPE'.");
            }
        }

        var (english, spanish) = NamesUnder(head, "name");
        var (tile, spanishTile) = NamesUnder(head, "tile");
        return new SkillSource(
            id, Field(head, "code"), tile, spanishTile, english, spanish,
            [.. Field(head, "needs", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], templates.ToImmutable());
    }

    /// <summary>The texts <c>en</c> and <c>es</c>, or <c>all</c> for both. A second line of a language begins a new line.</summary>
    public static LocalText TextsUnder(Line line) => new(TextUnder(line, "en"), TextUnder(line, "es"));

    private static (string English, string Spanish) NamesUnder(Line head, string key)
    {
        var names = head.Under.FirstOrDefault(line => line.Key == key) ?? throw head.Fault($"A skill has a '{key}' with en and es.");
        var both = names.Under.FirstOrDefault(line => line.Key == "all")?.Rest;
        return (Field(names, "en", both), Field(names, "es", both));
    }

    private static TextPattern TextUnder(Line line, string language)
    {
        var found = line.Under.Where(under => under.Key == language || under.Key == "all").ToArray();
        if (found.Length == 0) throw line.Fault($"'{line.Key}' has no text for {language}. Write 'en:' and 'es:' under it, or 'all:'.");
        return line.Read(() => TextPattern.Read(string.Join('\n', found.Select(under => under.Rest))));
    }

    private static string Field(Line line, string key, string? otherwise = null) =>
        line.Under.FirstOrDefault(under => under.Key == key)?.Rest ?? otherwise ?? throw line.Fault($"'{line.Key}' has no '{key}:'.");
}
