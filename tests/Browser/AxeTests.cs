using LiveClass.Tests.Browser.Real;
using LiveClass.Tests.Browser.Sample;
using LiveClass.Web.Screens;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser;

/// <summary>axe finds nothing, on any page, in light and dark, on a laptop and on a phone.</summary>
public sealed class AxeTests : BrowserTest
{
    [Theory]
    [InlineData(1366, 768, ColorScheme.Light)]
    [InlineData(1366, 768, ColorScheme.Dark)]
    [InlineData(390, 844, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_the_live_page(int width, int height, ColorScheme scheme)
    {
        await using var host = await SampleHost.StartAsync();
        var (page, _) = await Chromium.OpenAsync(width, height, scheme);
        foreach (var board in new[] { SampleBoards.Running(), SampleBoards.NoLesson(), SampleBoards.Ended(), SampleBoards.NoStudents() })
        {
            await host.SetAsync(board);
            await page.GotoAsync(host.Address + ScreenPaths.Live(board.Classroom));
            await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
            await FindsNothingAsync(page);
        }

        await host.SetAsync(SampleBoards.Running());
        await page.GotoAsync(host.Address + ScreenPaths.Live("demo-6a"));
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        if (width < 761)
            foreach (var tab in new[] { "Stations", "More", "Class" })
            {
                await page.GetByRole(AriaRole.Button, new() { Name = tab, Exact = true }).ClickAsync();
                await FindsNothingAsync(page);
            }

        await page.GetByRole(AriaRole.Rowheader, new() { Name = "Björn Ek" }).ClickAsync();
        await Expect(page.Locator(".chart .curve")).ToBeVisibleAsync();
        await FindsNothingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await FindsNothingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keyboard" }).ClickAsync();
        await FindsNothingAsync(page);
    }

    [Theory]
    [InlineData(1366, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_the_other_pages(int width, ColorScheme scheme)
    {
        await using var server = await RealServer.StartedAsync();
        var (page, _) = await Chromium.OpenAsync(width, 768, scheme);
        await page.GotoAsync(server.Address);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await FindsNothingAsync(page);

        await server.SignInAsync(page);
        await FindsNothingAsync(page);
        await server.RoomAsync("Ana", "Ben");
        foreach (var path in new[] { "/", "/admin/keys", "/classrooms/none/live", "/nothing" })
        {
            await page.GotoAsync(server.Address + path);
            await FindsNothingAsync(page);
        }
    }

    internal static async Task FindsNothingAsync(IPage page, bool coloursAlone = false)
    {
        var found = await Axe.FindAsync(page, coloursAlone);
        Assert.True(found.Length == 0, $"{page.Url}: {string.Join('\n', found)}");
    }
}
