using LiveClass.Tests.Browser.Real;
using LiveClass.Tests.Browser.Student;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser;

/// <summary>The whole way: a program sends by HTTP, a teacher looks at the page.</summary>
public sealed class RealServerTests(RealServer server) : BrowserTest, IClassFixture<RealServer>
{
    [Fact]
    public async Task An_answer_sent_by_http_shows_on_the_teachers_page_without_a_reload()
    {
        var room = await server.RoomAsync("Ana", "Ben");
        var (page, errors) = await OpenLiveAsync(server, room);
        await Expect(Cell(page, "Ana, Add unlike: not started")).ToBeVisibleAsync();

        await room.AnswerAsync("ana", 1);
        await Expect(Cell(page, "Ana, Add unlike: learning, 1 try, too early to tell")).ToBeVisibleAsync();
        await Expect(page.Locator(".changed")).ToHaveCountAsync(1);

        for (var answer = 0; answer < 4; answer++) await room.AnswerAsync("ben", 0);
        await Expect(Cell(page, "Ben, Add unlike: struggling, 4 tries")).ToBeVisibleAsync();
        await Expect(page.GetByText("5 answers kept")).ToBeVisibleAsync();
        await WasNeverLoadedAgainAsync(page);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_server_is_killed_and_comes_back_and_the_page_heals_by_itself()
    {
        await using var mortal = await RealServer.StartedAsync();
        var room = await mortal.RoomAsync("Ana", "Ben");
        var (page, _) = await OpenLiveAsync(mortal, room);
        await room.AnswerAsync("ana", 1);
        await Expect(Cell(page, "Ana, Add unlike: learning, 1 try, too early to tell")).ToBeVisibleAsync();

        await mortal.KillAsync();
        await Expect(page.GetByText("Not live, trying")).ToBeVisibleAsync();
        await Expect(Cell(page, "Ana, Add unlike: learning, 1 try, too early to tell")).ToBeVisibleAsync();

        await mortal.StartAsync();
        await room.AnswerAsync("ana", 1);
        await room.AnswerAsync("ana", 1);
        await Expect(Cell(page, "Ana, Add unlike: mastered, 3 tries").Or(Cell(page, "Ana, Add unlike: learning, 3 tries"))).ToBeVisibleAsync();
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await WasNeverLoadedAgainAsync(page);
    }

    [Fact]
    public async Task A_wrong_name_is_swapped_in_the_list_of_devices_with_its_answers()
    {
        var room = await server.RoomAsync("Ana", "Ben");
        await server.PutItemAsync("k11a-2", "k11", "liveclass:k11a/2");
        var (page, errors) = await OpenLiveAsync(server, room);
        var (typed, _) = await room.CodesAsync();
        var (device, _) = await Chromium.OpenAsync();
        await device.GotoAsync($"{server.Address}/student");
        await device.GetByLabel("Class code").FillAsync(typed);
        await device.Keyboard.PressAsync("Enter");
        await Expect(device.GetByRole(AriaRole.Heading, new() { Name = "Waiting for your teacher" })).ToBeVisibleAsync();
        await room.AdmitAsync();
        await device.SayWhoAsync("Ben");
        await device.AnswerAsync("1", "999");
        await Expect(Cell(page, "Ben, Add unlike: learning, 1 try, too early to tell")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Devices" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Swap the device of Ben with another student's" }).ClickAsync();
        await page.GetByLabel("Not Ben? Who sits there:").SelectOptionAsync("Ana");
        await page.GetByRole(AriaRole.Button, new() { Name = "Swap", Exact = true }).Last.ClickAsync();

        await Expect(page.Locator(".notice-text")).ToContainTextAsync("Swapped with their answers: Ben, Ana.");
        await Expect(Cell(page, "Ana, Add unlike: learning, 1 try, too early to tell")).ToBeVisibleAsync();
        await Expect(Cell(page, "Ben, Add unlike: not started")).ToBeVisibleAsync();
        await Expect(device.GetByText("You are Ana now. What you did came with you.")).ToBeVisibleAsync();
        await WasNeverLoadedAgainAsync(page);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_lesson_is_started_ended_and_opened_again_on_the_page()
    {
        var room = await server.RoomAsync("Ana", "Ben");
        var (page, errors) = await OpenLiveAsync(server, room, lesson: false);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No lesson" })).ToBeVisibleAsync();

        await page.GetByText("Choose what it is for").ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Ratios in words" }).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start a lesson" }).ClickAsync();
        await Expect(page.Locator(".big-code")).ToBeVisibleAsync();

