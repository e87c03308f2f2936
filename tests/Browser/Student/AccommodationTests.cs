using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser.Student;

/// <summary>What the student's page does otherwise for one child.</summary>
public sealed class AccommodationTests : BrowserTest
{
    private static readonly string[] Types = ["fraction", "mixed", "choice", "many", "order", "line", "pairs", "expression"];

    /// <summary>What is wider than its box, or reaches out of the window.</summary>
    private const string Cut =
        """
        () => [...document.querySelectorAll('main *, .bar *, dialog[open] *, main, .bar')]
          .filter((one) => one.checkVisibility() && !one.closest('svg, math') && !one.classList.contains('visually-hidden'))
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5 || (getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1))
          .map((one) => one.outerHTML.slice(0, 120))
        """;

    [Theory]
    [InlineData(Accommodation.LargerType125, "20px", "es")]
    [InlineData(Accommodation.LargerType150, "24px", "en")]
    public async Task Letters_are_as_large_as_the_child_needs_and_nothing_is_cut_on_a_phone(Accommodation size, string root, string language)
    {
        await using var host = await StudentHost.StartAsync();
        List<string> findings = [];
        await host.SetAsync(With(OwnViews.Asked("fraction"), size));
        var (page, errors) = await Chromium.OpenAsync(390, 844, touch: true);
        await page.JoinAsync(host);
        await Expect(page.Locator(".question")).ToBeVisibleAsync();
        await page.Context.AddCookiesAsync([new() { Name = "liveclass-language", Value = language, Url = host.Address }]);
        Assert.Equal(root, await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).fontSize"));
        await page.EvaluateAsync("() => document.documentElement.classList.add('touch')");

        foreach (var type in Types)
        {
            // An open question stays until it is answered: it is forgotten while no script of the page is there to keep it.
            await page.GotoAsync($"{host.Address}/student.css");
            await page.EvaluateAsync("() => { for (const kept of ['turn', 'view']) sessionStorage.removeItem(`liveclass-${kept}`); }");
            await host.SetAsync(With(OwnViews.Asked(type), size));
            await page.GotoAsync(host.Page);
            await Expect(page.Locator($".question.type-{type}")).ToBeVisibleAsync();
            await page.EvaluateAsync("() => document.documentElement.classList.add('touch')");
            await LookAsync(type);
        }

        foreach (var button in new[] { "footer .path", "footer .goal", "header .bar-button" })
        {
            await page.Locator(button).ClickAsync();
            await LookAsync(button);
            await page.Keyboard.PressAsync("Escape");
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
        // A plain file has no icon of its own: the browser asks for one.
        Assert.DoesNotContain(errors, error => !error.Contains("404", StringComparison.Ordinal));

        async Task LookAsync(string what)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "pictures", $"student-large-{root}-{what.Replace(' ', '-')}.png") });
            findings.AddRange((await page.EvaluateAsync<string[]>(Cut)).Select(one => $"{what}: {one}"));
        }
    }

    [Fact]
    public async Task The_size_leaves_with_the_child_and_its_own_choice_counts_first()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(With(OwnViews.Asked("fraction"), Accommodation.LargerType125));
        await host.SetAsync(OwnViews.Asked("fraction", "ben"));
        var (page, _) = await Chromium.OpenAsync();
        await page.JoinAsync(host);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-size", "125");
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.GetByLabel("150 %").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-size", "150");

        await page.GetByRole(AriaRole.Button, new() { Name = "I am not Ana" }).ClickAsync();
        await page.JoinAsync(host, "Ben");
        await Expect(page.Locator(".question")).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-size", "100");
        await Expect(page.Locator(".aloud-first")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Reading_aloud_stands_first_begins_with_a_tap_and_goes_on_by_itself()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(With(OwnViews.Asked("fraction"), Accommodation.ReadAloud));
        var (page, errors) = await Chromium.OpenAsync(390, 844);
        await page.AddInitScriptAsync(Eventually.StandInForSpeech);
        await page.JoinAsync(host);
        var aloud = page.Locator(".question button").First;
        await Expect(aloud).ToHaveTextAsync("Read aloud");
        Assert.True((await aloud.BoundingBoxAsync())!.Height >= 56);
        Assert.Equal(0, await SaidAsync());

        await aloud.ClickAsync();
        Assert.Equal(1, await SaidAsync());
        await NextAsync("1", "4");
        Assert.Equal(2, await SaidAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop reading" }).ClickAsync();
        await NextAsync("1", "4");
        Assert.Equal(2, await SaidAsync());

        await page.EvaluateAsync("() => { window.voices = []; speechSynthesis.onvoiceschanged(); }");
        await Expect(page.GetByText("This device cannot read aloud. Ask your teacher to read it to you.")).ToBeVisibleAsync();
        Assert.Empty(errors);

        Task<int> SaidAsync() => page.EvaluateAsync<int>("() => window.said.length");

        async Task NextAsync(string top, string bottom)
        {
            await page.AnswerAsync(top, bottom);
            await page.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true }).ClickAsync();
            await Expect(page.GetByLabel("Top number")).ToHaveValueAsync("");
        }
    }

    [Fact]
    public async Task Clocks_celebration_and_a_large_goal_go_as_soon_as_a_teacher_says_so_and_what_was_typed_stays()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, _) = await Chromium.OpenAsync();
        await page.JoinAsync(host);
        await page.GetByLabel("Top number").FillAsync("1");
        await Expect(page.Locator(".clock")).Not.ToBeEmptyAsync();

        await host.SetAsync(With(OwnViews.Asked("fraction"), Accommodation.ExtraTime, Accommodation.FewerItems, Accommodation.Calm));
        await Expect(page.Locator(".clock")).ToBeEmptyAsync();
        await Expect(page.GetByLabel("Top number")).ToHaveValueAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "0 of 5: my goal" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "3 questions" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.AnswerAsync("1", "4");
        await Expect(page.GetByText("Right.", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static StudentBoardView With(StudentBoardView view, params Accommodation[] accommodations) => view with { Accommodations = [.. accommodations] };
}
