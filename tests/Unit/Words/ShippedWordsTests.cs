using System.Text.RegularExpressions;
using LiveClass.Tests.Unit.House;
using LiveClass.Web.Words;

namespace LiveClass.Tests.Unit.Words;

/// <summary>The texts of both languages, against each other and against the sources that say them.</summary>
public sealed partial class ShippedWordsTests
{
    [Fact]
    public void Every_language_has_every_text()
    {
        var english = WordBook.Shipped.KeysOf("en").Order(StringComparer.Ordinal).ToList();
        foreach (var (language, _) in WordBook.Spoken)
            Assert.Equal(english, WordBook.Shipped.KeysOf(language).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_text_has_the_same_places_in_every_language()
    {
        var differing = WordBook.Shipped.KeysOf("en")
            .Where(key => !Places("en", key).SetEquals(Places("es", key)))
            .ToList();
        Assert.Empty(differing);

        static HashSet<string> Places(string language, string key) =>
            [.. PlacePattern().Matches(WordBook.Shipped.Find(language, key)!).Select(match => match.Value)];
    }

    [Fact]
    public void No_text_is_empty_and_a_key_stands_in_its_areas_file()
    {
        foreach (var (language, _) in WordBook.Spoken)
        {
            Assert.DoesNotContain(WordBook.Shipped.KeysOf(language), key => string.IsNullOrWhiteSpace(WordBook.Shipped.Find(language, key)));
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf("src", "Web", "Words", language), "*.json"))
            {
                var area = Path.GetFileNameWithoutExtension(file) + ".";
                Assert.All(KeyPattern().Matches(File.ReadAllText(file)), key => Assert.StartsWith(area, key.Groups["key"].Value, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void What_the_sources_say_exists()
    {
        var known = WordBook.Shipped.KeysOf("en").ToHashSet(StringComparer.Ordinal);
        var missing = SourceFiles()
            .SelectMany(file => SaidPattern().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Key: match.Groups["key"].Value)))
            .Where(said => !known.Contains(said.Key))
            .ToList();
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_text_is_said_somewhere()
    {
        var sources = string.Concat(SourceFiles().Select(File.ReadAllText));
        var unsaid = WordBook.Shipped.KeysOf("en").Where(key => !IsSaid(key)).ToList();
        Assert.Empty(unsaid);

        // Said whole, or by a start that ends in a dot and a part that the code puts in: `live.help.` + reason. Misconceptions: `miss.` + id.
        bool IsSaid(string key)
        {
            var text = key.EndsWith(".one", StringComparison.Ordinal) ? key[..^4] : key;
            if (sources.Contains($"\"{text}\"", StringComparison.Ordinal) || sources.Contains($"'{text}'", StringComparison.Ordinal)) return true;
            var start = text[..(text.LastIndexOf('.') + 1)];
            return (start == "miss." || start.Count(letter => letter == '.') > 1)
                && (sources.Contains($"\"{start}{{", StringComparison.Ordinal) || sources.Contains($"`{start}${{", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> SourceFiles() =>
        new[] { "*.cs", "*.razor", "*.ts" }.SelectMany(pattern => Repository.Files("src/Web", pattern))
            .Where(file => !file.StartsWith("src/Web/Scripts/tests/", StringComparison.Ordinal))
            .Select(file => Repository.PathOf(file));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex PlacePattern();

    [GeneratedRegex("^\\s*\"(?<key>[^\"]+)\":", RegexOptions.Multiline)]
    private static partial Regex KeyPattern();

    // Words["a.b"], Words.Say("a.b", …), say('a.b').
    [GeneratedRegex("(?:Words\\[\"|Words\\.Say\\(\"|\\bsay\\(')(?<key>[a-zA-Z0-9.-]+)[\"']")]
    private static partial Regex SaidPattern();
}
