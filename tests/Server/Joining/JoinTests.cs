using System.Net;
using System.Text.Json;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server.Joining;

[Collection(ServerSuite.Name)]
public sealed class JoinTests(RunningServer server)
{
    [Fact]
    public async Task A_typed_code_waits_in_the_lobby_until_an_adult_admits()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var device = RunningLesson.NewDevice();

        var (waits, number) = await lesson.ComeAsync(lesson.Code.ToLowerInvariant().Replace('-', ' '), device);
        var (_, admitted) = await lesson.AdultAsync("admit");
        var (enters, names) = await lesson.ComeAsync(lesson.Code, device);

        Assert.Equal(HttpStatusCode.Accepted, waits);
        Assert.True(number.GetProperty("number").GetInt32() > 0);
        Assert.Empty(admitted.GetProperty("waiting").EnumerateArray());
        Assert.Equal(HttpStatusCode.OK, enters);
        Assert.Equal(["Ana", "Ben"], names.GetProperty("names").EnumerateArray().Select(n => n.GetProperty("name").GetString()));
        Assert.Equal(lesson.Classroom, names.GetProperty("classroom").GetString());
    }

    [Fact]
    public async Task A_device_that_an_adult_refused_stays_out_and_can_choose_nothing()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var device = RunningLesson.NewDevice();
        var (_, waiting) = await lesson.ComeAsync(lesson.Code, device);

        var (early, _) = await lesson.ChooseAsync(waiting.GetProperty("lesson").GetString()!, "ana", device);
        await lesson.AdultAsync("refuse", JsonSerializer.Serialize(new { numbers = new[] { waiting.GetProperty("number").GetInt32() } }));
        await lesson.AdultAsync("admit");
        var (late, refused) = await lesson.ComeAsync(lesson.Code, device);

        Assert.Equal(HttpStatusCode.Forbidden, early);
        Assert.Equal(HttpStatusCode.Forbidden, late);
        Assert.Equal("not-admitted", refused.Code());
    }

    [Fact]
    public async Task The_links_code_needs_no_lobby_and_joining_makes_the_student_present()
    {
        var lesson = await RunningLesson.StartAsync(server);

        var joined = await lesson.JoinAsync("ana");

        using var key = server.Client();
        var board = await key.UntilAsync($"/api/v1/classrooms/{lesson.Classroom}/board", b => Presence(b, "ana") == "here");
        Assert.Equal("here", Presence(board, "ana"));
        Assert.Equal("expected", Presence(board, "ben"));
        Assert.Matches(@"\.[0-9a-f]{16}$", joined.Source);
        Assert.NotEqual(joined.ReadToken, joined.DeliverToken);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_not_shown_and_cannot_be_chosen()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var other = RunningLesson.NewDevice();
        var joined = await lesson.JoinAsync("ana");

        var (_, names) = await lesson.ComeAsync(lesson.Link, other);
        var (status, refused) = await lesson.ChooseAsync(joined.Lesson, "ana", other);

        Assert.Equal(["ben"], names.GetProperty("names").EnumerateArray().Select(n => n.GetProperty("student").GetString()));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("name-taken", refused.Code());
    }

    [Fact]
    public async Task Of_two_devices_that_choose_a_name_at_once_one_gets_it()
    {
        var lesson = await RunningLesson.StartAsync(server);
        string[] devices = [.. Enumerable.Range(0, 8).Select(_ => RunningLesson.NewDevice())];
        var (_, names) = await lesson.ComeAsync(lesson.Link, devices[0]);
        foreach (var device in devices[1..]) await lesson.ComeAsync(lesson.Link, device);

        var answers = await Task.WhenAll(devices.Select(device => lesson.ChooseAsync(names.GetProperty("lesson").GetString()!, "ben", device)));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(7, answers.Count(answer => answer.Body.Code() == "name-taken"));
    }

    [Fact]
    public async Task The_same_device_gets_its_own_name_again()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var first = await lesson.JoinAsync("ana");

        var again = await lesson.JoinAsync("ana", first.Device);

        Assert.NotEqual(first.Source, again.Source);
        Assert.Equal("token-ended", (await MeAsync(first.ReadToken)).Body.Code());
        Assert.Equal("ana", (await MeAsync(again.ReadToken)).Body.GetProperty("student").GetString());
    }

    [Fact]
    public async Task The_next_child_on_a_device_frees_the_name_of_the_one_before()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var ana = await lesson.JoinAsync("ana");

        var ben = await lesson.JoinAsync("ben", ana.Device);
        var other = await lesson.JoinAsync("ana");

        Assert.Contains("next-child", (await MeAsync(ana.ReadToken)).Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("ben", (await MeAsync(ben.ReadToken)).Body.GetProperty("student").GetString());
        Assert.Equal("ana", (await MeAsync(other.ReadToken)).Body.GetProperty("student").GetString());
    }

    [Fact]
    public async Task An_adult_takes_a_device_out_and_the_name_is_free()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana");

        var (_, view) = await lesson.AdultAsync("remove", """{"student":"ana"}""");
        var (again, _) = await lesson.ChooseAsync(joined.Lesson, "ana", joined.Device);

        Assert.Empty(view.GetProperty("joined").EnumerateArray());
        Assert.Equal("token-ended", (await MeAsync(joined.ReadToken)).Body.Code());
        Assert.Equal(HttpStatusCode.Forbidden, again);
        await lesson.JoinAsync("ana");
    }

    [Fact]
    public async Task A_child_who_took_the_wrong_name_is_swapped_and_the_name_is_free_for_its_owner()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var wrong = await lesson.JoinAsync("ben");
        using var key = server.Client();

        await key.CommandAsync(lesson.Classroom, """{"type":"swapStudents","student":"ben","other":"ana"}""");
        var (_, view) = await key.SendAsync(HttpMethod.Get, $"/api/v1/classrooms/{lesson.Classroom}/joining");
        var board = await key.UntilAsync($"/api/v1/classrooms/{lesson.Classroom}/board", b => Presence(b, "ana") == "here" && Presence(b, "ben") == "expected");
        await lesson.JoinAsync("ben");

        Assert.Equal(["ana"], view.GetProperty("joined").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(("here", "expected"), (Presence(board, "ana"), Presence(board, "ben")));
        Assert.Equal("ana", (await MeAsync(wrong.ReadToken)).Body.GetProperty("student").GetString());
    }

    [Fact]
    public async Task Two_children_who_took_each_others_names_are_swapped_at_once()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var (one, other) = (await lesson.JoinAsync("ben"), await lesson.JoinAsync("ana"));

        using var key = server.Client();
        await key.CommandAsync(lesson.Classroom, """{"type":"swapStudents","student":"ben","other":"ana"}""");

        Assert.Equal("ana", (await MeAsync(one.ReadToken)).Body.GetProperty("student").GetString());
        Assert.Equal("ben", (await MeAsync(other.ReadToken)).Body.GetProperty("student").GetString());
    }

    [Fact]
    public async Task Codes_and_read_tokens_die_with_the_lesson_and_live_again_where_it_is_opened_again()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana");

        await lesson.EndAsync();
        var (dead, code) = await lesson.ComeAsync(lesson.Link, RunningLesson.NewDevice());
        var ended = await MeAsync(joined.ReadToken);
        using var key = server.Client();
        await key.CommandAsync(lesson.Classroom, """{"type":"reopenLesson"}""");
        var before = lesson.Code;
        await lesson.ReadCodesAsync();

        Assert.Equal((HttpStatusCode.NotFound, "unknown-code"), (dead, code.Code()));
        Assert.Equal((HttpStatusCode.Unauthorized, "token-ended"), (ended.Status, ended.Body.Code()));
        Assert.Contains("lesson-ended", ended.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, lesson.Code);
        Assert.Equal(HttpStatusCode.OK, (await MeAsync(joined.ReadToken)).Status);
    }

    [Fact]
    public async Task The_next_lesson_has_other_codes_and_knows_no_token_of_the_one_before()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var (link, joined) = (lesson.Link, await lesson.JoinAsync("ana"));
        await lesson.EndAsync();
        using var key = server.Client();
        await key.CommandAsync(lesson.Classroom, """{"type":"startLesson"}""");

        await lesson.ReadCodesAsync();

        Assert.NotEqual(link, lesson.Link);
        Assert.Equal("unknown-code", (await lesson.ComeAsync(link, RunningLesson.NewDevice())).Body.Code());
        Assert.Equal("token-ended", (await MeAsync(joined.ReadToken)).Body.Code());
        Assert.Equal("no-such-lesson", (await lesson.ChooseAsync(joined.Lesson, "ana", joined.Device)).Body.Code());
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnsupportedMediaType, "wrong-content-type")]
    [InlineData("[]", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("{\"code\":7}", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("{\"code\":\"KITE-27\"}", HttpStatusCode.BadRequest, "bad-argument")]
    [InlineData("{\"code\":\"KITE-27\",\"device\":\"short\"}", HttpStatusCode.BadRequest, "bad-argument")]
    [InlineData("{\"device\":\"0123456789abcdef\"}", HttpStatusCode.BadRequest, "bad-argument")]
    [InlineData("{\"code\":\"no such code at all\",\"device\":\"0123456789abcdef\"}", HttpStatusCode.NotFound, "unknown-code")]
    public async Task A_bad_way_in_gets_a_code(string body, HttpStatusCode status, string code)
    {
        using var nobody = server.Client(key: null);

        var (got, answer) = await nobody.SendAsync(HttpMethod.Post, "/join", body.Length == 0 ? null : body);

        Assert.Equal((status, code), (got, answer.Code()));
    }

    [Fact]
    public async Task A_bad_choice_gets_a_code()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var device = RunningLesson.NewDevice();
        var (_, names) = await lesson.ComeAsync(lesson.Link, device);
        var id = names.GetProperty("lesson").GetString()!;

        Assert.Equal("bad-argument", (await lesson.ChooseAsync(id, "nobody", device)).Body.Code());
        Assert.Equal("bad-argument", (await lesson.ChooseAsync(id, "ana", device, language: "fr")).Body.Code());
        Assert.Equal("no-such-lesson", (await lesson.ChooseAsync("999999.1", "ana", device)).Body.Code());
        Assert.Equal("no-such-lesson", (await lesson.ChooseAsync("x", "ana", device)).Body.Code());
        Assert.Equal("not-admitted", (await lesson.ChooseAsync(id, "ana", RunningLesson.NewDevice())).Body.Code());
        Assert.Equal("bad-argument", (await lesson.AdultAsync("remove", """{"student":"nobody"}""")).Body.Code());
        Assert.Equal("unknown-pairing", (await lesson.AdultAsync("walls", """{"code":"ZZZZZZ"}""")).Body.Code());
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> MeAsync(string token)
    {
        using var device = server.Client(token);
        return await device.SendAsync(HttpMethod.Get, "/join/me");
    }

    private static string? Presence(JsonElement board, string student) => board.GetProperty("students").EnumerateArray()
        .First(s => s.GetProperty("id").GetString() == student).GetProperty("presence").GetString();
}
