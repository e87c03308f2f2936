using Microsoft.Playwright;

namespace LiveClass.Tests.Browser.Student;

/// <summary>What a child does at a device.</summary>
internal static class Joining
{
    /// <summary>Opens the page with a code from a link, and says who it is.</summary>
    public static async Task JoinAsync(this IPage page, StudentHost host, string name = "Ana")
    {
        await page.GotoAsync($"{host.Page}?code={StudentHost.Code}");
        await page.SayWhoAsync(name);
    }

    /// <summary>Two taps: the name, and yes.</summary>
    public static async Task SayWhoAsync(this IPage page, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes", Exact = true }).ClickAsync();
    }

    /// <summary>Types a fraction and checks it.</summary>
    public static async Task AnswerAsync(this IPage page, string top, string bottom)
    {
        await page.GetByLabel("Top number").FillAsync(top);
        await page.GetByLabel("Bottom number").FillAsync(bottom);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
    }
}
