using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Tests.Browser.Sample;
using LiveClass.Web.Screens;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser;

/// <summary>What the teacher's page promises: everything in sight, nothing moves, two seconds to see and two taps to act, all can be taken back.</summary>
public sealed class TeacherPageTests : BrowserTest
{
    [Theory]
    [InlineData(625)]
    [InlineData(768)]
    public async Task Thirty_five_students_and_twelve_skills_are_in_sight_without_scrolling(int height)
    {
        await using var host = await SampleHost.StartAsync();
        host.Joining = SampleBoards.Waiting;
        var page = await OpenAsync(host, SampleBoards.Running(35, 12), height);

        await Expect(page.Locator(".row[data-student]")).ToHaveCountAsync(35);
        Assert.Equal("[]", await page.EvaluateAsync<string>("""
            () => JSON.stringify([...document.querySelectorAll('.row[data-student], .row[data-student] .cell')]
                .map((part) => part.getBoundingClientRect())
                .filter((box) => box.bottom > innerHeight || box.right > innerWidth || box.height < 22 || box.width < 20))
            """));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"));
        Assert.True(await page.EvaluateAsync<bool>("() => { const rail = document.querySelector('.rail'); return rail.scrollHeight <= rail.clientHeight + 1; }"), "the rail scrolls");
    }

