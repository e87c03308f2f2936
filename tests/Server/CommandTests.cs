using System.Net;
using LiveClass.Tests.Server.Running;
using LiveClass.Web.Commands;

namespace LiveClass.Tests.Server;

[Collection(ServerSuite.Name)]
public sealed class CommandTests(RunningServer server)
{
    public static TheoryData<string> Later => [.. CommandCatalog.Later];

    [Fact]
    public async Task A_lesson_starts_and_ends_and_each_outcome_can_be_asked_for_again()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();

        var (started, start) = await client.CommandAsync(classroom, """{"type":"startLesson","commandId":"one","targets":["k2"]}""");
        var (_, board) = await client.SendAsync(HttpMethod.Get, $"/api/v1/classrooms/{classroom}/board");
        var (found, outcome) = await client.SendAsync(HttpMethod.Get, $"/api/v1/classrooms/{classroom}/commands/one");
        var (ended, end) = await client.CommandAsync(classroom, """{"type":"endLesson"}""");

        Assert.Equal((HttpStatusCode.OK, "accepted", "one"), (started, start.GetProperty("outcome").GetString(), start.GetProperty("commandId").GetString()));
        Assert.Equal(("running", "k2"), (board.GetProperty("lesson").GetProperty("state").GetString(), board.GetProperty("columns")[0].GetString()));
        Assert.Equal((HttpStatusCode.OK, start.GetProperty("version").GetInt64()), (found, outcome.GetProperty("version").GetInt64()));
        Assert.Equal((HttpStatusCode.OK, "accepted"), (ended, end.GetProperty("outcome").GetString()));
        Assert.StartsWith("c-", end.GetProperty("commandId").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_id_again_gets_the_first_outcome()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();

        var (_, first) = await client.CommandAsync(classroom, """{"type":"startLesson","commandId":"one"}""");
        var (_, again) = await client.CommandAsync(classroom, """{"type":"startLesson","commandId":"one"}""");
        var (status, other) = await client.CommandAsync(classroom, """{"type":"startLesson","commandId":"two"}""");

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal((HttpStatusCode.Conflict, "refused", "lesson-running"), (status, other.GetProperty("outcome").GetString(), other.Code()));
    }

    [Fact]
    public async Task The_commands_of_a_lesson_do_what_they_say()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        foreach (var command in new[]
        {
            """{"type":"startLesson","targets":["k1"],"blocks":[{"kind":"warmUp"}]}""",
            """{"type":"markPresence","student":"ana","presence":"here"}""",
            """{"type":"markPresence","student":"ben","presence":"here"}""",
            """{"type":"moveToStation","student":"ana","station":"one"}""",
            """{"type":"raiseHand","student":"ben"}""",
            """{"type":"raiseHand","student":"ben","about":"stuck"}""",
            """{"type":"claim","student":"ben"}""",
            """{"type":"releaseClaim","student":"ben"}""",
            """{"type":"visit","student":"ben","phase":"begin"}""",
            """{"type":"visit","student":"ben","phase":"end"}""",
            """{"type":"notNow","student":"ben","reason":"struggling","minutes":5}""",
            """{"type":"observe","student":"ana","skill":"k1","result":"gotIt","text":"aloud","at":"2026-11-22T09:00:00Z"}""",
            """{"type":"overrideNextStep","student":"ana","skill":"k2"}""",
            """{"type":"eyesUp"}""",
            """{"type":"backToWork"}""",
            """{"type":"setPolicy","idleMinutes":4,"wheelSpinningAt":12}""",
            """{"type":"admitStudent","student":"ana"}""",
            """{"type":"setGoal","student":"ana","by":5}""",
            """{"type":"startBreak","student":"ben"}""",
            """{"type":"endBreak","student":"ben"}""",
            """{"type":"addNote","about":"student","student":"ana","skill":"k1","text":"explains it well","visibleTo":"adults"}""",
            """{"type":"addNote","about":"lesson","text":"too loud"}""",
            """{"type":"endLesson"}""",
            """{"type":"reopenLesson"}""",
        })
        {
            var (status, body) = await client.CommandAsync(classroom, command);
            Assert.True(status == HttpStatusCode.OK, $"{command}: {status} {body}");
        }

