using System.Net;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server;

/// <summary>A source with too many gaps, or too far ahead, is refused before anything is taken, and goes on when its gaps close.</summary>
[Collection(ServerSuite.Name)]
public sealed class SourceLimitsTests(RunningServer server)
{
    private const int Most = 256;

    [Fact]
    public async Task A_source_with_300_holes_is_refused_until_they_close()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        Assert.Equal((Most, 0, ""), await SendAsync(client, classroom, Odd(1, Most)));

        var (accepted, duplicates, rejected) = await SendAsync(client, classroom, Odd(Most + 1, 300 - Most));
        Assert.Equal((0, 0), (accepted, duplicates));
        Assert.Equal(300 - Most, rejected.Split(' ').Count(code => code.EndsWith(":source-full", StringComparison.Ordinal)));
        Assert.Equal(0, await QuarantinedAsync(client, classroom));
        // What was counted is still known as a repeat, and what extends a range still has room.
        Assert.Equal((0, 1, ""), await SendAsync(client, classroom, [7]));
        Assert.Equal((1, 0, ""), await SendAsync(client, classroom, [512]));

        Assert.Equal((1, 0, ""), await SendAsync(client, classroom, [2])); // one hole less,
        Assert.Equal((1, 0, ""), await SendAsync(client, classroom, [515])); // one hole more:
        Assert.Equal((0, 0, "0:source-full"), await SendAsync(client, classroom, [517]));
        Assert.Equal((254, 0, ""), await SendAsync(client, classroom, [.. Enumerable.Range(2, 254).Select(n => 2L * n)]));
        Assert.Equal((43, 1, ""), await SendAsync(client, classroom, Odd(Most + 1, 300 - Most)));
        Assert.Equal(0, await QuarantinedAsync(client, classroom));
    }

    [Fact]
    public async Task A_source_that_is_too_far_ahead_is_refused_until_what_is_missing_has_come()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        Assert.Equal((1, 0, ""), await SendAsync(client, classroom, [1]));
        Assert.Equal((1, 0, ""), await SendAsync(client, classroom, [10_001]));
        Assert.Equal((0, 0, "0:quarantined"), await SendAsync(client, classroom, [10_002])); // the first: nobody knew
        Assert.Equal((0, 0, "0:source-full 1:source-full"), await SendAsync(client, classroom, [10_002, 10_003]));
        Assert.Equal(1, await QuarantinedAsync(client, classroom));

        Assert.Equal((1, 0, ""), await SendAsync(client, classroom, [2]));
        Assert.Equal((1, 0, ""), await SendAsync(client, classroom, [10_002]));
        Assert.Equal((0, 0, "0:quarantined"), await SendAsync(client, classroom, [10_003]));
        Assert.Equal((1, 0, ""), await SendAsync(client, classroom, [3]));
        Assert.Equal((1, 0, ""), await SendAsync(client, classroom, [10_003]));
    }

    [Fact]
    public async Task A_number_that_is_too_far_ahead_is_never_said_to_be_used_up()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        for (var time = 0; time < 2; time++) // by its turn, then by the edge
        {
            var (_, answer) = await client.DeliverAsync(
                Wire.Answer(classroom, Source(classroom), 20_000, student: "nobody"), Wire.Answer(classroom, Source(classroom), 20_001, score: 7));
            Assert.Equal((0, 0, "0:source-full 1:source-full"), answer.Counts());
        }

        Assert.Equal(0, await QuarantinedAsync(client, classroom));
    }

    private static long[] Odd(int from, int count) => [.. Enumerable.Range(from, count).Select(n => (2L * n) - 1)];

    private static string Source(string classroom) => $"{classroom}.a";

    private static async Task<(int Accepted, int Duplicates, string Rejected)> SendAsync(HttpClient client, string classroom, long[] sequences)
    {
        var (status, answer) = await client.DeliverAsync([.. sequences.Select(n => Wire.Answer(classroom, Source(classroom), n))]);
        Assert.Equal(HttpStatusCode.OK, status);
        return answer.Counts();
    }

    private static async Task<int> QuarantinedAsync(HttpClient client, string classroom)
    {
        // What has been counted is in the board at once; the quarantine is written with the journal, which a command does not let wait.
        await client.CommandAsync(classroom, """{ "type": "startLesson" }""");
        var (_, kept) = await client.SendAsync(HttpMethod.Get, $"/api/v1/quarantine?classroom={classroom}");
        return kept.GetProperty("entries").GetArrayLength();
    }
}
