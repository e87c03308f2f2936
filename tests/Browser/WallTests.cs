using System.Text.Json;
using LiveClass.Tests.Browser.Pages;
using LiveClass.Tests.Browser.Real;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser;

/// <summary>The wall in front of a class: letters, code, places, eyes up, the end.</summary>
public sealed class WallTests(RealServer server) : BrowserTest, IClassFixture<RealServer>
{
    internal static string[] Routes { get; } = ["/wall"];

    private const string KeptSockets = "window.sockets = []; window.WebSocket = class extends WebSocket { constructor(...how) { super(...how); window.sockets.push(this); } };";

    private static readonly string[] Names = ["Ana Lima", "Ben Adeyemi", "Zoë Oro", "Leo Brandt", "Maya Ito", "Kai Sol", "Noor Haddad", "Ines Roca", "Tomás Gil"];

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(1920, 1080)]
    public async Task A_wall_shows_its_lesson_from_the_letters_to_the_end(int width, int height)
    {
        var room = await server.RoomAsync(Names);
        await room.CommandAsync(new { type = "startLesson" });
        var (page, errors) = await Chromium.OpenAsync(width, height);
        await page.AddInitScriptAsync(KeptSockets);
        var looks = new Looks();

        await page.RouteAsync("**/wall/pairings", route => route.AbortAsync());
        await page.GotoAsync($"{server.Address}/wall");
        await Expect(page.GetByText("The server does not answer")).ToBeVisibleAsync();
        await looks.TakeAsync(page, "no server", themes: false);
        await page.UnrouteAllAsync();
        var letters = page.Locator(".wall-letters");
        await Expect(letters).ToBeVisibleAsync();
        await PictureAsync(page, "letters", width);
        await looks.TakeAsync(page, "letters", themes: false);
        await room.JoiningAsync("walls", new { code = (await letters.TextContentAsync())! });

        // Until somebody has a place: how to join, and how many have, without a name.
        await Expect(page.Locator(".wall-code")).ToBeVisibleAsync();
        await Expect(page.GetByText("0 joined")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code that leads to this lesson" })).ToBeVisibleAsync();
        await room.CommandAsync(new { type = "markPresence", student = IdOf(Names[0]), presence = "here" });
        await Expect(page.GetByText("1 joined")).ToBeVisibleAsync();
        await PictureAsync(page, "code", width);
        await looks.TakeAsync(page, "code", themes: false);
        await NothingIsCutOffAsync(page);

        foreach (var name in Names)
        {
            await room.CommandAsync(new { type = "markPresence", student = IdOf(name), presence = "here" });
            await room.CommandAsync(new { type = "moveToStation", student = IdOf(name), station = "online" });
        }

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 Online" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(Names.Length);
        await Expect(page.GetByText("Zoë", new() { Exact = true })).ToBeVisibleAsync();
        await PictureAsync(page, "places", width);
        await NothingIsCutOffAsync(page);
        await looks.TakeAsync(page, "places", themes: false);

        // Without its link the wall stays, and a small sign says so.
        await page.Context.SetOfflineAsync(true);
        await page.EvaluateAsync("() => { for (const socket of window.sockets) socket.close(); }");
        await Expect(page.Locator(".wall-lost")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(Names.Length);
        await looks.TakeAsync(page, "link lost", themes: false);
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator(".wall-lost")).ToBeHiddenAsync();

        // A reload finds the same lesson.
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(Names.Length);

        await room.CommandAsync(new { type = "eyesUp" });
        await Expect(page.GetByText("Eyes up, please.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(0);
        await PictureAsync(page, "eyes-up", width);
        await looks.TakeAsync(page, "eyes up", themes: false);

        await room.CommandAsync(new { type = "endLesson" });
        await Expect(page.GetByText("The lesson is over. Thank you!")).ToBeVisibleAsync();
        await looks.TakeAsync(page, "over", themes: false);
        looks.HoldUp();
        Assert.DoesNotContain(errors, error => !error.Contains("net::ERR", StringComparison.Ordinal) && !error.Contains("Failed to", StringComparison.Ordinal));
    }

    private static string IdOf(string name) => RealServer.IdOf(name);

    private static Task PictureAsync(IPage page, string name, int width) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "pictures", $"wall-{name}-{width}.png") });

    // Names may be shortened with dots; nothing else may reach beyond the page.
    private static async Task NothingIsCutOffAsync(IPage page) => Assert.Empty(JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>("""
        () => JSON.stringify([...document.querySelectorAll('main *')].filter((e) => {
          const box = e.getBoundingClientRect();
          return box.width > 0 && (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1) && !e.closest('svg');
        }).map((e) => e.outerHTML.slice(0, 80)))
        """))!);
}
