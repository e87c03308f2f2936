using System.Collections.Frozen;
using System.Text.Json;

namespace LiveClass.Web.Words;

/// <summary>Every text that people see, in each language that LiveClass speaks. Kept in <c>Words/LANGUAGE/AREA.json</c>, flat keys.</summary>
public sealed class WordBook
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> languages;

    private WordBook(Dictionary<string, Dictionary<string, string>> languages) => this.languages = languages.ToFrozenDictionary(
        language => language.Key, language => language.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The language of whoever speaks none of ours.</summary>
    public const string Default = "en";

    /// <summary>
    /// A language that nobody speaks: English, each text between ⟦ and ⟧. On a page in it whatever stands outside of these is not translated.
    /// </summary>
    public const string Marked = "qps";

    /// <summary>The languages that people can choose, each with its name in itself.</summary>
    public static IReadOnlyList<(string Language, string Name)> Spoken { get; } = [("en", "English"), ("es", "Español")];

    /// <summary>The texts that LiveClass comes with.</summary>
    public static WordBook Shipped { get; } = Load();

    /// <summary>The keys of a language.</summary>
    public IEnumerable<string> KeysOf(string language) => languages[language].Keys;

    /// <summary>A text; null where there is none of that key. A language that is not ours reads English.</summary>
    public string? Find(string language, string key)
    {
        if (language == Marked) return Find(Default, key) is { } text ? $"⟦{text}⟧" : null;
        return languages.GetValueOrDefault(language, languages[Default]).GetValueOrDefault(key);
    }

    /// <summary>The keys of an area with their texts in a language.</summary>
    public IEnumerable<KeyValuePair<string, string>> Area(string language, string area)
    {
        var start = area + ".";
        return KeysOf(Default)
            .Where(key => key.StartsWith(start, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(key => KeyValuePair.Create(key, Find(language, key) ?? key));
    }

    private static WordBook Load()
    {
        var texts = Spoken.ToDictionary(spoken => spoken.Language, _ => new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        var assembly = typeof(WordBook).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            // words/LANGUAGE/AREA.json, as the project file names them.
            var parts = name.Split('/');
            if (parts is not ["words", var language, _]) continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                texts[language].Add(key, text);
        }

        return new WordBook(texts);
    }
}
