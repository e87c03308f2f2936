using System.Text.Json;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Hub;
using LiveClass.Tests.Server.Running;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Tests.Server.Joining;

/// <summary>A student's device on the hub.</summary>
[Collection(ServerSuite.Name)]
public sealed class DeviceHubTests(RunningServer server)
{
    [Fact]
    public async Task A_device_sees_its_own_students_view_and_nothing_of_others()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana", language: "es");
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, joined.ReadToken);
        var heard = new Heard(hub);

        await hub.WatchAsync(lesson.Classroom, view: "student");
        var view = await heard.UntilAsync("Snapshot", board => board.GetProperty("card").ValueKind == JsonValueKind.Object);

        Assert.Equal("ana", view.GetProperty("student").GetString());
        Assert.DoesNotContain("ben", view.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.False(view.TryGetProperty("students", out _));
        // In its language, whether the school has items of the skill by now or not.
        Assert.Contains(view.GetProperty("card").GetProperty("why").GetString(), new[] { "Trabaja Fractions en papel.", "Fractions es lo que aprendemos hoy." });
    }

    [Fact]
    public async Task A_device_watches_no_other_view_and_no_other_classroom()
    {
        var (lesson, other) = (await RunningLesson.StartAsync(server), await RunningLesson.StartAsync(server));
        var joined = await lesson.JoinAsync("ana");
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, joined.ReadToken);

        foreach (var view in new[] { "teacher", "coach", "wall" })
            Assert.Contains("wrong-scope:", (await Assert.ThrowsAsync<HubException>(() => hub.WatchAsync(lesson.Classroom, view: view))).Message, StringComparison.Ordinal);
        Assert.Contains("unknown-classroom:", (await Assert.ThrowsAsync<HubException>(() => hub.WatchAsync(other.Classroom, view: "student"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_student_commands_for_itself_alone_and_only_what_students_may()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana");
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, joined.ReadToken);
        var heard = new Heard(hub);
        await hub.WatchAsync(lesson.Classroom, view: "student");

        var own = await hub.SubmitCommandAsync(lesson.Classroom, new CommandBody { Type = "raiseHand" });
        var raised = await heard.UntilAsync("Snapshot", view => view.GetProperty("handRaised").ValueKind == JsonValueKind.String);
        var other = await Assert.ThrowsAsync<HubException>(() => hub.SubmitCommandAsync(lesson.Classroom, new CommandBody { Type = "raiseHand", Student = "ben" }));
        var adults = await Assert.ThrowsAsync<HubException>(() => hub.SubmitCommandAsync(lesson.Classroom, new CommandBody { Type = "endLesson" }));

        Assert.Equal("accepted", own.Outcome);
        Assert.Equal(0, raised.GetProperty("handsBefore").GetInt32());
        Assert.Contains("other-student:", other.Message, StringComparison.Ordinal);
        Assert.Contains("other-student:", adults.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_hand_is_about_is_on_the_teachers_board_and_on_no_students()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana");
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, joined.ReadToken);
        var heard = new Heard(hub);
        await hub.WatchAsync(lesson.Classroom, view: "student");
        using var key = server.Client();

        await hub.SubmitCommandAsync(lesson.Classroom, new CommandBody { Type = "raiseHand" });
        var first = Hand(await key.UntilAsync($"/api/v1/classrooms/{lesson.Classroom}/board", board => Hand(board) is not null));
        await hub.SubmitCommandAsync(lesson.Classroom, new CommandBody { Type = "raiseHand", About = "check" });
        var second = Hand(await key.UntilAsync($"/api/v1/classrooms/{lesson.Classroom}/board", board => Hand(board) is { } hand && hand.TryGetProperty("about", out _)));
        await hub.SubmitCommandAsync(lesson.Classroom, new CommandBody { Type = "raiseHand", About = "I lost my pencil" });
        var third = Hand(await key.UntilAsync($"/api/v1/classrooms/{lesson.Classroom}/board", board => Hand(board) is { } hand && hand.GetProperty("about").GetString() == "other"));

        Assert.False(first!.Value.TryGetProperty("about", out _));
        Assert.Equal("check", second!.Value.GetProperty("about").GetString());
        Assert.Equal(first.Value.GetProperty("since").GetString(), third!.Value.GetProperty("since").GetString());
        Assert.DoesNotContain("pencil", third.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("about", heard.Last("Snapshot").ToString(), StringComparison.Ordinal);

        static JsonElement? Hand(JsonElement board) => board.GetProperty("students").EnumerateArray()
            .SelectMany(student => student.GetProperty("help").EnumerateArray()).Select(help => (JsonElement?)help).FirstOrDefault();
    }

    [Fact]
    public async Task The_end_of_the_lesson_is_shown_then_the_device_is_let_go()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana");
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, joined.ReadToken);
        var heard = new Heard(hub);
        await hub.WatchAsync(lesson.Classroom, view: "student");

        await lesson.EndAsync();

        var reason = await heard.UntilAsync("Revoked", _ => true);
        Assert.Equal("lesson-ended", reason.GetString());
        Assert.Equal("ended", heard.Last("Snapshot").GetProperty("lesson").GetString());
        await hub.Closed.WaitAsync(Heard.Patience);
    }

    [Theory]
    [InlineData("remove", "removed")]
    [InlineData("next", "next-child")]
    public async Task A_device_whose_token_ends_hears_why(string how, string reason)
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana");
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, joined.ReadToken);
        var heard = new Heard(hub);
        await hub.WatchAsync(lesson.Classroom, view: "student");

        if (how == "remove") await lesson.AdultAsync("remove", """{"student":"ana"}""");
        else await lesson.JoinAsync("ben", joined.Device);

        Assert.Equal(reason, (await heard.UntilAsync("Revoked", _ => true)).GetString());
        await hub.Closed.WaitAsync(Heard.Patience);
    }

    [Fact]
    public async Task A_next_step_reaches_its_device_at_once()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana");
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, joined.ReadToken);
        var heard = new Heard(hub);
        await hub.WatchAsync(lesson.Classroom, view: "student");
        using var key = server.Client();

        await key.CommandAsync(lesson.Classroom, """{"type":"overrideNextStep","student":"ana","skill":"k2"}""");

        var card = await heard.UntilAsync("NextStep", step => step.GetProperty("skill").GetString() == "k2");
        Assert.Equal("Ratios", card.GetProperty("skillName").GetString());
        Assert.DoesNotContain("mastered", card.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_device_is_live_while_connected_says_what_it_holds_and_is_lost_when_it_stays_away()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana");
        var path = $"/api/v1/classrooms/{lesson.Classroom}/board";
        using var key = server.Client();
        var hub = await ClassroomHubClient.ConnectAsync(server.Address, joined.ReadToken);
        await hub.WatchAsync(lesson.Classroom, view: "student");

        await hub.SubmitAsync([new EvidenceItem { Sequence = 1, Source = joined.Source, Classroom = "", Student = "", Item = "none", Skills = [], Score = 0, Kind = "practice" }], waiting: 7);
        var live = await key.UntilAsync(path, board => Ana(board).GetProperty("waiting").GetInt32() == 7);
        await hub.DisposeAsync();
        var lost = await key.UntilAsync(path, board => Ana(board).GetProperty("link").GetString() == "lost");

        Assert.Equal("live", Ana(live).GetProperty("link").GetString());
        Assert.Equal("lost", Ana(lost).GetProperty("link").GetString());
        Assert.Equal("here", Ana(lost).GetProperty("presence").GetString());
    }

    [Fact]
    public async Task Who_watches_hears_of_a_link_in_a_delta_that_leaves_the_version()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana");
        using var key = server.Client();
        await key.UntilAsync($"/api/v1/classrooms/{lesson.Classroom}/board", board => Ana(board).GetProperty("presence").GetString() == "here");
        await using var teacher = await ClassroomHubClient.ConnectAsync(server.Address, RunningServer.AllKey);
        var heard = new Heard(teacher);
        await teacher.WatchAsync(lesson.Classroom);
        await heard.UntilAsync("Snapshot", _ => true);

        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, joined.ReadToken);

        var delta = await heard.UntilAsync("Delta", change => change.ToString().Contains("\"link\"", StringComparison.Ordinal));
        Assert.Equal(delta.GetProperty("from").GetInt64(), delta.GetProperty("to").GetInt64());
    }

    private static JsonElement Ana(JsonElement board) => board.GetProperty("students").EnumerateArray().First(s => s.GetProperty("id").GetString() == "ana");
}
