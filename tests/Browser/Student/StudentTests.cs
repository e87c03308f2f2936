using System.IO.Compression;
using LiveClass.Grains.Abstractions.Learning;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser.Student;

/// <summary>The student's page at its work: joining, answering, help, and what devices and networks do to it.</summary>
public sealed class StudentTests : BrowserTest
{

    [Fact]
    public async Task From_the_code_to_the_first_question_are_three_taps_and_the_code_leaves_the_address()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, errors) = await Chromium.OpenAsync();
        await page.GotoAsync(host.Page);
        await page.GetByLabel("Class code").FillAsync("kite 27");

        await page.GetByRole(AriaRole.Button, new() { Name = "Go" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ana", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Top number")).ToBeFocusedAsync();

        await page.GotoAsync($"{host.Page}?code={StudentHost.Code}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who are you?" })).ToBeVisibleAsync();
        Assert.Equal(host.Page, page.Url);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_wrong_code_is_said_and_a_device_in_the_lobby_waits_until_it_is_let_in()
    {
        await using var host = await StudentHost.StartAsync();
        host.Lobby = true;
        var (page, _) = await Chromium.OpenAsync();
        await page.GotoAsync(host.Page);
        await page.GetByLabel("Class code").FillAsync("KITE-72");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("No lesson has this code")).ToBeVisibleAsync();

        await page.GetByLabel("Class code").FillAsync(StudentHost.Code);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("You are device 3")).ToBeVisibleAsync();
        host.Lobby = false;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who are you?" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_fraction_is_answered_by_keys_alone_and_nothing_moves()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, errors) = await Chromium.OpenAsync();
        await page.JoinAsync(host);
        await Expect(page.GetByLabel("Top number")).ToBeFocusedAsync();
        await page.EvaluateAsync(Eventually.WatchShifts);
        var before = await page.Locator("#asked").BoundingBoxAsync();

        await page.Keyboard.TypeAsync("9/13");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Not yet.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true })).ToBeVisibleAsync();
        await page.GetByLabel("Top number").FillAsync("1");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.TypeAsync("4");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Right, on the second try.")).ToBeVisibleAsync();

        var after = await page.Locator("#asked").BoundingBoxAsync();
        Assert.Equal((before!.X, before.Y), (after!.X, after.Y));
        var shifted = await page.EvaluateAsync<string[]>("() => window.shifted");
        Assert.True(shifted.Length == 0, string.Join("; ", shifted));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Top number")).ToHaveValueAsync("");
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(["9/13", "1/4"], host.Answers.Select(answer => answer.Response));
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task Nothing_moves_by_itself_over_a_minute_of_updates(int width, int height)
    {
        await using var host = await StudentHost.StartAsync();
        var view = OwnViews.Asked("fraction");
        await host.SetAsync(view);
        var (page, errors) = await Chromium.OpenAsync(width, height, touch: width < 600);
        await page.JoinAsync(host);
        await Expect(page.GetByLabel("Top number")).ToBeVisibleAsync();
        await Shifts.WatchAsync(page);
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Top number")).ToBeVisibleAsync();
        for (var second = 0; second < 60; second++)
        {
            var hand = second % 12 is > 2 and < 9;
            await host.SetAsync(view with
            {
                Version = view.Version + second,
                Now = view.Now + TimeSpan.FromSeconds(second),
                HandRaised = hand ? view.Now : null,
                HandsBefore = hand ? 11 - second % 12 : null,
                ClaimedBy = second % 12 == 8 ? "Ms Alexandra Dombrowski-Haas" : null,
                PlannedEnd = second % 5 == 0 ? null : view.PlannedEnd + TimeSpan.FromMinutes(second),
                Goal = second % 7 < 3 ? null : new(8, second % 9),
            });
            await page.WaitForFunctionAsync("(up) => document.querySelector('.help').getAttribute('aria-pressed') === up", hand ? "true" : "false");
            await Shifts.PaintedAsync(page);
        }

        await Shifts.AreNoneAsync(page);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_pages_own_keypad_writes_on_touch_and_the_systems_stays_away()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, _) = await Chromium.OpenAsync(390, 844, touch: true);
        await page.JoinAsync(host);
        await page.GetByLabel("Top number").TapAsync();
        await Expect(page.GetByLabel("Top number")).ToHaveAttributeAsync("inputmode", "none");

        foreach (var key in new[] { "1", "Other box", "4" }) await page.GetByRole(AriaRole.Button, new() { Name = key, Exact = true }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).TapAsync();
        await Expect(page.GetByText("Right!")).ToBeVisibleAsync();
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal("1/4", host.Answers.Single().Response);
    }

    [Fact]
    public async Task A_check_keeps_the_answer_to_itself()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("check-fraction", kind: NextStepKind.Check));
        var (page, _) = await Chromium.OpenAsync();
        await page.JoinAsync(host);
        await page.AnswerAsync("9", "13");
        await Expect(page.GetByText("Saved. Your teacher sees it.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Hint" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_hand_says_its_place_and_pressed_without_a_link_it_is_told_later()
    {
        await using var host = await StudentHost.StartAsync();
        var view = OwnViews.Asked("fraction");
        await host.SetAsync(view);
        var (page, _) = await Chromium.OpenAsync();
        await page.JoinAsync(host);
        var help = page.GetByRole(AriaRole.Button, new() { Name = "Help", Exact = true });
        await help.ClickAsync();
        await Expect(help).ToHaveAttributeAsync("aria-pressed", "true");
        await host.SetAsync(view with { Version = view.Version + 100, HandRaised = view.Now, HandsBefore = 1 });
        await Expect(page.GetByText("Your teacher knows. You are second. Try this one while you wait.")).ToBeVisibleAsync();
        await host.SetAsync(view with { Version = view.Version + 101, HandRaised = view.Now, HandsBefore = 0, ClaimedBy = "Ms Ito" });
        await Expect(page.GetByText("Ms Ito is coming to you.")).ToBeVisibleAsync();
        await host.SetAsync(view with { Version = view.Version + 102 });
        await Expect(help).ToHaveAttributeAsync("aria-pressed", "false");

        host.SetGone(true);
        await Expect(page.GetByText("No link", new() { Exact = true })).ToBeVisibleAsync();
        await help.ClickAsync();
        await Expect(page.GetByText("I'll tell your teacher when the link is back.")).ToBeVisibleAsync();
        Assert.Single(host.Commands);
        host.SetGone(false);
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("I'll tell your teacher")).ToBeHiddenAsync();
        Assert.Equal(["raiseHand", "raiseHand"], host.Commands.Select(command => command.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_hand_is_up_at_the_first_tap_and_what_it_is_about_is_one_more_that_can_be_left_out()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, errors) = await Chromium.OpenAsync(390, 844);
        await page.JoinAsync(host);
        var help = page.GetByRole(AriaRole.Button, new() { Name = "Help", Exact = true });
        var topics = page.GetByRole(AriaRole.Group, new() { Name = "What is it about?" });
        var before = await page.Locator("#asked").BoundingBoxAsync();
        await help.ClickAsync();
        await Eventually.Async(() => host.Commands.Count == 1);
        await Expect(topics).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "pictures", "student-topics-390x844.png") });
        await topics.GetByRole(AriaRole.Button, new() { Name = "Check my work" }).ClickAsync();
        await Expect(topics).ToBeHiddenAsync();
        await Expect(help).ToHaveAttributeAsync("aria-pressed", "true");
        await Eventually.Async(() => host.Commands.Count == 2);
        Assert.Equal(["raiseHand -", "raiseHand check"], host.Commands.Select(command => $"{command.GetProperty("type")} {(command.TryGetProperty("about", out var about) ? about.GetString() : "-")}"));

        await help.ClickAsync();
        await Expect(help).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(topics).ToBeHiddenAsync();
        await help.PressAsync("Enter");
        await Expect(topics).ToBeVisibleAsync();
        await page.GetByLabel("Top number").FillAsync("1");
        await page.GetByLabel("Top number").FocusAsync();
        await Expect(topics).ToBeHiddenAsync();
        await Expect(help).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal(before!.Y, (await page.Locator("#asked").BoundingBoxAsync())!.Y);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task What_the_first_child_left_is_delivered_by_the_next_childs_page_and_never_shown()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        await host.SetAsync(OwnViews.Asked("fraction", "ben"));
        var (page, errors) = await Chromium.OpenAsync();
        await page.JoinAsync(host);
        host.TakesNothing = true;
        await page.AnswerAsync("9", "13");
        await Expect(page.GetByText("Saving…")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I am not Ana" }).ClickAsync();
        await Expect(page.GetByLabel("Class code")).ToBeVisibleAsync();

        await page.GetByLabel("Class code").FillAsync(StudentHost.Code);
        await page.Keyboard.PressAsync("Enter");
        await page.SayWhoAsync("Ben");
        await Expect(page.GetByLabel("Top number")).ToHaveValueAsync("");
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(0, await page.GetByText("Ana").CountAsync());
        host.TakesNothing = false;
        await page.AnswerAsync("1", "4");
        await Expect(page.GetByText("Right!")).ToBeVisibleAsync();
        await Eventually.Async(() => host.Answers.Count == 2);
        Assert.Equal([("ana", "9/13"), ("ben", "1/4")], host.Answers.Select(answer => (answer.Student, answer.Response)).Order());
        Assert.DoesNotContain("lcr_", await page.EvaluateAsync<string>(Eventually.WholeDisk), StringComparison.Ordinal);
        Assert.DoesNotContain(errors, error => !error.Contains("503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ten_minutes_without_a_network_and_a_reload_lose_and_double_nothing()
    {
        await using var host = await StudentHost.StartAsync();
        host.Ahead.AddRange([("k16", "fraction-2"), ("k17", "fraction-3")]);
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, _) = await Chromium.OpenAsync();
        await page.Clock.InstallAsync();
        await page.JoinAsync(host);
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.ready.then(() => caches.keys()).then((names) => names.length > 0)");
        for (var filled = 0; filled < 20; filled = await page.EvaluateAsync<int>(Eventually.PreparedForms)) await page.Clock.RunForAsync(1_000);

        host.SetGone(true);
        for (var answer = 1; answer <= 20; answer++)
        {
            await page.Clock.RunForAsync(30_000);
            if (answer == 11)
            {
                await page.ReloadAsync();
                await Expect(page.GetByText("10 saved here")).ToBeVisibleAsync();
            }

            await page.AnswerAsync("1", "4");
            await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        }

        await Expect(page.GetByText("20 saved here")).ToBeVisibleAsync();
        Assert.Empty(host.Answers);
        host.SetGone(false);
        for (var second = 0; second < 30 && host.Answers.Count < 20; second++) await page.Clock.RunForAsync(1_000);
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(Enumerable.Range(1, 20), host.Answers.Select(answer => answer.Sequence));
        Assert.Single(host.Answers.Select(answer => answer.Source).Distinct());
    }

    [Fact]
    public async Task Without_a_secure_context_the_page_says_to_stay_open_and_keeps_answers_over_a_reload()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, _) = await Chromium.OpenAsync();
        await page.AddInitScriptAsync(Pages.TeacherPages.MovableClock);
        await page.GotoAsync($"{host.Page.Replace("127.0.0.1", Chromium.SchoolHost, StringComparison.Ordinal)}?code={StudentHost.Code}");
        Assert.False(await page.EvaluateAsync<bool>("() => isSecureContext"));
        await page.SayWhoAsync("Ana");
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();

        host.TakesNothing = true;
        await page.AnswerAsync("9", "13");
        await Expect(page.GetByText("Saving…")).ToBeVisibleAsync();
        host.SetGone(true);
        await Expect(page.GetByText("1 saved here")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { window.later = 6_000; }");
        await Expect(page.GetByText("No link. Go on and keep this page open: your answers are saved here and sent later.")).ToBeVisibleAsync();

        host.SetGone(false);
        await page.ReloadAsync();
        await Expect(page.GetByText("Saving…")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
        host.TakesNothing = false;
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal([(1, "9/13")], host.Answers.Select(answer => (answer.Sequence, answer.Response)));
    }

    [Fact]
    public async Task The_lesson_ends_during_a_question_and_what_was_done_is_delivered()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, _) = await Chromium.OpenAsync();
        await page.JoinAsync(host);
        await page.GetByLabel("Top number").FillAsync("1");
        await host.EndAsync();
        await Expect(page.GetByText("The lesson is over. Finish this one if you like.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Top number")).ToHaveValueAsync("1");
        await page.AnswerAsync("1", "4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "That was today, Ana" })).ToBeVisibleAsync();
        await Expect(page.GetByText("You answered one question.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Everything is saved. You can close this page.")).ToBeVisibleAsync();
        Assert.Equal("1/4", host.Answers.Single().Response);
    }

    [Fact]
    public async Task Two_tabs_give_each_answer_one_number_and_send_it_once()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, _) = await Chromium.OpenAsync();
        await page.JoinAsync(host);
        await Expect(page.GetByLabel("Top number")).ToBeVisibleAsync();
        var other = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("() => void window.open('/student')"));
        await Expect(other.GetByLabel("Top number")).ToBeVisibleAsync();

        foreach (var tab in new[] { page, other, page, other })
        {
            await tab.AnswerAsync("1", "4");
            await tab.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        }

        await Eventually.Async(() => host.Answers.Count == 4);
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal([1, 2, 3, 4], host.Answers.Select(answer => answer.Sequence));
        Assert.Equal(0, host.Duplicates);
    }

    [Fact]
    public async Task A_question_is_read_aloud_by_a_voice_of_the_device_and_by_no_other()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, _) = await Chromium.OpenAsync();
        await page.AddInitScriptAsync(Eventually.StandInForSpeech);
        await page.JoinAsync(host);
        var aloud = page.GetByRole(AriaRole.Button, new() { Name = "Read aloud" });
        await aloud.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Stop reading" })).ToBeVisibleAsync();
        Assert.Equal("device voice", await page.EvaluateAsync<string>("() => window.said.at(-1).voice"));
        Assert.NotEmpty(await page.EvaluateAsync<string>("() => window.said.at(-1).text"));
        await page.EvaluateAsync("() => { window.voices = window.voices.filter((voice) => !voice.localService); speechSynthesis.onvoiceschanged(); }");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Stop reading" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_page_changes_to_Spanish_at_once_and_stays_so()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, _) = await Chromium.OpenAsync();
        await page.JoinAsync(host);
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.GetByLabel("Español").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Comprobar" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ayuda" })).ToBeVisibleAsync();
        await Expect(page.Locator("#asked[lang=es]")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Comprobar" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_open_question_waits_while_eyes_are_up()
    {
        await using var host = await StudentHost.StartAsync();
        var view = OwnViews.Asked("fraction");
        await host.SetAsync(view);
        var (page, _) = await Chromium.OpenAsync();
        await page.JoinAsync(host);
        await page.GetByLabel("Top number").FillAsync("1");
        await host.SetAsync(view with { Version = view.Version + 100, EyesUp = true });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Eyes up" })).ToBeVisibleAsync();
        await host.SetAsync(view with { Version = view.Version + 101 });
        await Expect(page.GetByLabel("Top number")).ToHaveValueAsync("1");
    }

    [Fact]
    public void The_module_with_everything_in_it_is_at_most_forty_kilobytes_compressed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(Path.Combine(Repository.Root, "src", "Web", "wwwroot", "built", "student.js")));

        Assert.InRange(packed.Length, 1, 40 * 1024);
    }
}
