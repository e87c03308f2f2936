using LiveClass.Tests.Browser.Real;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser.Pages;

/// <summary>The demo school's own page, and what its other pages say of themselves.</summary>
public sealed class DemoPagesTests : BrowserTest
{
    internal static string[] Routes { get; } = ["/demo"];

    [Fact]
    public async Task The_demos_pages_hold_up_in_three_themes_at_a_desk_and_on_a_phone()
    {
        await using var server = await RealServer.StartedAsync("LiveClass__Demo=true");
        var (page, errors) = await Chromium.OpenAsync(motion: ReducedMotion.Reduce);
        var looks = new Looks();
        await page.GotoAsync(server.Address + Routes[0]);
        await looks.TakeAtBothWidthsAsync(page, "who one may be");

        await page.GetByRole(AriaRole.Button, new() { Name = "admin" }).ClickAsync();
        await Expect(page.Locator(".demo-banner")).ToBeVisibleAsync();
        await looks.TakeAtBothWidthsAsync(page, "the demo's admin");
        await page.GotoAsync(server.Address + Routes[0]);
        await looks.TakeAtBothWidthsAsync(page, "who may change it");
        await page.GotoAsync(server.Address + "/classrooms/demo-6a/live");
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await looks.TakeAsync(page, "the demo's live page");
        await page.GotoAsync(server.Address + Routes[0]);
        await page.GetByText("Remove the demo", new() { Exact = true }).ClickAsync();
        await looks.TakeAtBothWidthsAsync(page, "before it is removed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, remove it all" }).ClickAsync();
        await looks.TakeAsync(page, "the demo is removed", themes: false);
        await Expect(page.GetByText("404")).ToBeVisibleAsync();

        looks.HoldUp();
        Assert.DoesNotContain(errors, error => !error.Contains("404", StringComparison.Ordinal));
    }
}
