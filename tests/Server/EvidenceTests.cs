using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server;

[Collection(ServerSuite.Name)]
public sealed class EvidenceTests(RunningServer server)
{
    [Fact]
    public async Task A_delivery_is_counted_once_and_its_repeat_is_a_duplicate()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        string[] items = [.. Enumerable.Range(1, 20).Select(n => Wire.Answer(classroom, $"{classroom}.a", n))];

        var (status, first) = await client.DeliverAsync(items);
        var (_, again) = await client.DeliverAsync(items);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((20, 0, ""), first.Counts());
        Assert.Equal((0, 20, ""), again.Counts());
        var board = await client.UntilAsync($"/api/v1/classrooms/{classroom}/board", b => b.GetProperty("counts").GetProperty("duplicates").GetInt32() == 20);
        Assert.Equal(20, board.GetProperty("counts").GetProperty("evidence").GetInt32());
    }

    [Fact]
    public async Task Good_items_are_taken_from_a_delivery_with_bad_ones_and_the_sum_is_whole()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();

        var (status, body) = await client.DeliverAsync(
            Wire.Answer(classroom, $"{classroom}.a", 1),
            Wire.Answer(classroom, $"{classroom}.a", 2, student: "nobody"),
            Wire.Answer("no-such-classroom", $"{classroom}.b", 1),
            Wire.Answer(classroom, $"{classroom}.a", 3, skill: "no-such-skill"),
            Wire.Answer(classroom, $"{classroom}.a", 4, score: 2),
            Wire.Answer(classroom, $"{classroom}.a", 0),
            "7",
            Wire.Answer(classroom, $"{classroom}.a", 5));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            (2, 0, "1:unknown-student 2:unknown-classroom 3:unknown-skill 4:bad-score 5:bad-sequence 6:wrong-type"), body.Counts());
    }

    [Fact]
    public async Task What_was_rejected_for_good_closes_its_gap_and_leaves_nothing_else()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();

        // More bad items than a source may have gaps: if they left gaps, the last good one would be quarantined.
        for (var round = 0; round < 3; round++)
        {
            await client.DeliverAsync([.. Enumerable.Range(round * 400, 400).Select(n => Wire.Answer(classroom, $"{classroom}.a", n + 1, student: n % 2 == 0 ? "nobody" : "ana"))]);
        }

        var (_, last) = await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1201));
        Assert.Equal((1, 0, ""), last.Counts());
        var board = await client.UntilAsync($"/api/v1/classrooms/{classroom}/board", b => b.GetProperty("counts").GetProperty("evidence").GetInt32() == 601);
        Assert.Equal((601, 0), (board.GetProperty("counts").GetProperty("evidence").GetInt32(), board.GetProperty("counts").GetProperty("quarantined").GetInt32()));
    }

    [Theory]
    [InlineData("", "malformed")]
    [InlineData("{}", "malformed")]
    [InlineData("[]", "malformed")]
    [InlineData("[{\"score\":NaN}]", "malformed")]
    [InlineData("[{]", "malformed")]
    [InlineData("not json", "malformed")]
    public async Task A_body_that_is_no_array_of_answers_is_malformed(string body, string code)
    {
        using var client = server.Client();

        var (status, problem) = await client.SendAsync(HttpMethod.Post, "/api/v1/evidence", body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, problem.Code()));
    }

    [Fact]
    public async Task Bad_UTF8_and_a_depth_of_a_thousand_are_malformed()
    {
        using var client = server.Client();
        using var badText = new ByteArrayContent([.. "[{\"source\":\""u8, 0xC3, 0x28, .. "\"}]"u8]);
        badText.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/evidence") { Content = badText };

        var (status, problem) = await client.SendJsonAsync(request);
        var (deepStatus, deep) = await client.SendAsync(HttpMethod.Post, "/api/v1/evidence", new string('[', 1000) + new string(']', 1000));

        Assert.Equal((HttpStatusCode.BadRequest, "malformed"), (status, problem.Code()));
        Assert.Equal((HttpStatusCode.BadRequest, "malformed"), (deepStatus, deep.Code()));
    }

    [Fact]
    public async Task A_thousand_and_one_items_are_too_large_and_nothing_is_taken()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        string[] items = [.. Enumerable.Range(1, 1001).Select(n => Wire.Answer(classroom, $"{classroom}.a", n))];

        var (status, problem) = await client.DeliverAsync(items);
        var (_, taken) = await client.DeliverAsync(items[..1000]);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (status, problem.Code()));
        Assert.Equal((1000, 0, ""), taken.Counts());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mebibyte_is_taken_and_one_byte_more_is_too_large(bool withLength)
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        var answer = $"[{Wire.Answer(classroom, $"{classroom}.a", 1)}]";
        var room = (1024 * 1024) - answer.Length;

        var (fits, counts) = await client.SendJsonAsync(Body(new string(' ', room) + answer, withLength));
        var (over, problem) = await client.SendJsonAsync(Body(new string(' ', room + 1) + answer, withLength));

        Assert.Equal((HttpStatusCode.OK, 1), (fits, counts.Counts().Accepted));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-large"), (over, problem.Code()));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? type)
    {
        using var client = server.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/evidence") { Content = new ByteArrayContent("[]"u8.ToArray()) };
        if (type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

        var (status, problem) = await client.SendJsonAsync(request);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "wrong-content-type"), (status, problem.Code()));
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        using var client = server.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/evidence") { Content = Wire.Json("[]") };
        request.Content.Headers.ContentEncoding.Add("gzip");

        var (status, problem) = await client.SendJsonAsync(request);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "wrong-content-type"), (status, problem.Code()));
    }

    [Fact]
    public async Task Two_deliveries_of_one_source_at_once_count_each_number_once()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        string[] items = [.. Enumerable.Range(1, 200).Select(n => Wire.Answer(classroom, $"{classroom}.a", n))];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.DeliverAsync(items)));

        Assert.Equal(200, answers.Sum(a => a.Body.Counts().Accepted));
        Assert.Equal(600, answers.Sum(a => a.Body.Counts().Duplicates));
    }

    [Fact]
    public async Task Out_of_order_is_no_fault()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();

        var (_, late) = await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 3), Wire.Answer(classroom, $"{classroom}.a", 2));
        var (_, early) = await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1), Wire.Answer(classroom, $"{classroom}.a", 3));

        Assert.Equal((2, 0, ""), late.Counts());
        Assert.Equal((1, 1, ""), early.Counts());
    }

    [Fact]
    public async Task The_same_sequence_with_another_body_is_a_conflict_and_waits_in_the_quarantine()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1));

        var (_, answer) = await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1, score: 0));

        Assert.Equal((0, 0, "0:sequence-conflict"), answer.Counts());
        var kept = await client.UntilAsync($"/api/v1/quarantine?classroom={classroom}", q => q.GetProperty("entries").GetArrayLength() == 1);
        var entry = kept.GetProperty("entries")[0];
        Assert.Equal("sequence-conflict", entry.GetProperty("reason").GetString());
        Assert.Equal(0, entry.GetProperty("answer").GetProperty("score").GetDouble());
    }

    [Fact]
    public async Task A_sequence_far_ahead_is_not_counted_and_waits_in_the_quarantine()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();

        var (_, answer) = await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 10_001));

        var (accepted, duplicates, rejected) = answer.Counts();
        Assert.Equal((0, 0), (accepted, duplicates));
        Assert.Contains(rejected, new[] { "0:source-full", "0:quarantined" });
        var kept = await client.UntilAsync($"/api/v1/quarantine?classroom={classroom}", q => q.GetProperty("entries").GetArrayLength() == 1);
        Assert.Equal("source-full", kept.GetProperty("entries")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_source_sends_to_one_classroom_alone()
    {
        var (here, there) = (await server.NewClassroomAsync(), await server.NewClassroomAsync());
        using var client = server.Client();

        var (_, answer) = await client.DeliverAsync(
            Wire.Answer(here, $"{here}.a", 1), Wire.Answer(there, $"{there}.a", 1), Wire.Answer(there, $"{here}.a", 2));

        Assert.Equal((2, 0, "2:source-elsewhere"), answer.Counts());
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(0)]
    [InlineData(3600)]
    public async Task A_device_clock_that_is_an_hour_wrong_does_not_move_the_time_of_an_answer(int wrongBySeconds)
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        var device = TimeProvider.System.GetUtcNow().AddSeconds(wrongBySeconds);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/evidence")
        {
            Content = Wire.Json($"[{Wire.Answer(classroom, $"{classroom}.a", 1, more: $",\"at\":\"{device.AddMinutes(-10):O}\"")}]"),
        };
        request.Headers.Add("LiveClass-Sent-At", device.ToString("O"));

        var (_, answer) = await client.SendJsonAsync(request);

        Assert.Equal((1, 0, ""), answer.Counts());
        var history = await client.UntilAsync($"/api/v1/classrooms/{classroom}/history", h => h.GetProperty("answers").GetArrayLength() == 1);
        var row = history.GetProperty("answers")[0];
        var age = row.GetProperty("received").GetDateTimeOffset() - row.GetProperty("at").GetDateTimeOffset();
        Assert.Equal(TimeSpan.FromMinutes(10), age);
    }

    [Fact]
    public async Task A_header_that_is_no_time_is_refused()
    {
        using var client = server.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/evidence") { Content = Wire.Json("[]") };
        request.Headers.Add("LiveClass-Sent-At", "2026-11-22 09:00");

        var (status, problem) = await client.SendJsonAsync(request);

        Assert.Equal((HttpStatusCode.BadRequest, "bad-sent-at"), (status, problem.Code()));
    }

    [Fact]
    public async Task An_unknown_item_is_learned_and_then_needs_no_skills()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        var item = $"item-{classroom}";
        var bare = Wire.Answer(classroom, $"{classroom}.a", 1, item: item).Replace("\"skills\":[\"k1\"],", "", StringComparison.Ordinal);

        var (_, before) = await client.DeliverAsync(bare);
        var (_, learned) = await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 2, item: item));
        var (_, after) = await client.DeliverAsync(bare.Replace("\"sequence\":1", "\"sequence\":3", StringComparison.Ordinal));

        Assert.Equal((0, 0, "0:no-skills"), before.Counts());
        Assert.Equal((1, 0, ""), learned.Counts());
        Assert.Equal((1, 0, ""), after.Counts());
    }

    [Fact]
    public async Task What_a_student_wrote_is_kept_from_keys()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1, more: ",\"response\":\"my secret\""));

        await client.UntilAsync($"/api/v1/classrooms/{classroom}/history", h => h.GetProperty("answers").GetArrayLength() == 1);

        Assert.DoesNotContain("my secret", await client.GetStringAsync($"/api/v1/classrooms/{classroom}/history"), StringComparison.Ordinal);
        Assert.DoesNotContain("my secret", await client.GetStringAsync($"/api/v1/classrooms/{classroom}/journal"), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Body(string text, bool withLength)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        HttpContent content = withLength ? new ByteArrayContent(bytes) : new StreamContent(new Unseekable(bytes));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/evidence") { Content = content };
        if (!withLength) request.Headers.TransferEncodingChunked = true;
        return request;
    }

    /// <summary>A stream whose length the client cannot tell in advance.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
