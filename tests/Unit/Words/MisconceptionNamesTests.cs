using System.Text.RegularExpressions;
using LiveClass.Tests.Unit.House;
using LiveClass.Web.Words;

namespace LiveClass.Tests.Unit.Words;

/// <summary>What a teacher reads of a misconception: short names for those of the built-in items.</summary>
public sealed partial class MisconceptionNamesTests
{
    private const string Area = "miss.";
    private const int MostWords = 5;

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_misconception_of_the_built_in_items_has_a_name_and_no_name_is_left_over(string language)
    {
        var known = Repository.Files("src/Learning/Items/Templates", "*.items")
            .SelectMany(file => MisconceptionPattern().Matches(File.ReadAllText(Repository.PathOf(file))))
            .Select(match => match.Groups["id"].Value)
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(known.Order(StringComparer.Ordinal), Names(language).Select(key => key[Area.Length..]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void A_name_is_a_few_words_that_fit_into_a_sentence(string language) =>
        Assert.All(Names(language), key =>
        {
            var name = WordBook.Shipped.Find(language, key)!;
            Assert.InRange(name.Split(' ').Length, 2, MostWords);
            Assert.True(char.IsLower(name[0]) && char.IsLetter(name[^1]), name);
        });

    private static IEnumerable<string> Names(string language) =>
        WordBook.Shipped.KeysOf(language).Where(key => key.StartsWith(Area, StringComparison.Ordinal));

    [GeneratedRegex(@"^misconception (?<id>\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex MisconceptionPattern();
}
