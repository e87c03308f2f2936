using System.Net;
using System.Text.Json;
using LiveClass.Records.Accounts;
using LiveClass.Tests.Server.Joining;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server;

/// <summary>A coach looks into a room: what it gets, what it does not, and that the teacher sees it.</summary>
[Collection(ServerSuite.Name)]
public sealed class CoachTests(RunningServer server)
{
    [Fact]
    public async Task A_coach_opens_the_room_without_names_and_the_teacher_sees_that_somebody_looks()
    {
        var room = await server.NewClassroomAsync();
        using var teacher = await server.PersonAsync(AdultRole.Teacher, room);
        using var coach = await server.PersonAsync(AdultRole.Coach, room);
        using var teachers = await server.HubAsync(teacher.Cookie);
        await teachers.CallAsync("Watch", $"[\"{room}\",null,\"teacher\"]");

        await teacher.Browser.UntilAsync($"/api/v1/classrooms/{room}/board", board => board.GetProperty("students").GetArrayLength() == 2);
        var page = await coach.Browser.GetStringAsync($"/classrooms/{room}/live");
        using var coachs = await server.HubAsync(coach.Cookie);
        await coachs.CallAsync("Watch", $"[\"{room}\",null,\"coach\"]");
        var snapshot = await coachs.ToldAsync("Snapshot");
        var told = await ToldAsync(teachers, "\"coach\":{\"here\":[\"person-");

        Assert.Contains("Student 1", page, StringComparison.Ordinal);
        Assert.Contains("You are watching.", page, StringComparison.Ordinal);
        foreach (var seen in new[] { page, snapshot! })
        {
            Assert.DoesNotContain("Ana", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("\"ana\"", seen, StringComparison.Ordinal);
        }

        Assert.Contains("\"names\":false", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_the_board_is_seen_as_well_and_one_who_leaves_no_longer()
    {
        var room = await server.NewClassroomAsync();
        using var teacher = await server.PersonAsync(AdultRole.Teacher, room);
        using var coach = await server.PersonAsync(AdultRole.Coach, room);
        using var other = await server.PersonAsync(AdultRole.Coach, room);

        using (var hub = await server.HubAsync(coach.Cookie))
        {
            await hub.CallAsync("Watch", $"[\"{room}\",null,\"coach\"]");
            await other.Browser.GetStringAsync($"/api/v1/classrooms/{room}/board");
            Assert.Equal(2, (await BoardAsync(teacher, room, here => here == 2)).GetProperty("here").GetArrayLength());
            await hub.CallAsync("Unwatch", $"[\"{room}\"]");
        }

        Assert.Equal(1, (await BoardAsync(teacher, room, here => here == 1)).GetProperty("here").GetArrayLength());
    }

    [Fact]
    public async Task Names_come_and_go_as_a_teacher_of_the_class_says()
    {
        var room = await server.NewClassroomAsync();
        using var teacher = await server.PersonAsync(AdultRole.Teacher, room);
        using var coach = await server.PersonAsync(AdultRole.Coach, room);
        using var hub = await server.HubAsync(coach.Cookie);
        await hub.CallAsync("Watch", $"[\"{room}\",null,\"coach\"]");

        Assert.Equal(HttpStatusCode.NoContent, await AllowAsync(teacher.Browser, room, """{"names":true}"""));
        var told = await ToldAsync(hub, "\"name\":\"Ana\"");
        Assert.Contains("\"Ana\"", await coach.Browser.GetStringAsync($"/api/v1/classrooms/{room}/board"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, await AllowAsync(teacher.Browser, room, """{"names":false}"""));
        var back = await ToldAsync(hub, "\"name\":\"Student 1\"");

        Assert.DoesNotContain("\"ana\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", back, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", await coach.Browser.GetStringAsync($"/classrooms/{room}/live"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_command_the_class_lets_coaches_see_names()
    {
        var (lesson, own) = (await RunningLesson.StartAsync(server), await server.NewClassroomAsync());
        var room = lesson.Classroom;
        using var coach = await server.PersonAsync(AdultRole.Coach, room);
        using var stranger = await server.PersonAsync(AdultRole.Teacher, own);
        using var student = server.Client((await lesson.JoinAsync("ana")).ReadToken);
        using var wall = server.Client(await lesson.WallAsync());
        using var nobody = server.Client(key: null);

        Assert.Equal(HttpStatusCode.Forbidden, await AllowAsync(coach.Browser, room, """{"names":true}"""));
        Assert.Equal(HttpStatusCode.NotFound, await AllowAsync(stranger.Browser, room, """{"names":true}"""));
        Assert.Equal(HttpStatusCode.Forbidden, await AllowAsync(student, room, """{"names":true}"""));
        Assert.Equal(HttpStatusCode.Forbidden, await AllowAsync(wall, room, """{"names":true}"""));
        Assert.Equal(HttpStatusCode.Unauthorized, await AllowAsync(nobody, room, """{"names":true}"""));
        using var key = server.Client();
        foreach (var wrong in new[] { "{}", """{"names":"yes"}""", "[]", "7", """{"names":null}""" })
            Assert.Equal(HttpStatusCode.BadRequest, await AllowAsync(key, room, wrong));
        Assert.DoesNotContain("\"Ana\"", await coach.Browser.GetStringAsync($"/api/v1/classrooms/{room}/board"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coach_writes_a_note_about_the_lesson_and_gives_no_other_command()
    {
        var room = (await RunningLesson.StartAsync(server)).Classroom;
        using var coach = await server.PersonAsync(AdultRole.Coach, room);
        using var hub = await server.HubAsync(coach.Cookie);

        foreach (var command in new[]
        {
            """{"type":"endLesson"}""", """{"type":"eyesUp"}""", """{"type":"visit","student":"ana"}""", """{"type":"observe","student":"ana","skill":"k1","result":"gotIt"}""",
            """{"type":"markPresence","student":"ana","presence":"absent"}""", """{"type":"undo","decision":"x"}""", """{"type":"setPolicy"}""",
        })
            Assert.Contains("wrong-scope", await hub.CallAsync("SubmitCommand", $"[\"{room}\",{command}]"), StringComparison.Ordinal);
        Assert.Contains("error", await hub.CallAsync("SubmitCommand", $$"""["{{room}}",{"type":"addNote","about":"student","student":"#1","text":"x"}]"""), StringComparison.Ordinal);
        Assert.Contains("accepted", await hub.CallAsync("SubmitCommand", $$"""["{{room}}",{"type":"addNote","about":"lesson","text":"a calm start"}]"""), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AllowAsync(HttpClient who, string room, string body) =>
        (await who.SendAsync(HttpMethod.Post, $"/api/v1/classrooms/{room}/coach", body)).Status;

    private static async Task<JsonElement> BoardAsync(SignedInPerson teacher, string room, Func<int, bool> wished) =>
        (await teacher.Browser.UntilAsync($"/api/v1/classrooms/{room}/board", board =>
            board.GetProperty("coach") is { ValueKind: JsonValueKind.Object } coach && wished(coach.GetProperty("here").GetArrayLength()))).GetProperty("coach");

    private static async Task<string> ToldAsync(CookieHub hub, string what)
    {
        return await hub.HeardAsync(message => message.Contains(what, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The connection ended before it said {what}.");
    }
}
