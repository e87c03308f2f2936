using Microsoft.Playwright;

namespace LiveClass.Tests.Browser.Pages;

/// <summary>A state of a page that people meet, and the way there from the state before it.</summary>
/// <param name="Route">The page's route, as it is mapped.</param>
/// <param name="Name">The state, for people.</param>
/// <param name="Reach">Brings the stage there; fulfilled when it can be seen.</param>
internal sealed record PageState<TStage>(string Route, string Name, Func<TStage, Task> Reach);

/// <summary>What every page holds to, gathered over many states: axe finds nothing in three themes, and nothing scrolls sideways.</summary>
internal sealed class Looks
{
    private readonly List<string> findings = [];

    /// <summary>Looks at a page as it stands.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What is seen, for the findings.</param>
    /// <param name="themes">False where the page has one set of colours.</param>
    public async Task TakeAsync(IPage page, string name, bool themes = true)
    {
        var found = themes ? await Axe.FindInThemesAsync(page) : await Axe.FindAsync(page);
        findings.AddRange(found.Select(one => $"{name}: {one}"));
        await MeasureAsync(page, name);
    }

    /// <summary>Looks at a plain page at a desk and on a phone.</summary>
    public async Task TakeAtBothWidthsAsync(IPage page, string name)
    {
        await TakeAsync(page, name);
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(390, 844);
        findings.AddRange((await Axe.FindAsync(page)).Select(one => $"{name} on a phone: {one}"));
        await MeasureAsync(page, $"{name} on a phone");
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>Fails with everything that was found.</summary>
    public void HoldUp() => Assert.True(findings.Count == 0, string.Join('\n', findings));

    private async Task MeasureAsync(IPage page, string name)
    {
        if (!await page.EvaluateAsync<bool>("() => [document.documentElement, document.querySelector('main')].every((one) => !one || one.scrollWidth <= one.clientWidth || getComputedStyle(one).display === 'contents')"))
            findings.Add($"{name} scrolls sideways");
    }
}
