using System.Net;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server;

[Collection(ServerSuite.Name)]
public sealed class ReadingTests(RunningServer server)
{
    [Fact]
    public async Task A_board_that_the_reader_has_is_not_sent_again()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        await client.CommandAsync(classroom, """{"type":"startLesson","targets":["k1"]}""");
        using var first = await client.GetAsync($"/api/v1/classrooms/{classroom}/board");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/classrooms/{classroom}/board");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await client.SendAsync(request);
        await client.CommandAsync(classroom, """{"type":"eyesUp"}""");
        var board = await client.UntilAsync($"/api/v1/classrooms/{classroom}/board", b => b.GetProperty("lesson").GetProperty("eyesUp").GetBoolean());

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.NotEqual(first.Headers.ETag!.Tag, $"\"{board.GetProperty("version").GetInt64()}\"");
    }

    [Fact]
    public async Task History_is_read_page_by_page_and_student_by_student()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        await client.DeliverAsync([.. Enumerable.Range(1, 7).Select(n => Wire.Answer(classroom, $"{classroom}.a", n, student: n % 2 == 0 ? "ben" : "ana"))]);
        await client.UntilAsync($"/api/v1/classrooms/{classroom}/history", h => h.GetProperty("answers").GetArrayLength() == 7);

        var sequences = new List<long>();
        string? cursor = "";
        for (var pages = 0; cursor is not null; pages++)
        {
            Assert.True(pages < 5);
            var (_, page) = await client.SendAsync(HttpMethod.Get, $"/api/v1/classrooms/{classroom}/history?limit=3&cursor={cursor}");
            sequences.AddRange(page.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("sequence").GetInt64()));
            cursor = page.GetProperty("next").GetString();
        }

        var (_, ben) = await client.SendAsync(HttpMethod.Get, $"/api/v1/classrooms/{classroom}/history?student=ben");
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], sequences);
        Assert.Equal([2, 4, 6], ben.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("sequence").GetInt64()));
        Assert.Equal($"{classroom}.a", ben.GetProperty("answers")[0].GetProperty("source").GetString());
    }

    [Fact]
    public async Task The_journal_tells_what_happened_in_outside_ids()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        await client.CommandAsync(classroom, """{"type":"startLesson","targets":["k2"],"commandId":"start"}""");
        await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1));

        var journal = await client.UntilAsync($"/api/v1/classrooms/{classroom}/journal", j => j.ToString().Contains("answerCounted", StringComparison.Ordinal));

        var events = journal.GetProperty("entries").EnumerateArray().SelectMany(e => e.GetProperty("events").EnumerateArray()).ToList();
        var started = events.Single(e => e.GetProperty("type").GetString() == "lessonStarted");
        var counted = events.Single(e => e.GetProperty("type").GetString() == "answerCounted");
        Assert.Equal("k2", started.GetProperty("targets")[0].GetString());
        Assert.Equal(("ana", "k1"), (counted.GetProperty("student").GetString(), counted.GetProperty("skills")[0].GetString()));
        Assert.Contains(events, e => e.GetProperty("type").GetString() == "estimateMoved");
        var (_, rest) = await client.SendAsync(HttpMethod.Get, $"/api/v1/classrooms/{classroom}/journal?cursor={journal.GetProperty("next").GetString()}");
        Assert.Equal(0, rest.GetProperty("entries").GetArrayLength());
        Assert.DoesNotContain("\"Ana\"", journal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("history?cursor=x")]
    [InlineData("journal?cursor=!!")]
    [InlineData("history?cursor=ajE")]
    [InlineData("journal?cursor=aDE")]
    public async Task A_cursor_that_is_none_of_ours_is_refused(string path)
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();

        var (status, problem) = await client.SendAsync(HttpMethod.Get, $"/api/v1/classrooms/{classroom}/{path}");

        Assert.Equal((HttpStatusCode.BadRequest, "bad-cursor"), (status, problem.Code()));
    }

    [Fact]
    public async Task A_quarantined_answer_is_released_once_and_counts_once()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1));
        await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1, student: "ben"));
        var listed = await client.UntilAsync($"/api/v1/quarantine?classroom={classroom}", q => q.GetProperty("entries").GetArrayLength() == 1);
        var id = listed.GetProperty("entries")[0].GetProperty("id").GetInt64();

        var (released, line) = await client.SendAsync(HttpMethod.Post, $"/api/v1/quarantine/{id}/release");
        var (again, problem) = await client.SendAsync(HttpMethod.Post, $"/api/v1/quarantine/{id}/release");
        var (discarded, late) = await client.SendAsync(HttpMethod.Post, $"/api/v1/quarantine/{id}/discard");

        Assert.Equal((HttpStatusCode.OK, "released", "ben"), (released, line.GetProperty("decision").GetString(), line.GetProperty("answer").GetProperty("student").GetString()));
        Assert.Equal((HttpStatusCode.Conflict, "not-open"), (again, problem.Code()));
        Assert.Equal((HttpStatusCode.Conflict, "not-open"), (discarded, late.Code()));
        var board = await client.UntilAsync($"/api/v1/classrooms/{classroom}/board", b => b.GetProperty("counts").GetProperty("evidence").GetInt32() == 2);
        Assert.Equal(2, board.GetProperty("counts").GetProperty("evidence").GetInt32());
    }

    [Fact]
    public async Task A_quarantined_answer_of_another_school_is_not_there()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        using var elsewhere = server.Client(RunningServer.ElsewhereKey);
        await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1));
        await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1, student: "ben"));
        var listed = await client.UntilAsync($"/api/v1/quarantine?classroom={classroom}", q => q.GetProperty("entries").GetArrayLength() == 1);
        var id = listed.GetProperty("entries")[0].GetProperty("id").GetInt64();

        var (status, _) = await elsewhere.SendAsync(HttpMethod.Post, $"/api/v1/quarantine/{id}/release");
        var (_, all) = await elsewhere.SendAsync(HttpMethod.Get, "/api/v1/quarantine");
        var (discarded, line) = await client.SendAsync(HttpMethod.Post, $"/api/v1/quarantine/{id}/discard");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(0, all.GetProperty("entries").GetArrayLength());
        Assert.Equal((HttpStatusCode.OK, "discarded"), (discarded, line.GetProperty("decision").GetString()));
    }

    [Fact]
    public async Task Health_says_that_all_is_well()
    {
        using var nobody = server.Client(key: null);

        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/health/live")).StatusCode);
        var ready = await nobody.UntilAsync("/health/ready", h => h.GetProperty("ready").GetBoolean());
        Assert.Equal("", ready.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "not-found")]
    [InlineData("DELETE", "/api/v1/evidence", 405, "wrong-method")]
    [InlineData("PUT", "/api/v1/classrooms", 405, "wrong-method")]
    [InlineData("POST", "/api/v1/quarantine/x/release", 404, "not-found")]
    public async Task What_the_framework_refuses_has_a_code_too(string method, string path, int status, string code)
    {
        using var client = server.Client();

        var (answered, problem) = await client.SendAsync(new HttpMethod(method), path);

        Assert.Equal((status, code), ((int)answered, problem.Code()));
    }
}