        var board = await client.UntilAsync($"/api/v1/classrooms/{classroom}/board", b => b.GetProperty("lesson").GetProperty("state").GetString() == "running");
        Assert.Equal(1, board.GetProperty("stations")[0].GetProperty("here").GetInt32());
    }

    [Fact]
    public async Task A_decision_is_taken_back_by_who_made_it()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        await client.CommandAsync(classroom, """{"type":"startLesson"}""");
        var (_, observed) = await client.CommandAsync(classroom, """{"type":"observe","student":"ana","skill":"k1","result":"gotIt"}""");
        var undo = $$"""{"type":"undo","decision":"{{observed.GetProperty("decision").GetString()}}"}""";

        var (status, _) = await client.CommandAsync(classroom, undo);
        var (again, refused) = await client.CommandAsync(classroom, undo);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((HttpStatusCode.Conflict, "undo-too-late"), (again, refused.Code()));
    }

    [Theory]
    [InlineData("""{"type":"moveToStation","student":"ben","station":"one"}""", "station-full")]
    [InlineData("""{"type":"markPresence","student":"zoe","presence":"here"}""", "unknown-student")]
    [InlineData("""{"type":"observe","student":"ana","skill":"k9","result":"gotIt"}""", "unknown-skill")]
    [InlineData("""{"type":"moveToStation","student":"ana","station":"two"}""", "unknown-station")]
    [InlineData("""{"type":"overrideNextStep","student":"ana","skill":"k1","item":"no-such-item"}""", "unknown-item")]
    [InlineData("""{"type":"backToWork"}""", "nothing-to-do")]
    [InlineData("""{"type":"lowerHand","student":"ana"}""", "nothing-to-do")]
    [InlineData("""{"type":"setPolicy","masteredAt":2}""", "bad-policy")]
    [InlineData("""{"type":"reopenLesson"}""", "lesson-running")]
    [InlineData("""{"type":"markPresence","student":"ana","presence":"absent","ifVersion":1}""", "changed-since")]
    public async Task What_cannot_be_is_refused_with_a_code_and_words(string command, string code)
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        await client.CommandAsync(classroom, """{"type":"startLesson","targets":["k1"]}""");
        await client.CommandAsync(classroom, """{"type":"markPresence","student":"ana","presence":"here"}""");
        await client.CommandAsync(classroom, """{"type":"moveToStation","student":"ana","station":"one"}""");

        var (status, body) = await client.CommandAsync(classroom, command);

        Assert.Equal((HttpStatusCode.Conflict, "refused", code), (status, body.GetProperty("outcome").GetString(), body.Code()));
        Assert.NotEmpty(body.GetProperty("detail").GetString()!);
    }

    [Theory]
    [InlineData("{}", "bad-argument")]
    [InlineData("[]", "malformed")]
    [InlineData("{", "malformed")]
    [InlineData("""{"type":7}""", "bad-argument")]
    [InlineData("""{"type":"fly"}""", "unknown-command")]
    [InlineData("""{"type":"joinLesson","student":"ana"}""", "unknown-command")]
    [InlineData("""{"type":"endLessonDue"}""", "unknown-command")]
    [InlineData("""{"type":"endLesson","commandId":"a b"}""", "bad-argument")]
    [InlineData("""{"type":"endLesson","ifVersion":"1"}""", "bad-argument")]
    [InlineData("""{"type":"markPresence","presence":"here"}""", "bad-argument")]
    [InlineData("""{"type":"markPresence","student":"ana"}""", "bad-argument")]
    [InlineData("""{"type":"markPresence","student":"ana","presence":"elsewhere"}""", "bad-argument")]
    [InlineData("""{"type":"notNow","student":"ana","reason":"idle","minutes":0}""", "bad-argument")]
    [InlineData("""{"type":"startLesson","targets":"k1"}""", "bad-argument")]
    [InlineData("""{"type":"startLesson","plannedEnd":"soon"}""", "bad-argument")]
    [InlineData("""{"type":"startLesson","blocks":[{"kind":"nap"}]}""", "bad-argument")]
    [InlineData("""{"type":"setPolicy"}""", "bad-argument")]
    [InlineData("""{"type":"setPolicy","idleMinutes":"4"}""", "bad-argument")]
    [InlineData("""{"type":"raiseHand","student":"ana","about":"\ud800"}""", "malformed")]
    public async Task A_command_of_another_shape_is_a_problem(string command, string code)
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();

        var (status, body) = await client.CommandAsync(classroom, command);

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, body.Code()));
    }

    [Theory]
    [MemberData(nameof(Later))]
    public async Task A_command_of_a_later_version_is_known_but_unavailable(string type)
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();

        var (status, body) = await client.CommandAsync(classroom, $$"""{"type":"{{type}}"}""");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "command-unavailable"), (status, body.Code()));
    }

    [Fact]
    public async Task Unknown_classrooms_and_commands_are_not_found()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();

        Assert.Equal("unknown-classroom", (await client.CommandAsync("nowhere", """{"type":"endLesson"}""")).Body.Code());
        Assert.Equal("unknown-command-id", (await client.SendAsync(HttpMethod.Get, $"/api/v1/classrooms/{classroom}/commands/never")).Body.Code());
        Assert.Equal("not-parked", (await client.SendAsync(HttpMethod.Post, $"/api/v1/classrooms/{classroom}/unpark")).Body.Code());
    }

    [Fact]
    public async Task A_command_that_is_too_large_is_refused()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();

        var (status, body) = await client.CommandAsync(classroom, $$"""{"type":"endLesson","more":"{{new string('x', 70_000)}}"}""");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (status, body.Code()));
    }
}
