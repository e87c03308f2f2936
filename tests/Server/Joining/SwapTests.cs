using System.Net;
using System.Text.Json;
using LiveClass.Learning.Items;
using LiveClass.Simulator.Hub;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server.Joining;

/// <summary>A child took another's name.</summary>
[Collection(ServerSuite.Name)]
public sealed class SwapTests(RunningServer server)
{
    [Fact]
    public async Task What_was_answered_under_the_wrong_name_becomes_the_right_ones_in_estimates_and_history()
    {
        var lesson = await LessonAsync();
        var wrong = await lesson.JoinAsync("ben");
        using var key = server.Client();
        using var device = server.Client(wrong.DeliverToken);
        await device.DeliverAsync([.. Enumerable.Range(1, 4).Select(n => Answer(n))]);
        await HistoryAsync(key, lesson.Classroom, 4);
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, wrong.ReadToken);
        var heard = new Heard(hub);
        await hub.WatchAsync(lesson.Classroom, view: "student");

        var (status, swapped) = await key.CommandAsync(lesson.Classroom, """{"type":"swapStudents","student":"ben","other":"ana","commandId":"swap-1"}""");
        Assert.Equal((HttpStatusCode.OK, "accepted"), (status, swapped.GetProperty("outcome").GetString()));
        Assert.Equal("swapped", (await heard.UntilAsync("Revoked", _ => true)).GetString());
        // A repeat gets the first outcome, and the devices stay as they are.
        var (_, again) = await key.CommandAsync(lesson.Classroom, """{"type":"swapStudents","student":"ben","other":"ana","commandId":"swap-1"}""");
        Assert.Equal(swapped.GetProperty("version").GetInt64(), again.GetProperty("version").GetInt64());
        // Two more that were on the device, sent with the same token.
        await device.DeliverAsync(Answer(5), Answer(6));

        var board = await key.UntilAsync($"/api/v1/classrooms/{lesson.Classroom}/board", view => Tries(view, "ana") == 6);
        Assert.Equal(0, Tries(board, "ben"));
        Assert.Equal(("here", "expected"), (Presence(board, "ana"), Presence(board, "ben")));
        Assert.Equal(6, board.GetProperty("counts").GetProperty("evidence").GetInt32());
        var rows = await key.UntilAsync(
            $"/api/v1/classrooms/{lesson.Classroom}/history", page => Rows(page).All(row => row.GetProperty("student").GetString() == "ana"));
        Assert.Equal(6, Rows(rows).Count());
        await using var right = await ClassroomHubClient.ConnectAsync(server.Address, wrong.ReadToken);
        var own = new Heard(right);
        await right.WatchAsync(lesson.Classroom, view: "student");
        Assert.Equal("ana", (await own.UntilAsync("Snapshot", _ => true)).GetProperty("student").GetString());
    }

    [Fact]
    public async Task Taken_back_the_device_and_its_answers_are_the_first_ones_again()
    {
        var lesson = await LessonAsync();
        var joined = await lesson.JoinAsync("ben");
        using var key = server.Client();
        using var device = server.Client(joined.DeliverToken);
        await device.DeliverAsync(Answer(1), Answer(2));
        var (_, swapped) = await key.CommandAsync(lesson.Classroom, """{"type":"swapStudents","student":"ana","other":"ben"}""");
        await key.UntilAsync($"/api/v1/classrooms/{lesson.Classroom}/board", view => Tries(view, "ana") == 2);

        var (_, back) = await key.CommandAsync(lesson.Classroom, $$"""{"type":"undo","decision":"{{swapped.GetProperty("decision").GetString()}}"}""");

        Assert.Equal("accepted", back.GetProperty("outcome").GetString());
        var board = await key.UntilAsync($"/api/v1/classrooms/{lesson.Classroom}/board", view => Tries(view, "ben") == 2);
        Assert.Equal((0, "here"), (Tries(board, "ana"), Presence(board, "ben")));
        await key.UntilAsync($"/api/v1/classrooms/{lesson.Classroom}/joining", view => view.GetProperty("joined").EnumerateArray().Single().GetString() == "ben");
        await device.DeliverAsync(Answer(3));
        await key.UntilAsync($"/api/v1/classrooms/{lesson.Classroom}/board", view => Tries(view, "ben") == 3);
    }

    [Fact]
    public async Task A_swap_that_makes_no_sense_is_refused_with_its_reason()
    {
        var lesson = await RunningLesson.StartAsync(server);
        using var key = server.Client();
        foreach (var (body, code) in new[]
        {
            ("""{"type":"swapStudents","student":"ana","other":"ben"}""", "nothing-to-do"),
            ("""{"type":"swapStudents","student":"ana","other":"ana"}""", "unknown-student"),
            ("""{"type":"swapStudents","student":"ana","other":"zoe"}""", "unknown-student"),
        })
        {
            var (status, refused) = await key.CommandAsync(lesson.Classroom, body);
            Assert.Equal((HttpStatusCode.Conflict, code), (status, refused.GetProperty("code").GetString()));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await key.CommandAsync(lesson.Classroom, """{"type":"swapStudents","student":"ana"}""")).Status);
        var joined = await lesson.JoinAsync("ana");
        using var device = server.Client(joined.ReadToken);
        Assert.Equal(HttpStatusCode.Forbidden, (await device.CommandAsync(lesson.Classroom, """{"type":"swapStudents","student":"ana","other":"ben"}""")).Status);
    }

    private static string Answer(int sequence) => $$"""{"sequence":{{sequence}},"item":"swapped-item","form":{{100 + sequence}},"response":"1/2"}""";

    private async Task<RunningLesson> LessonAsync()
    {
        using var key = server.Client();
        var lesson = await RunningLesson.StartAsync(server);
        await key.SendAsync(
            HttpMethod.Put, "/api/v1/items",
            $$"""{"items":[{"id":"swapped-item","skills":["k1"],"kind":"summative","url":"{{ItemTemplates.Shipped.All[0].Url}}"}]}""");
        return lesson;
    }

    private static async Task HistoryAsync(HttpClient key, string classroom, int count) =>
        await key.UntilAsync($"/api/v1/classrooms/{classroom}/history", page => Rows(page).Count() == count);

    private static IEnumerable<JsonElement> Rows(JsonElement page) =>
        page.EnumerateObject().First(field => field.Value.ValueKind == JsonValueKind.Array).Value.EnumerateArray();

    private static JsonElement Student(JsonElement board, string id) =>
        board.GetProperty("students").EnumerateArray().Single(student => student.GetProperty("id").GetString() == id);

    private static string? Presence(JsonElement board, string id) => Student(board, id).GetProperty("presence").GetString();

    private static int Tries(JsonElement board, string id) =>
        Student(board, id).GetProperty("cells").EnumerateArray().Sum(cell => cell.GetProperty("opportunities").GetInt32());
}