    [Theory]
    [InlineData(768)]
    [InlineData(625)]
    public async Task Nothing_moves_by_itself_over_a_minute_of_updates(int height)
    {
        await using var host = await SampleHost.StartAsync();
        host.Joining = SampleBoards.Waiting;
        var board = SampleBoards.Running(35, height == 768 ? 8 : 12);
        await host.SetAsync(board);
        var (page, errors) = await Chromium.OpenAsync(1366, height);
        await page.AddInitScriptAsync(Pages.TeacherPages.MovableClock);
        await Shifts.WatchAsync(page);
        await page.GotoAsync(host.Address + ScreenPaths.Live(board.Classroom));
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        var random = new Random(3);
        for (var second = 0; second < 60; second++)
        {
            board = Changed(board, random);
            await host.SetAsync(board);
            if (random.Next(8) == 0) await host.SetJoiningAsync(random.Next(2) == 0 ? SampleBoards.Waiting : SampleBoards.NobodyWaits);
            await page.WaitForFunctionAsync("(kept) => { window.later += 1000; return document.querySelector('.counts')?.textContent.startsWith(kept); }", $"{board.Counts.Evidence:N0} ");
            await Shifts.PaintedAsync(page);
        }

        await Shifts.AreNoneAsync(page);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_first_three_cards_are_the_three_most_pressing_students_and_are_seen_without_a_tap()
    {
        await using var host = await SampleHost.StartAsync();
        var board = SampleBoards.Running();
        var page = await OpenAsync(host, board, 625);

        var pressing = board.Students.Where(student => student.Presence == Presence.Here && !student.Help.IsEmpty)
            .OrderBy(student => student.Help[0].Reason).ThenBy(student => student.Help[0].Since).Take(3).Select(student => ShortNames.WithInitial(student.Name));
        Assert.Equal(pressing, await page.Locator(".card-name").AllTextContentsAsync());
        foreach (var card in await page.Locator(".card").AllAsync())
        {
            var box = await card.BoundingBoxAsync();
            Assert.InRange(box!.Y + box.Height, 0, 625);
        }
    }

    [Fact]
    public async Task Visit_observe_and_answering_a_hand_take_two_taps_at_most()
    {
        await using var host = await SampleHost.StartAsync();
        var page = await OpenAsync(host, SampleBoards.Running());

        await page.GetByRole(AriaRole.Button, new() { Name = "Visit Ana Barros" }).ClickAsync();
        Assert.Equal("visit s3", await LastAsync(host, 1));

        await page.GetByRole(AriaRole.Gridcell, new() { NameString = "Björn Ek, Add unlike" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Got it: Add unlike" }).ClickAsync();
        Assert.Equal("observe s8", await LastAsync(host, 2));
        await page.Keyboard.PressAsync("Escape");

        await page.Locator(".hand-lines .line").First.ClickAsync();
        await page.Locator(".student .actions").GetByRole(AriaRole.Button, new() { Name = "Done here" }).ClickAsync();
        Assert.Equal("visit s3", await LastAsync(host, 3));
    }

    [Fact]
    public async Task What_was_done_is_said_in_one_line_and_taken_back_by_its_button_or_Z()
    {
        await using var host = await SampleHost.StartAsync();
        var page = await OpenAsync(host, SampleBoards.Running());
        await page.GetByRole(AriaRole.Rowheader, new() { NameString = "Björn Ek" }).FocusAsync();
        await page.Keyboard.PressAsync("y");
        await Expect(page.Locator(".notice")).ToContainTextAsync("Björn E.: got it.");
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator(".notice")).ToContainTextAsync("Taken back.");
        var undo = host.Commands.Last();
        Assert.Equal(("undo", "1"), (undo.GetProperty("type").GetString(), undo.GetProperty("decision").GetString()));

        await page.GetByRole(AriaRole.Button, new() { Name = "Visit Ana Barros" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Done Ana Barros" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Visit Ana Barros" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator(".notice")).ToContainTextAsync("There is nothing to undo.");
    }

    [Fact]
    public async Task A_note_is_written_by_its_key_and_kept()
    {
        await using var host = await SampleHost.StartAsync();
        host.Notes.Enqueue(new { note = 1, at = "2026-11-22T10:00:00Z", skill = (string?)null, text = "draws first", by = "Ms Ito" });
        var page = await OpenAsync(host, SampleBoards.Running());
        await page.GetByRole(AriaRole.Rowheader, new() { NameString = "Björn Ek" }).FocusAsync();
        await page.Keyboard.PressAsync("o");
        await Expect(page.GetByText("draws first")).ToBeVisibleAsync();
        await page.GetByLabel("Note about Björn Ek").PressSequentiallyAsync("adds the tops");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep note" }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("Note kept.");
        Assert.Equal("adds the tops", host.Commands.Last().GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_full_station_is_refused_beside_the_button_with_ways_on()
    {
        await using var host = await SampleHost.StartAsync();
        host.Refusals["moveToStation"] = "station-full";
        var page = await OpenAsync(host, SampleBoards.Running());
        await page.GetByRole(AriaRole.Rowheader, new() { NameString = "Björn Ek" }).ClickAsync();
        await page.GetByLabel("Move to").SelectOptionAsync("teacher");
        await Expect(page.Locator(".refused")).ToContainTextAsync("Teacher is full (6).");

        host.Refusals.Clear();
        await page.Locator(".refused button").First.ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("Björn E. moves to");
    }

    [Fact]
    public async Task An_empty_lesson_shows_the_code_large_and_one_tap_lets_all_in_who_wait()
    {
        await using var host = await SampleHost.StartAsync();
        host.Joining = SampleBoards.Waiting;
        var page = await OpenAsync(host, SampleBoards.Empty());
        await Expect(page.Locator(".big-code")).ToHaveTextAsync("KITE-27");
        // As large as the rail holds it, also for the widest words that codes are made of.
        Assert.Equal("80px", await page.Locator(".big-code").EvaluateAsync<string>("(code) => getComputedStyle(code).fontSize"));
        var cut = await page.Locator(".big-code").EvaluateAsync<string[]>(
            """
            (code) => ['MOON', 'WAGON', 'MEADOW', 'THUNDER', 'UMBRELLA'].filter((word) => {
              code.dataset.letters = word.length;
              code.firstElementChild.textContent = word;
              return code.scrollWidth > code.clientWidth;
            })
            """);
        Assert.Empty(cut);
        Assert.True(await page.EvaluateAsync<bool>("() => { const rail = document.querySelector('.rail'); return rail.scrollWidth <= rail.clientWidth; }"), "the code is wider than the rail");

        await page.GetByRole(AriaRole.Button, new() { Name = "2 wait: let them in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "2 wait: let them in" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_another_adult_did_with_the_class_is_told_with_the_way_back()
    {
        await using var host = await SampleHost.StartAsync();
        var board = SampleBoards.Running();
        var page = await OpenAsync(host, board);
        await host.SetAsync(board with { Version = 918, Lesson = board.Lesson! with { EyesUp = true, EyesBy = "Mr Oro" } });
        await Expect(page.Locator(".notice")).ToContainTextAsync("Mr Oro called eyes up, 11:28.");
        await page.Locator(".notice").GetByRole(AriaRole.Button, new() { Name = "Back to work" }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("Back to work.");
        Assert.Equal("backToWork", host.Commands.Last().GetProperty("type").GetString());
    }

    [Fact]
    public async Task An_ended_lesson_is_summed_up()
    {
        await using var host = await SampleHost.StartAsync();
        var page = await OpenAsync(host, SampleBoards.Ended());
        await Expect(page.GetByText("4 came in after the end")).ToBeVisibleAsync();
        await Expect(page.GetByText("9 were not visited")).ToBeVisibleAsync();
        await Expect(page.Locator(".summary li")).ToHaveCountAsync(3);
        await Expect(page.GetByText("Take up “adds tops and bottoms” in Add unlike: seen 4 times.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_text_of_the_page_can_be_translated()
    {
        await using var host = await SampleHost.StartAsync();
        host.Joining = SampleBoards.Waiting;
        foreach (var board in new[] { SampleBoards.Running(), SampleBoards.NoLesson(), SampleBoards.Ended(), SampleBoards.Empty(), SampleBoards.FirstMinute() })
        {
            await host.SetAsync(board);
            var (page, _) = await Chromium.OpenAsync();
            await page.Context.AddCookiesAsync([new Cookie { Name = "liveclass-language", Value = "qps", Url = host.Address }]);
            await page.GotoAsync(host.Address + ScreenPaths.Live(board.Classroom));
            await Expect(page.GetByText("⟦Live⟧")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "⟦Menu⟧" }).ClickAsync();
            await page.GetByRole(AriaRole.Rowheader, new() { NameString = "Björn Ek" }).ClickAsync();
            await Expect(page.Locator(".answers li").First).ToBeVisibleAsync();
            var left = await page.EvaluateAsync<string[]>(Untranslated);
            Assert.DoesNotContain(left, text => !IsData(text));
            await page.Context.CloseAsync();
        }
    }

    // Texts and accessible names in sight, without what stands between ⟦ and ⟧ (which may hold another such pair).
    private const string Untranslated = """
        () => {
          const strip = (text) => { for (let before = ''; before !== text; ) { before = text; text = text.replace(/⟦[^⟦⟧]*⟧/g, ''); } return text.trim(); };
          const texts = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) if (!['SCRIPT', 'NOSCRIPT', 'STYLE'].includes(walker.currentNode.parentElement.tagName)) texts.push(walker.currentNode.textContent);
          for (const element of document.querySelectorAll('[aria-label]')) texts.push(element.getAttribute('aria-label'));
          for (const element of document.querySelectorAll('[title]')) texts.push(element.getAttribute('title'));
          return [...new Set(texts.map(strip))].filter((text) => /\p{L}{2,}/u.test(text));
        }
        """;

    private static readonly HashSet<string> Data = DataOf(SampleBoards.Running());

    private static bool IsData(string text) => Data.Contains(text) || text.Split([' ', ',', '.', ':', '…', '·', '/', '✓', '✕'], StringSplitOptions.RemoveEmptyEntries)
        .All(word => word.Length < 2 || !word.Any(char.IsLetter) || Data.Contains(word));

    // Names, skills, stations, and the sample's answers: what people wrote.
    private static HashSet<string> DataOf(BoardView board)
    {
        var whole = board.Students.Select(student => student.Name).Concat(board.Skills.Select(skill => skill.Name)).Concat(board.Stations.Select(station => station.Name))
            .Concat(["adds tops and bottoms", "KITE-27", "KITE", "stuck", "check my work", "Ms Ito", "6a", "Esc", "Enter", "Home", "End", "no"]).ToList();
        return [.. whole, .. whole.SelectMany(text => text.Split([' ', ',', '-'])), .. whole.SelectMany(text => text.Split(' ')).Select(word => word.Length > 6 ? word[..6] : word),
            .. whole.SelectMany(text => text.Split(' ')).Where(word => word.Length > 6).Select(word => word[6..Math.Min(12, word.Length)]),
            .. board.Students.SelectMany(student => student.Help).SelectMany(help => help.Evidence.Split(' ', ',')), .. Enumerable.Range(2800, 20).Select(n => $"i{n}"),
            .. Enumerable.Range(0, 60).Select(n => $"i{n}")];
    }

    private async Task<IPage> OpenAsync(SampleHost host, BoardView board, int height = 768)
    {
        await host.SetAsync(board);
        var (page, _) = await Chromium.OpenAsync(1366, height);
        await page.GotoAsync(host.Address + ScreenPaths.Live(board.Classroom));
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        return page;
    }

    private static async Task<string> LastAsync(SampleHost host, int count)
    {
        while (host.Commands.Count < count) await Task.Yield();
        var command = host.Commands.Last();
        return $"{command.GetProperty("type").GetString()} {command.GetProperty("student").GetString()}";
    }

    // One answer, and now and then what else changes in a class: help, presence, a link, a visit, places, what is for everybody.
    private static BoardView Changed(BoardView board, Random random)
    {
        var place = random.Next(board.Students.Length);
        var student = board.Students[place];
        var cell = student.Cells[random.Next(student.Cells.Length)];
        student = student with
        {
            Cells = student.Cells.Replace(cell, cell with { Level = (MasteryLevel)random.Next(5), Mastery = random.NextDouble(), Opportunities = random.Next(14) }),
            Help = random.Next(3) > 0 ? student.Help : student.Help.IsEmpty ? [new HelpView((ShownReason)random.Next(5), board.Now - TimeSpan.FromMinutes(random.Next(14)), "stuck")] : [],
            Presence = random.Next(5) > 0 ? student.Presence : (Presence)random.Next(5),
            Link = random.Next(5) > 0 ? student.Link : (Link)random.Next(3),
            Station = random.Next(5) > 0 ? student.Station : board.Stations[random.Next(4)].Id,
            ClaimedBy = random.Next(8) > 0 ? student.ClaimedBy : "Ms Ito",
            LastVisit = random.Next(8) > 0 ? student.LastVisit : board.Now,
        };
        var students = board.Students.SetItem(place, student);
        var lesson = board.Lesson! with { EyesUp = random.Next(12) == 0, EyesBy = "Mr Oro" };
        return board with
        {
            Version = board.Version + 1,
            Now = board.Now + TimeSpan.FromSeconds(1),
            Lesson = lesson,
            Students = students,
            Rotation = random.Next(10) > 0 ? board.Rotation : new(random.Next(1, 4), 3, (RotationPhase)random.Next(1, 3), board.Now + TimeSpan.FromSeconds(random.Next(30, 700)), 0, Paused: false, []),
            Stations = [.. board.Stations.Select(station => station with { Here = students.Count(each => each.Station == station.Id && each.Presence == Presence.Here) })],
            Queue = [.. students.Where(each => !each.Help.IsEmpty && each.Presence == Presence.Here).OrderBy(each => each.Help[0].Reason).ThenBy(each => each.Help[0].Since)
                .Select(each => new QueueLineView(each.Id, each.Help[0].Reason, each.Help[0].Since))],
            Everyone = random.Next(4) > 0 ? board.Everyone : random.Next(2) == 0 ? null : new EveryoneView("k11", random.Next(8, 20), 31),
            Unseen = [.. students.Take(random.Next(20)).Select(each => each.Id)],
            Praise = random.Next(4) > 0 ? board.Praise : random.Next(2) == 0 ? [] : [new PraiseView(students[random.Next(30)].Id, "", 6, random.Next(7, 12))],
            Counts = board.Counts with { Evidence = board.Counts.Evidence + 1 + (random.Next(20) == 0 ? 90_000 : 0) },
        };
    }
}
