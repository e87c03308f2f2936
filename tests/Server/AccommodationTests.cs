using System.Net;
using System.Text.Json;
using LiveClass.Records.Accounts;
using LiveClass.Simulator.Hub;
using LiveClass.Tests.Server.Joining;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server;

/// <summary>What a student's page does otherwise: who sets it, and who sees it. Every class here has the same Ana, so each test says all that it expects.</summary>
[Collection(ServerSuite.Name)]
public sealed class AccommodationTests(RunningServer server)
{
    [Fact]
    public async Task A_teacher_sets_them_and_the_childs_page_has_them_while_it_sits_there_and_nobody_elses()
    {
        var lesson = await RunningLesson.StartAsync(server);
        using var teacher = await server.PersonAsync(AdultRole.Teacher, lesson.Classroom);
        using var coach = await server.PersonAsync(AdultRole.Coach, lesson.Classroom);
        var (ana, ben) = (await lesson.JoinAsync("ana"), await lesson.JoinAsync("ben"));
        await using var own = await ClassroomHubClient.ConnectAsync(server.Address, ana.ReadToken);
        var came = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        own.OnSnapshot = view =>
        {
            if (view.GetProperty("accommodations").GetArrayLength() == 2) came.TrySetResult(view.Clone());
        };
        await own.WatchAsync(lesson.Classroom, view: "student");

        using var set = await SetAsync(teacher, lesson.Classroom, ("accommodation", "extraTime"), ("accommodation", "sofa"), ("size", "largerType150"));
        var view = await came.Task.WaitAsync(TimeSpan.FromSeconds(15));

        Assert.Equal($"/classes/{lesson.Classroom}/students", set.Headers.Location?.ToString());
        Assert.Equal("""["extraTime","largerType150"]""", view.GetProperty("accommodations").GetRawText());
        Assert.Contains("\"extraTime\"", await teacher.Browser.GetStringAsync($"/api/v1/classrooms/{lesson.Classroom}/board"), StringComparison.Ordinal);
        Assert.Contains("Extra time, Larger type, 150 %", WebUtility.HtmlDecode(await teacher.Browser.GetStringAsync($"/classes/{lesson.Classroom}/students")), StringComparison.Ordinal);
        Assert.DoesNotContain("extraTime", await coach.Browser.GetStringAsync($"/api/v1/classrooms/{lesson.Classroom}/board"), StringComparison.Ordinal);
        Assert.DoesNotContain("extraTime", await SeenAsync(ben.ReadToken, lesson.Classroom, "student"), StringComparison.Ordinal);
        Assert.DoesNotContain("extraTime", await SeenAsync(RunningServer.KeyOf("boards:read"), lesson.Classroom, "wall"), StringComparison.Ordinal);
        Assert.DoesNotContain("extraTime", await SeenAsync(RunningServer.KeyOf("boards:read"), lesson.Classroom, "coach"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_sets_them_too_and_another_classs_teacher_does_not()
    {
        var (room, other) = (await server.NewClassroomAsync(), await server.NewClassroomAsync());
        using var admin = await server.PersonAsync(AdultRole.Admin);
        using var stranger = await server.PersonAsync(AdultRole.Teacher, other);

        using var refused = await SetAsync(stranger, room, ("accommodation", "calm"));
        using var set = await SetAsync(admin, room, ("accommodation", "readAloud"));

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal("""["readAloud"]""", await OfAnaAsync(room, expected: 1));
    }

    [Fact]
    public async Task A_program_sets_them_with_the_list_and_what_it_leaves_out_stays()
    {
        var room = await server.NewClassroomAsync();
        using var program = server.Client();
        var path = $"/api/v1/classrooms/{room}";

        using var set = await program.PutAsync(path, Wire.Json("""{"students":[{"id":"ana","accommodations":["fewerItems","calm"]},{"id":"ben"}]}"""));
        using var untouched = await program.PutAsync(path, Wire.Json("""{"students":[{"id":"ana"},{"id":"ben"}]}"""));
        var kept = await OfAnaAsync(room, expected: 2);
        using var taken = await program.PutAsync(path, Wire.Json("""{"students":[{"id":"ana","accommodations":[]},{"id":"ben"}]}"""));
        using var unknown = await program.PutAsync(path, Wire.Json("""{"students":[{"id":"ana","accommodations":["sofa"]}]}"""));

        Assert.All([set, untouched, taken], response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal("""["fewerItems","calm"]""", kept);
        Assert.Equal("[]", await OfAnaAsync(room, expected: 0));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Contains("students[0].accommodations may hold extraTime, readAloud", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SetAsync(SignedInPerson person, string room, params (string Name, string Value)[] ticked) =>
        person.PostAsync($"/classes/{room}/students/accommodations", [("student", "ana"), .. ticked]);

    private async Task<string> OfAnaAsync(string room, int expected)
    {
        using var program = server.Client();
        var board = await program.UntilAsync($"/api/v1/classrooms/{room}/board", b => Ana(b) is { } list && list.GetArrayLength() == expected);
        return Ana(board)!.Value.GetRawText();

        static JsonElement? Ana(JsonElement board) => board.GetProperty("students").EnumerateArray()
            .Where(student => student.GetProperty("id").GetString() == "ana").Select(student => (JsonElement?)student.GetProperty("accommodations")).SingleOrDefault();
    }

    private async Task<string> SeenAsync(string token, string room, string view)
    {
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, token);
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.OnSnapshot = board => seen.TrySetResult(board.GetRawText());
        await hub.WatchAsync(room, view: view);
        return await seen.Task.WaitAsync(TimeSpan.FromSeconds(15));
    }
}
