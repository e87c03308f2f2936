using LiveClass.Grains.Abstractions.Views;
using LiveClass.Tests.Browser.Sample;
using LiveClass.Web.Screens;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser.Pages;

/// <summary>The live page in every state of screens.md §7, and in what opens over it. Few students: their cells are all alike.</summary>
internal sealed class TeacherPages(SampleHost host, IPage page)
{
    private const string Route = "/classrooms/{id}/live";

    /// <summary>Puts the page's clock forward: what was heard a moment ago was then heard long ago.</summary>
    public const string MovableClock = "const now = performance.now.bind(performance); window.later = 0; performance.now = () => now() + window.later;";

    /// <summary>Each of its states.</summary>
    public static PageState<TeacherPages>[] States { get; } =
    [
        new(Route, "every student and twelve skills", stage => stage.ShowAsync(SampleBoards.Running(35, 12))),
        new(Route, "no students", stage => stage.ShowAsync(SampleBoards.NoStudents())),
        new(Route, "no lesson", stage => stage.ShowAsync(Few(SampleBoards.NoLesson()))),
        new(Route, "nobody has come yet", stage => stage.ShowAsync(Few(SampleBoards.Empty()))),
        new(Route, "first minute", stage => stage.ShowAsync(Few(SampleBoards.FirstMinute()))),
        new(Route, "too early to rank", stage => stage.ShowAsync(Few(SampleBoards.TooEarly()))),
        new(Route, "all is well", stage => stage.ShowAsync(Few(SampleBoards.AllWell()))),
        new(Route, "the lesson has ended", stage => stage.ShowAsync(Few(SampleBoards.Ended()))),
        new(Route, "the classroom does not take answers", stage => stage.ShowAsync(Few(SampleBoards.Running()) with { Parked = true })),
        new(Route, "the server cannot keep answers", stage => stage.ShowUnreadyAsync()),
        new(Route, "without scripts", stage => stage.ShowWithoutScriptsAsync()),
        new(Route, "the round is paused", stage => stage.ShowAsync(Paused())),
        new(Route, "a device is lost", stage => stage.ShowAsync(Lost())),
        new(Route, "who is missing", stage => stage.PressAsync("of 9 here")),
        new(Route, "devices", stage => stage.OpenAsync(Few(SampleBoards.Running()), "Devices")),
        new(Route, "the menu", stage => stage.OpenAsync(Few(SampleBoards.Running()), "Menu")),
        new(Route, "the list of keys", stage => stage.PressAsync("Keyboard and marks")),
        new(Route, "finding a student", stage => stage.FindAsync()),
        new(Route, "asking before the end", stage => stage.OpenAsync(Few(SampleBoards.Running()), "End lesson")),
        new(Route, "a student's panel", stage => stage.SelectAsync()),
        new(Route, "a refusal beside its button", stage => stage.RefuseAsync()),
        new(Route, "what was done, with the way back", stage => stage.ObserveAsync()),
        new(Route, "names are hidden", stage => stage.HideNamesAsync()),
        new(Route, "another adult has called eyes up", stage => stage.CallAsync()),
        new(Route, "figures in the cells", stage => stage.FigureAsync()),
        new(Route, "on a phone: next", stage => stage.TurnAsync("Next")),
        new(Route, "on a phone: class", stage => stage.TurnAsync("Class")),
        new(Route, "on a phone: stations", stage => stage.TurnAsync("Stations")),
        new(Route, "on a phone: more", stage => stage.TurnAsync("More")),
        new(Route, "on a phone: a student", stage => stage.SelectOnPhoneAsync()),
        new(Route, "reconnecting", stage => stage.LoseAsync()),
        new(Route, "a visit is kept without the server", stage => stage.VisitAsync()),
        new(Route, "old data", stage => stage.AgeAsync()),
    ];

    /// <summary>What is seen.</summary>
    public IPage Page => page;

    private static BoardView Few(BoardView board)
    {
        var students = board.Students.Take(9).ToArray();
        var ids = students.Select(student => student.Id).ToHashSet();
        return board with
        {
            Students = [.. students],
            Queue = [.. board.Queue.Where(line => ids.Contains(line.Student))],
            Praise = [.. board.Praise.Where(line => ids.Contains(line.Student))],
            Unseen = [.. board.Unseen.Where(ids.Contains)],
        };
    }

    private static BoardView Paused() => Few(SampleBoards.Running()) with { Rotation = new(2, 3, RotationPhase.Working, null, 522_000, Paused: true, []) };

