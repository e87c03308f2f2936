using System.Text.Json;
using LiveClass.Web.Screens.Student;
using LiveClass.Web.Words;

namespace LiveClass.Tests.Components.Screens;

public sealed class StudentPageTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task The_page_brings_the_words_of_every_language_so_that_it_changes_without_a_link(string language)
    {
        var page = await Rendered.As<StudentPage>([], language);
        var texts = page.QuerySelectorAll("script[data-words]").ToDictionary(
            script => script.GetAttribute("data-words")!, script => JsonSerializer.Deserialize<Dictionary<string, string>>(script.TextContent)!);

        Assert.Equal(WordBook.Spoken.Select(spoken => spoken.Language).Order(), texts.Keys.Order());
        Assert.Equal(texts["en"].Keys.Order(), texts["es"].Keys.Order());
        Assert.DoesNotContain(texts["en"].Keys, key => key.StartsWith("miss.", StringComparison.Ordinal));
        Assert.Equal(language, page.GetElementById("words")!.GetAttribute("data-words"));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task In_the_language_of_tests_the_words_are_marked() =>
        Assert.Contains("\\u27E6", (await Rendered.As<StudentPage>([], WordBook.Marked)).GetElementById("words")!.TextContent, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task The_module_is_the_only_script_that_runs() =>
        Assert.Equal("/built/student.js", Assert.Single((await Rendered.As<StudentPage>([])).Scripts, script => script.Type != "application/json").Source);
}