        await room.CommandAsync(new { type = "raiseHand", student = "ben" });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ben hand raised" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Visit Ben" }).ClickAsync();
        await Expect(page.GetByText("No hand is up.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Visit Ben" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "End lesson" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "End lesson" }).ClickAsync();
        await Expect(page.Locator("#ended-heading")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Re-open" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Go to next" })).ToBeVisibleAsync();
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_newcomer_gets_a_row_without_a_reload()
    {
        var room = await server.RoomAsync("Ana", "Ben");
        var (page, errors) = await OpenLiveAsync(server, room);

        await room.PutAsync("Ana", "Ben", "Zoe");
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(3);
        await room.AnswerAsync("zoe", 1);
        await Expect(Cell(page, "Zoe, Add unlike: learning, 1 try, too early to tell")).ToBeVisibleAsync();
        await WasNeverLoadedAgainAsync(page);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_student_panel_shows_the_answers_so_far_and_the_estimate()
    {
        var room = await server.RoomAsync("Ana", "Ben");
        var (page, errors) = await OpenLiveAsync(server, room);
        await room.AnswerAsync("ana", 1, response: "3/4");
        await room.AnswerAsync("ana", 0, response: "5/12");

        await Cell(page, "Ana, Add unlike: learning, 2 tries, too early to tell").ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "Ana" });
        await Expect(panel.GetByText("5/12")).ToBeVisibleAsync();
        await Expect(panel.GetByText("3/4")).ToBeVisibleAsync();
        await Expect(panel.GetByText("Learning after 2 tries")).ToBeVisibleAsync();
        await Expect(panel.GetByRole(AriaRole.Img, new() { Name = "Mastery of Add unlike over 2 answers" })).ToBeVisibleAsync();

        await room.AnswerAsync("ana", 1, response: "1/2");
        await Expect(panel.GetByText("1/2")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Got it: Add unlike" }).ClickAsync();
        await Expect(panel.GetByText("after 4 tries")).ToBeVisibleAsync();
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_lesson_is_planned_shown_and_started_with_one_tap()
    {
        var room = await server.RoomAsync("Ana", "Ben");
        var (page, errors) = await OpenLiveAsync(server, room, lesson: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan a lesson" }).ClickAsync();
        await page.GetByLabel("What it is called").FillAsync("Parts of parts");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Add unlike" }).UncheckAsync();
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("08:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the plan" }).ClickAsync();
        await Expect(page.GetByText("The lesson must end after it starts.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("What it is called")).ToHaveValueAsync("Parts of parts");
        Assert.Contains("400", Assert.Single(errors), StringComparison.Ordinal);
        errors.Clear();
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("10:20");
        Assert.Empty(await Axe.FindAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the plan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Change Parts of parts" })).ToBeVisibleAsync();

        await page.GotoAsync(room.Live);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Planned: Parts of parts" })).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Start as planned" }).ClickAsync();
        await Expect(page.Locator(".big-code")).ToBeVisibleAsync();
        await Expect(page.GetByText("0 min · ends")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Ratios in words" })).ToBeVisibleAsync();
        await page.GotoAsync($"{server.Address}/classes/{room.Id}/plans");
        await Expect(page.GetByText("No lesson is planned.")).ToBeVisibleAsync();
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Scripts_and_styles_arrive_whole_though_compressed_and_outside_development()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All });
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        foreach (var path in new[] { "built/live.js", "built/page.js", "app.css", "live.css", "rail.css", "grid.css", "panel.css", "phone.css", "icon.svg" })
        {
            var served = await client.GetByteArrayAsync($"{server.Address}/{path}");
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "src", "Web", "wwwroot", path)), served);
        }
    }

    private async Task<(IPage Page, List<string> Errors)> OpenLiveAsync(RealServer at, Room room, bool lesson = true)
    {
        var (page, errors) = await Chromium.OpenAsync();
        await at.SignInAsync(page);
        if (lesson) await room.CommandAsync(new { type = "startLesson", targets = new[] { "k11", "k16" } });
        await page.GotoAsync(room.Live);
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { window.sameDocument = true; }");
        return (page, errors);
    }

    private static ILocator Cell(IPage page, string name) => page.GetByRole(AriaRole.Gridcell, new() { Name = name, Exact = true });

    private static async Task WasNeverLoadedAgainAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"), "the page was loaded again");
}
