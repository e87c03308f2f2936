using LiveClass.Tests.Browser.Real;
using LiveClass.Web.Words;
using Microsoft.Playwright;

namespace LiveClass.Tests.Browser;

/// <summary>
/// Finds what nobody translated: the pages are read in the language in which each text stands between ⟦ and ⟧, with names that have no
/// letters. Whatever letters stand outside are not in the book of words.
/// </summary>
public sealed class LanguageTests : BrowserTest
{
    // Names, codes and addresses are nobody's to translate: they are marked so, or are what people type.
    private const string Untranslated = """
        () => {
          const found = new Set();
          const look = (text, where) => {
            let rest = text ?? '';
            for (let before = ''; before !== rest;) { before = rest; rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ''); }
            rest = rest.replace(/LiveClass/g, '');
            if (/\p{L}{2,}/u.test(rest)) found.add(`${where}: ${text.trim()}`);
          };
          look(document.title, 'title');
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.parentElement;
            if (!at.closest('script, style, code, pre, math, noscript, time, [translate=no], [lang]:not(html)')) look(node.textContent, at.localName);
          }
          for (const element of document.body.querySelectorAll('*')) {
            if (element.closest('[translate=no], [lang]:not(html)')) continue;
            for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'])
              if (element.hasAttribute(name)) look(element.getAttribute(name), `${element.localName} ${name}`);
          }
          return [...found];
        }
        """;

    [Fact]
    public async Task Every_text_of_every_page_is_in_the_book_of_words()
    {
        await using var server = await RealServer.StartedAsync();
        var (page, _) = await Chromium.OpenAsync();
        await server.SignInAsync(page);
        await page.Context.AddCookiesAsync([new Cookie { Name = LanguageChoice.Cookie, Value = WordBook.Marked, Url = server.Address }]);
        List<string> found = [];
        await LookAsync("/");
        var room = await server.RoomAsync();
        await room.PutNamelessAsync();
        await room.CommandAsync(new { type = "startLesson" });
        await room.AnswerAsync("1", 0);
        foreach (var path in new[] { "/", "/nowhere", "/classes/new", "/classes/6a", "/classes/6a/students", "/classes/6a/stations", "/admin/people", "/account", "/admin/keys",
            "/classrooms/6a/live", "/student", "/wall", "/sign-in" })
            await LookAsync(path);
        Assert.True(found.Count == 0, string.Join('\n', found));

        async Task LookAsync(string path)
        {
            var response = await page.GotoAsync(server.Address + path);
            await page.WaitForLoadStateAsync(LoadState.Load);
            if (path.EndsWith("/live", StringComparison.Ordinal))
            {
                await page.GetByRole(AriaRole.Rowheader).First.ClickAsync();
                await page.Keyboard.PressAsync("?");
            }

            found.AddRange((await page.EvaluateAsync<string[]>(Untranslated)).Select(text => $"{path} ({response!.Status}) {text}"));
        }
    }
}