    private static BoardView Lost()
    {
        var board = Few(SampleBoards.Running());
        return board with { Students = board.Students.SetItem(0, board.Students[0] with { Link = Link.Lost }) };
    }

    private async Task ShowAsync(BoardView board)
    {
        host.Joining = SampleBoards.Waiting;
        await host.SetAsync(board);
        await page.GotoAsync(host.Address + ScreenPaths.Live(board.Classroom));
        await Expect(page.Locator(".is-live, .red-line").First).ToBeVisibleAsync();
    }

    private async Task ShowUnreadyAsync()
    {
        host.Ready = false;
        await ShowAsync(Few(SampleBoards.Running()));
        await Expect(page.Locator(".red-line")).ToContainTextAsync("It cannot write the log of what comes in");
        host.Ready = true;
    }

    // What a browser without scripts shows of a page is what stands in its noscript elements.
    private async Task ShowWithoutScriptsAsync()
    {
        await page.RouteAsync("**/built/live.js", route => route.AbortAsync());
        await page.GotoAsync(host.Address + ScreenPaths.Live("demo-6a"));
        await page.EvaluateAsync("() => { for (const one of document.querySelectorAll('noscript')) one.outerHTML = one.textContent; }");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Refresh" })).ToBeVisibleAsync();
        await page.UnrouteAllAsync();
    }

    private Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    private async Task OpenAsync(BoardView board, string button)
    {
        await ShowAsync(board);
        await PressAsync(button);
    }

    private async Task FindAsync()
    {
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#keys").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await PressAsync("Find a student");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("an");
        await Expect(page.Locator("#find li").First).ToBeVisibleAsync();
    }

    private async Task SelectAsync()
    {
        await ShowAsync(Few(SampleBoards.Running()));
        await page.GetByRole(AriaRole.Rowheader, new() { NameString = "Björn Ek" }).ClickAsync();
        await Expect(page.Locator(".chart .curve")).ToBeVisibleAsync();
        await Expect(page.GetByText("draws first")).ToBeVisibleAsync();
    }

    private async Task RefuseAsync()
    {
        host.Refusals["moveToStation"] = "station-full";
        await page.GetByLabel("Move to").SelectOptionAsync("teacher");
        await Expect(page.Locator(".refused")).ToBeVisibleAsync();
    }

    private async Task ObserveAsync()
    {
        await PressAsync("Not yet: Add unlike");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();
    }

    private async Task HideNamesAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide names" }).First.ClickAsync();
        await Expect(page.GetByText("Student 8", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    private async Task CallAsync()
    {
        await PressAsync("Show names");
        var board = Few(SampleBoards.Running());
        await ShowAsync(board);
        await host.SetAsync(board with { Version = board.Version + 1, Lesson = board.Lesson! with { EyesUp = true, EyesBy = "Mr Oro" } });
        await Expect(page.Locator(".notice")).ToContainTextAsync("Mr Oro called eyes up");
    }

    private async Task FigureAsync()
    {
        await ShowAsync(Few(SampleBoards.Running()));
        await page.Keyboard.PressAsync("d");
        await Expect(page.Locator("body.show-figures")).ToBeVisibleAsync();
    }

    private async Task TurnAsync(string tab)
    {
        if (page.ViewportSize!.Width != 390)
        {
            await page.SetViewportSizeAsync(390, 844);
            await ShowAsync(Few(SampleBoards.Running()));
        }

        await page.GetByRole(AriaRole.Button, new() { Name = tab, Exact = true }).ClickAsync();
    }

    private async Task SelectOnPhoneAsync()
    {
        await TurnAsync("Class");
        await page.GetByRole(AriaRole.Rowheader).Nth(7).ClickAsync();
        await Expect(page.Locator(".chart .curve")).ToBeVisibleAsync();
    }

    private async Task LoseAsync()
    {
        await page.SetViewportSizeAsync(1366, 768);
        await ShowAsync(Few(SampleBoards.Running()));
        await host.DisposeAsync();
        await Expect(page.GetByText("Not live, trying")).ToBeVisibleAsync();
    }

    private async Task VisitAsync()
    {
        await PressAsync("Visit Ana Barros");
        await Expect(page.Locator(".notice")).ToContainTextAsync("Kept here");
    }

    private async Task AgeAsync()
    {
        await page.EvaluateAsync("() => { window.later = 20_000; }");
        await Expect(page.GetByText("Students keep working; answers wait on their devices.")).ToBeVisibleAsync();
    }
}
