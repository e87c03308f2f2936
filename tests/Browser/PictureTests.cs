using LiveClass.Grains.Abstractions.Views;
using LiveClass.Tests.Browser.Sample;
using LiveClass.Web.Screens;
using Microsoft.Playwright;

namespace LiveClass.Tests.Browser;

/// <summary>Draws every screen into artifacts/pictures, for people to look at, and holds what can be held without eyes.</summary>
public sealed class PictureTests : BrowserTest
{
    public static TheoryData<string, int, int, string> Drawings { get; } = new()
    {
        { "running-8", 1366, 768, "light" }, { "running-8", 1366, 625, "light" }, { "running-8", 1366, 768, "dark" }, { "running-8", 1366, 768, "projector" },
        { "running-12", 1366, 768, "light" }, { "running-12", 1366, 625, "dark" }, { "running-10", 1366, 768, "light" }, { "running-40", 1366, 768, "light" },
        { "no-lesson", 1366, 768, "light" }, { "first-minute", 1366, 768, "light" }, { "ended", 1366, 625, "light" }, { "no-students", 1366, 768, "light" },
        { "running-8", 1920, 1080, "light" }, { "running-8", 1024, 768, "light" }, { "running-8", 390, 844, "light" }, { "running-8", 390, 844, "dark" },
        { "running-8", 683, 384, "light" },
    };

    [Theory]
    [MemberData(nameof(Drawings))]
    public async Task The_live_page_is_drawn(string name, int width, int height, string theme)
    {
        await using var host = await SampleHost.StartAsync();
        var board = Board(name);
        await host.SetAsync(board);
        var (page, errors) = await Chromium.OpenAsync(width, height, theme == "dark" ? ColorScheme.Dark : ColorScheme.Light);
        if (theme == "projector") await page.Context.AddCookiesAsync([new Cookie { Name = "liveclass-theme", Value = "projector", Url = host.Address }]);
        await page.GotoAsync(host.Address + ScreenPaths.Live(board.Classroom));
        await Assertions.Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();

        await page.ScreenshotAsync(new() { Path = Picture($"{name}-{width}x{height}-{theme}") });
        Assert.Empty(errors);
        await HasNoSidewaysScrollAsync(page);
        if (width >= 1366 && board.Students.Length <= 36)
            Assert.True(
                await page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight && document.querySelector('.class').scrollHeight <= document.querySelector('.class').clientHeight"),
                "the class does not fit without scrolling");

        if (width > 390 || name != "running-8") return;
        await page.GetByRole(AriaRole.Button, new() { Name = "Class", Exact = true }).ClickAsync();
        await page.ScreenshotAsync(new() { Path = Picture($"{name}-{width}x{height}-{theme}-class") });
        await HasNoSidewaysScrollAsync(page);
        await page.GetByRole(AriaRole.Rowheader).Nth(7).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Picture($"{name}-{width}x{height}-{theme}-student") });
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stations", Exact = true }).ClickAsync();
        await page.ScreenshotAsync(new() { Path = Picture($"{name}-{width}x{height}-{theme}-stations") });
        await page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).ClickAsync();
        await page.ScreenshotAsync(new() { Path = Picture($"{name}-{width}x{height}-{theme}-more") });
    }

    [Theory]
    [InlineData(768, "light")]
    [InlineData(625, "dark")]
    public async Task The_student_panel_is_drawn(int height, string theme)
    {
        await using var host = await SampleHost.StartAsync();
        await host.SetAsync(SampleBoards.Running());
        var (page, errors) = await Chromium.OpenAsync(1366, height, theme == "dark" ? ColorScheme.Dark : ColorScheme.Light);
        await page.GotoAsync(host.Address + ScreenPaths.Live("demo-6a"));
        await page.GetByRole(AriaRole.Gridcell, new() { NameString = "Björn Ek, Add unlike" }).ClickAsync();
        await Assertions.Expect(page.Locator(".chart .curve")).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Picture($"student-1366x{height}-{theme}") });
        await page.Keyboard.PressAsync("d");
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.ScreenshotAsync(new() { Path = Picture($"menu-1366x{height}-{theme}") });
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(1366, "light")]
    [InlineData(390, "dark")]
    public async Task The_plain_pages_are_drawn(int width, string theme)
    {
        await using var host = await SampleHost.StartAsync();
        var (page, errors) = await Chromium.OpenAsync(width, 768, theme == "dark" ? ColorScheme.Dark : ColorScheme.Light);
        await page.GotoAsync(host.Address);
        await page.ScreenshotAsync(new() { Path = Picture($"start-empty-{width}-{theme}"), FullPage = true });
        await HasNoSidewaysScrollAsync(page);

        host.Classrooms =
        [
            new("demo-6a", "6a", 31, 35, LessonState.Running, SampleBoards.Now, 7), new("demo-7b", "7b", 0, 30, LessonState.Ended, SampleBoards.Now, 0),
            new("8c", "8c Mathematics with a long name, Room 214", 0, 28, null, null, 0),
        ];
        await page.GotoAsync(host.Address);
        await page.ScreenshotAsync(new() { Path = Picture($"start-{width}-{theme}"), FullPage = true });
        await HasNoSidewaysScrollAsync(page);

        await page.GotoAsync(host.Address + "/classrooms/none/live");
        await page.ScreenshotAsync(new() { Path = Picture($"not-found-{width}-{theme}"), FullPage = true });
        Assert.DoesNotContain(errors, error => !error.Contains("404", StringComparison.Ordinal));
    }

    private static BoardView Board(string name) => name switch
    {
        "no-lesson" => SampleBoards.NoLesson(),
        "first-minute" => SampleBoards.FirstMinute(),
        "ended" => SampleBoards.Ended(),
        "no-students" => SampleBoards.NoStudents(),
        "running-40" => SampleBoards.Running(40),
        _ => SampleBoards.Running(35, int.Parse(name.Split('-')[1])),
    };

    private static string Picture(string name) => Path.Combine(Repository.Root, "artifacts", "pictures", $"{name}.png");

    private static async Task HasNoSidewaysScrollAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways");
}
