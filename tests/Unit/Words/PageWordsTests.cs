using System.Text.Json;
using LiveClass.Web.Words;
using Microsoft.AspNetCore.Http;

namespace LiveClass.Tests.Unit.Words;

public sealed class PageWordsTests
{
    [Fact]
    public void A_page_reads_its_readers_language()
    {
        Assert.Equal("Theme", PageWords.English["page.theme"]);
        Assert.Equal("Tema", PageWords.English.In("es")["page.theme"]);
        Assert.Equal("⟦Theme⟧", PageWords.English.In(WordBook.Marked)["page.theme"]);
    }

    [Fact]
    public void A_key_that_nobody_wrote_is_a_mistake_that_shows() =>
        Assert.Throws<KeyNotFoundException>(() => PageWords.English["page.nothing"]);

    [Fact]
    public void A_script_element_can_hold_the_words_of_an_area()
    {
        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(PageWords.English.Json("page"))!;
        Assert.Equal("Light", words["page.theme.light"]);
        Assert.All(words.Keys, key => Assert.StartsWith("page.", key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, "en")]
    [InlineData(null, "es-MX,es;q=0.9,en;q=0.8", "es")]
    [InlineData(null, "fr, en;q=0.5, es;q=0.7", "es")]
    [InlineData(null, "fr", "en")]
    [InlineData("en", "es", "en")]
    [InlineData("xx", "es", "es")]
    public void The_choice_comes_before_the_browsers_wish(string? chosen, string? wish, string language)
    {
        var request = new DefaultHttpContext().Request;
        if (chosen is not null) request.Headers.Cookie = $"{LanguageChoice.Cookie}={chosen}";
        if (wish is not null) request.Headers.AcceptLanguage = wish;
        Assert.Equal(language, LanguageChoice.Of(request));
    }
}
