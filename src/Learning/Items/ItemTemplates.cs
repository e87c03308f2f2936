using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using LiveClass.Learning.Items.Reading;

namespace LiveClass.Learning.Items;

/// <summary>A set of templates by id and difficulty.</summary>
public sealed class ItemTemplates
{
    /// <summary>What the address of a built-in item begins with.</summary>
    public const string Scheme = "liveclass:";

    private static readonly Lazy<ItemTemplates> OfProgram = new(ReadShipped);
    private readonly FrozenDictionary<(string Id, int Level), ItemTemplate> templates;

    private ItemTemplates(ImmutableArray<SkillSource> skills)
    {
        Progression = [.. skills.Select(skill =>
            new BuiltInSkill(skill.Id, skill.Code, skill.Tile, skill.SpanishTile, skill.English, skill.Spanish, skill.Needs))];
        All = [.. skills.SelectMany(skill => skill.Templates).SelectMany(source => Enumerable.Range(1, 3).Select(level => new ItemTemplate(source, level)))];
        templates = All.ToFrozenDictionary(template => (template.Id, template.Level));
    }

    /// <summary>The templates that come with the program.</summary>
    public static ItemTemplates Shipped => OfProgram.Value;

    /// <summary>All of them, by skill, template and difficulty.</summary>
    public ImmutableArray<ItemTemplate> All { get; }

    /// <summary>Their skills, each after those that it needs.</summary>
    public ImmutableArray<BuiltInSkill> Progression { get; }

    /// <summary>Reads skill files; each entry is a file's name and text.</summary>
    /// <exception cref="ItemTemplateException">A file cannot be read; says which line and why.</exception>
    public static ItemTemplates Read(IEnumerable<KeyValuePair<string, string>> files) =>
        new([.. files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => SkillReader.Read(file.Key, file.Value))]);

    /// <summary>Finds a template at a difficulty.</summary>
    public bool TryFind(string id, int level, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ItemTemplate? template) =>
        templates.TryGetValue((id, level), out template);

    /// <summary>Finds the template of an item's address, <c>liveclass:k05a/2</c>; false for any other address.</summary>
    public bool TryFindUrl(string? url, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ItemTemplate? template)
    {
        template = null;
        if (url is null || !url.StartsWith(Scheme, StringComparison.Ordinal)) return false;
        return url[Scheme.Length..].Split('/') is [var id, var level]
            && int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var difficulty)
            && TryFind(id, difficulty, out template);
    }

    private static ItemTemplates ReadShipped()
    {
        var assembly = typeof(ItemTemplates).Assembly;
        return Read(assembly.GetManifestResourceNames().Where(name => name.EndsWith(".items", StringComparison.Ordinal)).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return KeyValuePair.Create(name, reader.ReadToEnd());
        }));
    }
}
