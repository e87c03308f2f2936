using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Tests.Browser.Sample;
using LiveClass.Web.Screens;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser;

/// <summary>What the live page does, over boards that the test sets.</summary>
public sealed class BehaviourTests : BrowserTest
{
    [Fact]
    public async Task Arrows_Home_and_End_move_in_the_grid_and_Enter_opens_the_student()
    {
        await using var host = await SampleHost.StartAsync();
        var page = await OpenAsync(host, SampleBoards.Running());

        await page.GetByRole(AriaRole.Rowheader).First.FocusAsync();
        await PressAsync(page, "ArrowDown", "ArrowRight", "ArrowRight");
        await IsFocusedAsync(page, "Ahmad Aziz, Fraction times fraction");
        await PressAsync(page, "End");
        await IsFocusedAsync(page, "Ahmad Aziz, Use a letter for a number");
        await PressAsync(page, "ArrowRight");
        await IsFocusedAsync(page, "Kai Mbeki, hand raised");
        await PressAsync(page, "ArrowLeft", "Home");
        await IsFocusedAsync(page, "Ahmad Aziz");
        Assert.Equal(1, await page.Locator("#grid [tabindex='0']").CountAsync());

        await PressAsync(page, "Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Ahmad Aziz" })).ToBeVisibleAsync();
        await PressAsync(page, "Escape");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Ahmad Aziz" })).ToBeHiddenAsync();
        await IsFocusedAsync(page, "Ahmad Aziz");
    }

    [Fact]
    public async Task Hidden_names_are_numbers_everywhere_and_stay_hidden_after_a_reload()
    {
        await using var host = await SampleHost.StartAsync();
        var page = await OpenAsync(host, SampleBoards.Running());
        await Expect(page.GetByText("Björn E.")).ToBeVisibleAsync();

        await PressAsync(page, "h");
        await AreHiddenAsync(page);
        await page.ReloadAsync();
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await AreHiddenAsync(page);
        await page.GetByText("Student 8", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Student 8" })).ToBeVisibleAsync();
        await AreHiddenAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Show names" }).ClickAsync();
        await Expect(page.GetByText("Björn E.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_theme_is_remembered()
    {
        await using var host = await SampleHost.StartAsync();
        var page = await OpenAsync(host, SampleBoards.Running());
        Assert.Equal("rgb(246, 248, 250)", await BackgroundAsync(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.GetByLabel("Theme").SelectOptionAsync("dark");
        Assert.Equal("rgb(15, 19, 25)", await BackgroundAsync(page));
        await page.ReloadAsync();
        Assert.Equal("rgb(15, 19, 25)", await BackgroundAsync(page));
    }

    [Fact]
    public async Task Single_keys_do_nothing_while_typing_or_when_turned_off()
    {
        await using var host = await SampleHost.StartAsync();
        var page = await OpenAsync(host, SampleBoards.Running());

        await PressAsync(page, "/");
        await page.GetByLabel("Name", new() { Exact = true }).PressSequentiallyAsync("han");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Hana Kimura" })).ToBeVisibleAsync();
        Assert.Null(await page.Locator("html").GetAttributeAsync("data-names"));
        await PressAsync(page, "Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Hana Kimura" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.GetByLabel("Single-key shortcuts").UncheckAsync();
        await page.Locator("h2:has-text('Hana')").ClickAsync();
        await PressAsync(page, "h");
        Assert.Null(await page.Locator("html").GetAttributeAsync("data-names"));
        await PressAsync(page, "Escape");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Hana Kimura" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Only_changed_cells_change_and_they_ring()
    {
        await using var host = await SampleHost.StartAsync();
        var board = SampleBoards.Running();
        var page = await OpenAsync(host, board);
        await page.EvaluateAsync("() => { window.first = document.querySelector('[data-student=s1] [data-skill=k11]'); }");

        await host.SetAsync(With(board, 0, new CellView("k11", 0.97, 0.9, MasteryLevel.Mastered, 9)));
        await Expect(page.GetByRole(AriaRole.Gridcell, new() { Name = "Abena Adjei, Add unlike: mastered, 9 tries" })).ToBeVisibleAsync();
        await Expect(page.Locator(".changed")).ToHaveCountAsync(1);
        Assert.True(await page.EvaluateAsync<bool>("() => window.first === document.querySelector('[data-student=s1] [data-skill=k11]')"));
        await Expect(page.Locator(".column[data-skill=k11] .mastered").First).ToHaveTextAsync("14");
    }

    [Fact]
    public async Task A_gap_is_closed_by_asking_again()
    {
        await using var host = await SampleHost.StartAsync();
        var board = SampleBoards.Running();
        var page = await OpenAsync(host, board);
        var after = With(board, 0, new CellView("k11", 0.97, 0.9, MasteryLevel.Mastered, 9));

        // The first change gets lost; the second continues a version that the page does not have.
        host.SetSilently(after);
        await host.SendAsync(new DeltaView { Classroom = "demo-6a", From = after.Version, To = after.Version + 1, Now = SampleBoards.Now, Counts = new(12_400, 3, 0) });
        await Expect(page.GetByRole(AriaRole.Gridcell, new() { Name = "Abena Adjei, Add unlike: mastered, 9 tries" })).ToBeVisibleAsync();
        Assert.Equal([917, 917], host.Watches);
    }

    [Fact]
    public async Task Without_the_server_the_page_says_so_keeps_what_it_shows_and_keeps_visits()
    {
        var host = await SampleHost.StartAsync();
        var page = await OpenAsync(host, SampleBoards.Running());
        var port = new Uri(host.Address).Port;
        await host.DisposeAsync();

        await Expect(page.GetByText("Not live, trying")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Eyes up" }).First).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Visit Ana Barros" }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("Kept here; it is sent when the page is live again.");

        await using var again = await SampleHost.StartAsync(port);
        await again.SetAsync(SampleBoards.Running());
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Done Ana Barros" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Eyes up" }).First).ToBeEnabledAsync();
        var command = again.Commands.Single();
        Assert.Equal("visit", command.GetProperty("type").GetString());
        Assert.Equal("begin", command.GetProperty("phase").GetString());
        Assert.True(command.TryGetProperty("at", out _) && command.TryGetProperty("sentAt", out _));
    }

    [Fact]
    public async Task Old_data_has_its_age_on_an_amber_line()
    {
        var host = await SampleHost.StartAsync();
        await host.SetAsync(SampleBoards.Running());
        var (page, _) = await Chromium.OpenAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync(host.Address + ScreenPaths.Live("demo-6a"));
        await page.Clock.RunForAsync(2_000);
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        var top = await page.Locator(".clock").BoundingBoxAsync();

        await host.DisposeAsync();
        await Expect(page.Locator(".is-off")).ToBeVisibleAsync();
        await page.Clock.RunForAsync(16_000);
        await Expect(page.GetByText("Students keep working; answers wait on their devices.")).ToBeVisibleAsync();
        Assert.Equal(top!.Y, (await page.Locator(".clock").BoundingBoxAsync())!.Y);
    }

    [Fact]
    public async Task A_server_that_cannot_keep_answers_is_told_on_a_red_line()
    {
        await using var host = await SampleHost.StartAsync();
        host.Ready = false;
        var board = SampleBoards.Running();
        await host.SetAsync(board);
        var (page, _) = await Chromium.OpenAsync();
        await page.GotoAsync(host.Address + ScreenPaths.Live(board.Classroom));

        await Expect(page.Locator(".red-line")).ToHaveTextAsync("Answers are waiting on the devices, nothing is lost. Tell the IT person: It cannot write the log of what comes in; /health/ready says why.");
    }

    [Fact]
    public async Task A_refusal_is_told_in_one_sentence()
    {
        await using var host = await SampleHost.StartAsync();
        var page = await OpenAsync(host, SampleBoards.Running());

        await PressAsync(page, "u");
        await Expect(page.Locator(".notice")).ToContainTextAsync("No lesson is running.");
    }

    [Fact]
    public async Task The_ranking_waits_while_somebody_points_at_it()
    {
        await using var host = await SampleHost.StartAsync();
        var board = SampleBoards.Running();
        var page = await OpenAsync(host, board);
        var first = page.Locator(".card-name").First;
        await Expect(first).ToHaveTextAsync("Ana B.");

        await page.GetByRole(AriaRole.Heading, new() { Name = "Go to next" }).HoverAsync();
        await host.SetAsync(board with { Version = 918, Queue = [board.Queue[2], board.Queue[0]], Counts = new(12_346, 3, 0) });
        await Expect(page.GetByText("12,346 answers kept")).ToBeVisibleAsync();
        await Expect(first).ToHaveTextAsync("Ana B.");
        await Expect(page.GetByText("Better now").First).ToBeVisibleAsync();

        await page.Mouse.MoveAsync(900, 700);
        await Expect(first).ToHaveTextAsync("Anneliese D.", new() { Timeout = 8_000 });
    }

    [Fact]
    public async Task Tapping_a_station_dims_all_who_do_not_sit_there()
    {
        await using var host = await SampleHost.StartAsync();
        var page = await OpenAsync(host, SampleBoards.Running());

        var tile = page.GetByRole(AriaRole.Button, new() { Name = "2 Online" });
        await tile.ClickAsync();
        Assert.Equal(35 - await page.Locator(".row[data-station=online]:not(.absent):not(.expected):not(.left)").CountAsync(), await page.Locator(".row.dimmed").CountAsync());
        await tile.ClickAsync();
        await Expect(page.Locator(".row.dimmed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_scripts_the_last_grid_is_there_with_its_time()
    {
        await using var host = await SampleHost.StartAsync();
        await host.SetAsync(SampleBoards.Running());
        var (page, _) = await Chromium.OpenAsync(scripts: false);
        await page.GotoAsync(host.Address + ScreenPaths.Live("demo-6a"));

        await Expect(page.Locator(".amber-line")).ToContainTextAsync("As it was at 10:28:00 UTC");
        await Expect(page.Locator(".amber-line a")).ToHaveTextAsync("Refresh");
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Björn Ek" })).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenAsync(SampleHost host, BoardView board)
    {
        await host.SetAsync(board);
        var (page, _) = await Chromium.OpenAsync();
        await page.GotoAsync(host.Address + ScreenPaths.Live(board.Classroom));
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        return page;
    }

    private static BoardView With(BoardView board, int student, CellView cell)
    {
        var row = board.Students[student];
        var cells = row.Cells.Replace(row.Cells.Single(old => old.Skill == cell.Skill), cell);
        return board with { Version = board.Version + 1, Students = board.Students.SetItem(student, row with { Cells = cells }) };
    }

    private static async Task PressAsync(IPage page, params string[] keys)
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    }

    private static async Task IsFocusedAsync(IPage page, string label) =>
        Assert.StartsWith(label, await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')"), StringComparison.Ordinal);

    private static async Task AreHiddenAsync(IPage page)
    {
        await Expect(page.GetByText("Student 8", new() { Exact = true }).First).ToBeVisibleAsync();
        var seen = await page.EvaluateAsync<string>("() => document.body.innerText");
        foreach (var student in SampleBoards.Running().Students)
            Assert.DoesNotContain(student.Name.Split(' ')[0], seen, StringComparison.Ordinal);
    }

    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");
}
