using LiveClass.Grains.Abstractions.Learning;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser.Student;

/// <summary>Draws the student's page with each card and answer type into artifacts/pictures, and asks axe about each.</summary>
public sealed class StudentPictureTests : BrowserTest
{
    private static readonly string[] Types = ["fraction", "number", "mixed", "choice", "many", "order", "line", "pairs", "expression"];

    [Theory]
    [InlineData(390, 844, "light", true)]
    [InlineData(1366, 768, "dark", false)]
    public async Task Every_card_is_drawn_and_axe_finds_nothing(int width, int height, string theme, bool touch)
    {
        await using var host = await StudentHost.StartAsync();
        List<string> findings = [];
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, errors) = await Chromium.OpenAsync(width, height, theme == "dark" ? ColorScheme.Dark : ColorScheme.Light, touch: touch);
        await page.GotoAsync(host.Page);
        await Expect(page.GetByLabel("Class code")).ToBeVisibleAsync();
        await HoldAsync("code");
        await page.GetByLabel("Class code").FillAsync("kite 27");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who are you?" })).ToBeVisibleAsync();
        await HoldAsync("names");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ana", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Is this you, Ana?" })).ToBeVisibleAsync();
        await HoldAsync("is-this-you");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes", Exact = true }).ClickAsync();
        if (touch) await page.EvaluateAsync("() => document.documentElement.classList.add('touch')");

        foreach (var type in Types)
        {
            await host.SetAsync(OwnViews.Told(NextStepKind.Wait));
            await page.EvaluateAsync("() => sessionStorage.removeItem('liveclass-turn')");
            await page.ReloadAsync();
            await host.SetAsync(OwnViews.Asked(type));
            await Expect(page.Locator($".question.type-{type}")).ToBeVisibleAsync();
            if (touch) await page.EvaluateAsync("() => document.documentElement.classList.add('touch')");
            await HoldAsync($"ask-{type}");
            if (type != "fraction") continue;
            await page.GetByRole(AriaRole.Button, new() { Name = "Hint" }).ClickAsync();
            await HoldAsync("hint");
            await page.AnswerAsync("9", "13");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
            await HoldAsync("wrong");
            await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
            await page.AnswerAsync("9", "14");
            await Expect(page.GetByText("This is how it goes")).ToBeVisibleAsync();
            await HoldAsync("solution");
        }

        await page.EvaluateAsync("() => sessionStorage.removeItem('liveclass-turn')");
        foreach (var kind in new[] { NextStepKind.GoToStation, NextStepKind.Choose, NextStepKind.WorkOnPaper, NextStepKind.Wait, NextStepKind.Done })
        {
            await page.EvaluateAsync("() => sessionStorage.removeItem('liveclass-turn')");
            await host.SetAsync(OwnViews.Told(kind));
            await page.ReloadAsync();
            await Expect(page.Locator("#card-title")).ToBeVisibleAsync();
            await HoldAsync($"card-{kind.ToString().ToLowerInvariant()}");
        }

        await host.SetAsync(OwnViews.Told(NextStepKind.Wait) with { EyesUp = true });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Eyes up" })).ToBeVisibleAsync();
        await HoldAsync("eyes-up");
        foreach (var (button, name) in new[] { ("My path", "path"), ("Menu", "menu"), ("1 done. Set a goal", "goal") })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await HoldAsync(name);
            await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.Empty(errors);

        async Task HoldAsync(string name)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "pictures", $"student-{name}-{width}x{height}-{theme}.png") });
            if (!await page.EvaluateAsync<bool>("() => [document.documentElement, document.querySelector('main')].every((one) => one.scrollWidth <= one.clientWidth)")) findings.Add($"{name} scrolls sideways");
            findings.AddRange((await Axe.FindAsync(page)).Select(one => $"{name}: {one}"));
        }
    }
}
