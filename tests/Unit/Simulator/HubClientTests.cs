using System.Text.Json;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Hub;
using LiveClass.Simulator.Receipts;

namespace LiveClass.Tests.Unit.Simulator;

public sealed class HubClientTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Watching_brings_a_snapshot_and_then_deltas()
    {
        await using var server = await FakeServer.StartAsync();
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, "k");
        var snapshot = new TaskCompletionSource<JsonElement>();
        var delta = new TaskCompletionSource<JsonElement>();
        hub.OnSnapshot = snapshot.SetResult;
        hub.OnDelta = delta.SetResult;
        await hub.WatchAsync("c1", sinceVersion: 4);
        var board = await snapshot.Task.WaitAsync(Longest);
        var change = await delta.Task.WaitAsync(Longest);
        Assert.Equal(("c1", "teacher"), (board.GetProperty("classroom").GetString(), board.GetProperty("view").GetString()));
        Assert.Equal(4, change.GetProperty("since").GetInt64());
    }

    [Fact]
    public async Task Answers_get_the_reply_that_http_gives()
    {
        await using var server = await FakeServer.StartAsync();
        await MakeClassroomAsync(server);
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, "k");
        var reply = await hub.SubmitAsync([Answer(1), Answer(2), Answer(2), Answer(3) with { Student = "nobody" }], waiting: 12);
        Assert.Equal((2, 1, 4), (reply.Accepted, reply.Duplicates, reply.Total));
        Assert.Equal(new RejectedItem(3, "unknown-student", null), Assert.Single(reply.Rejected));
        Assert.Equal(12, Assert.Single(server.Waiting));
    }

    [Fact]
    public async Task A_command_carries_the_key_in_a_header_and_no_empty_arguments()
    {
        await using var server = await FakeServer.StartAsync();
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, "secret");
        var reply = await hub.SubmitCommandAsync("c1", new CommandBody { Type = "endLesson" });
        Assert.Equal(("accepted", "endLesson", "Bearer secret", 0L), (reply.Outcome, reply.CommandId, reply.Detail, reply.Version));
    }

    [Fact]
    public async Task A_link_that_the_server_drops_is_told()
    {
        var server = await FakeServer.StartAsync();
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, "k");
        Assert.False(hub.Closed.IsCompleted);
        await server.DisposeAsync();
        await hub.Closed.WaitAsync(Longest);
    }

    [Fact]
    public async Task A_server_that_is_not_there_fails_the_connect()
    {
        var server = await FakeServer.StartAsync();
        await server.DisposeAsync();
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => ClassroomHubClient.ConnectAsync(server.Address, "k"));
    }

    [Fact]
    public async Task Many_answers_at_once_pass_whole()
    {
        await using var server = await FakeServer.StartAsync();
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, "k");
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => hub.SubmitAsync([.. Enumerable.Range(1, 100).Select(Answer)])));
        Assert.All(replies, static reply => Assert.Equal(100, reply.Total));
    }

    [Fact]
    public async Task A_path_over_the_hub_connects_again_after_a_cut_and_nothing_counts_twice()
    {
        await using var server = await FakeServer.StartAsync(Behaviour.CutBeforeTaking, Behaviour.CutAfterTaking);
        await MakeClassroomAsync(server);
        await using var path = new HubPath(server.Address, "k", 2);
        var tally = new Tally();
        var time = new SteppedTime();
        var delivery = new Delivery(path, new Patience(PatienceOptions.Default, time, 1), tally, new Latencies(), time);
        await delivery.DeliverAsync([Answer(1), Answer(2)], null, CancellationToken.None);
        var figures = tally.Read();
        Assert.Equal((2, 2, 0, 2), (figures.Sent, figures.Acknowledged, figures.Accepted, figures.Duplicates));
        Assert.Equal(2, figures.Failures["connection"]);
        Assert.Equal(2, server.Counted("c1"));
    }

    private static async Task MakeClassroomAsync(FakeServer server)
    {
        server.UnknownStudents.Add("nobody");
        using var client = new ServerClient(server.Address, "k", 1);
        await client.PutClassroomAsync("c1", new ClassroomBody("C1", [], [], []), CancellationToken.None);
    }

    private static EvidenceItem Answer(int sequence) => new()
    {
        Source = "t.0000000000000001",
        Sequence = sequence,
        Classroom = "c1",
        Student = "ana",
        Item = "i1",
        Skills = ["k1"],
        Score = 1,
        Kind = "practice",
    };
}
