using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Hub;
using LiveClass.Tests.Server.Running;
using LiveClass.Web.Access;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Tests.Server;

[Collection(ServerSuite.Name)]
public sealed class HubTests(RunningServer server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Who_watches_gets_the_whole_and_then_each_change()
    {
        var classroom = await server.NewClassroomAsync();
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, RunningServer.AllKey);
        var told = new Told(hub);

        await hub.WatchAsync(classroom);
        var (snapshot, version) = (await told.NextAsync("Snapshot"), 0L);
        version = snapshot.GetProperty("version").GetInt64();
        var reply = await hub.SubmitCommandAsync(classroom, new CommandBody { Type = "startLesson", Targets = ["k1"] });
        while (version < reply.Version)
        {
            var delta = await told.NextAsync("Delta");
            Assert.Equal(version, delta.GetProperty("from").GetInt64());
            version = delta.GetProperty("to").GetInt64();
        }

        Assert.Equal(classroom, snapshot.GetProperty("classroom").GetString());
        Assert.Equal("accepted", reply.Outcome);
        Assert.Equal(reply.Version, version);
    }

    [Fact]
    public async Task Who_has_the_newest_version_gets_no_snapshot_and_whoever_left_gets_nothing()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, RunningServer.AllKey);
        var told = new Told(hub);
        await hub.WatchAsync(classroom);
        var first = await told.NextAsync("Snapshot");
        await hub.UnwatchAsync(classroom);
        var (_, started) = await client.CommandAsync(classroom, """{"type":"startLesson"}""");
        var board = await client.UntilAsync($"/api/v1/classrooms/{classroom}/board", b => b.GetProperty("version").GetInt64() >= started.GetProperty("version").GetInt64());

        Assert.Equal(0, told.Count);
        await hub.WatchAsync(classroom, board.GetProperty("version").GetInt64());
        Assert.Equal(0, told.Count);
        await hub.WatchAsync(classroom, first.GetProperty("version").GetInt64());
        Assert.Equal(board.GetProperty("version").GetInt64(), (await told.NextAsync("Snapshot")).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Answers_over_the_hub_are_taken_as_over_HTTP()
    {
        var classroom = await server.NewClassroomAsync();
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, RunningServer.KeyOf(Scopes.EvidenceWrite));
        EvidenceItem[] items =
        [
            Item(classroom, 1, "ana"), Item(classroom, 2, "nobody"), Item(classroom, 3, "ben"),
        ];

        var reply = await hub.SubmitAsync(items);
        var again = await hub.SubmitAsync(items, DateTimeOffset.UnixEpoch.AddYears(50), waiting: 3);

        Assert.Equal((2, 0, "unknown-student"), (reply.Accepted, reply.Duplicates, Assert.Single(reply.Rejected).Code));
        Assert.Equal((0, 2), (again.Accepted, again.Duplicates));
    }

    [Fact]
    public async Task Each_method_asks_for_its_scope()
    {
        var classroom = await server.NewClassroomAsync();
        await using var reader = await ClassroomHubClient.ConnectAsync(server.Address, RunningServer.KeyOf(Scopes.BoardsRead));
        await using var writer = await ClassroomHubClient.ConnectAsync(server.Address, RunningServer.KeyOf(Scopes.EvidenceWrite));

        await Assert.ThrowsAsync<HubException>(() => reader.SubmitAsync([Item(classroom, 1, "ana")]));
        await Assert.ThrowsAsync<HubException>(() => reader.SubmitCommandAsync(classroom, new CommandBody { Type = "startLesson" }));
        await Assert.ThrowsAsync<HubException>(() => writer.WatchAsync(classroom));
        await Assert.ThrowsAsync<HubException>(() => writer.UnwatchAsync(classroom));
        await Assert.ThrowsAsync<HubException>(() => writer.SubmitCommandAsync(classroom, new CommandBody { Type = "startLesson" }));
        await reader.WatchAsync(classroom);
        Assert.Equal(1, (await writer.SubmitAsync([Item(classroom, 1, "ana")])).Accepted);
    }

    [Fact]
    public async Task Nobody_watches_another_schools_classroom_or_a_students_view()
    {
        var classroom = await server.NewClassroomAsync();
        await using var elsewhere = await ClassroomHubClient.ConnectAsync(server.Address, RunningServer.ElsewhereKey);
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, RunningServer.AllKey);

        var unknown = await Assert.ThrowsAsync<HubException>(() => elsewhere.WatchAsync(classroom));
        var student = await Assert.ThrowsAsync<HubException>(() => hub.WatchAsync(classroom, view: "student"));
        var odd = await Assert.ThrowsAsync<HubException>(() => hub.WatchAsync(classroom, view: "0"));

        Assert.Contains("unknown-classroom:", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("wrong-scope:", student.Message, StringComparison.Ordinal);
        Assert.Contains("bad-argument:", odd.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wall_and_the_coach_get_their_own_views()
    {
        var classroom = await server.NewClassroomAsync();
        await using var hub = await ClassroomHubClient.ConnectAsync(server.Address, RunningServer.AllKey);
        var told = new Told(hub);

        await hub.WatchAsync(classroom, view: "wall");
        var wall = await told.NextAsync("Snapshot");
        await hub.WatchAsync(classroom, view: "coach");
        var coach = await told.NextAsync("Snapshot");

        Assert.False(wall.TryGetProperty("students", out _));
        Assert.DoesNotContain("\"Ana\"", coach.ToString(), StringComparison.Ordinal);
        Assert.True(coach.TryGetProperty("students", out _));
    }

    [Fact]
    public async Task A_connection_without_a_key_or_from_another_origin_is_not_opened()
    {
        using var nobody = new ClientWebSocket();
        using var foreign = new ClientWebSocket();
        foreign.Options.SetRequestHeader("Authorization", $"Bearer {RunningServer.AllKey}");
        foreign.Options.SetRequestHeader("Origin", "https://evil.example");
        var address = new UriBuilder(new Uri(server.Address, "/hubs/classroom")) { Scheme = "ws" }.Uri;

        await Assert.ThrowsAsync<WebSocketException>(() => nobody.ConnectAsync(address, CancellationToken.None));
        await Assert.ThrowsAsync<WebSocketException>(() => foreign.ConnectAsync(address, CancellationToken.None));
    }

    [Theory]
    [InlineData("""{"type":1,"invocationId":"1","target":"Submit","arguments":[7,null,null]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Submit","arguments":["x","y","z"]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"SubmitCommand","arguments":[null,null]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Watch","arguments":[]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Nothing","arguments":[]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Watch","arguments":[{"a":[[[[]]]]},-1,{}]}""")]
    public async Task What_no_client_would_send_is_answered_with_an_error_or_ends_that_connection_alone(string message)
    {
        var answer = await SendRawAsync([message]);

        Assert.True(answer is null || answer.Contains("\"error\"", StringComparison.Ordinal), answer);
        using var client = server.Client();
        Assert.True((await client.GetAsync("/health/live")).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("[[[[[[[[")]
    public async Task Noise_ends_that_connection_alone(string message)
    {
        await SendRawAsync([message]);

        using var client = server.Client();
        Assert.True((await client.GetAsync("/health/live")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_message_over_the_limit_ends_that_connection_alone()
    {
        var answer = await SendRawAsync([$$"""{"type":1,"invocationId":"1","target":"Submit","arguments":["{{new string('x', 1_200_000)}}",null,null]}"""]);

        Assert.DoesNotContain("\"result\"", answer ?? "", StringComparison.Ordinal);
        using var client = server.Client();
        Assert.True((await client.GetAsync("/health/live")).IsSuccessStatusCode);
    }

    // Speaks the protocol by hand: the first answer to what was sent, or null where the connection ended.
    private async Task<string?> SendRawAsync(IEnumerable<string> messages)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {RunningServer.AllKey}");
        await socket.ConnectAsync(new UriBuilder(new Uri(server.Address, "/hubs/classroom")) { Scheme = "ws" }.Uri, patience.Token);
        var buffer = new byte[64 * 1024];
        try
        {
            foreach (var message in messages.Prepend("""{"protocol":"json","version":1}"""))
                await socket.SendAsync(Encoding.UTF8.GetBytes(message + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer, patience.Token);
                if (received.MessageType == WebSocketMessageType.Close) return null;
                var text = Encoding.UTF8.GetString(buffer, 0, received.Count);
                if (text.Split('\u001e').FirstOrDefault(part => part.Contains("\"type\":3", StringComparison.Ordinal) || part.Contains("\"type\":7", StringComparison.Ordinal)) is { } answer)
                    return answer;
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    private static EvidenceItem Item(string classroom, long sequence, string student) => new()
    {
        Source = $"{classroom}.hub",
        Sequence = sequence,
        Classroom = classroom,
        Student = student,
        Item = "i1",
        Skills = ["k1"],
        Score = 1,
        Kind = "practice",
    };

    /// <summary>What the server called, in order.</summary>
    private sealed class Told
    {
        private readonly Channel<(string Name, JsonElement Body)> calls = Channel.CreateUnbounded<(string, JsonElement)>();

        public Told(ClassroomHubClient hub)
        {
            hub.OnSnapshot = board => calls.Writer.TryWrite(("Snapshot", board.Clone()));
            hub.OnDelta = delta => calls.Writer.TryWrite(("Delta", delta.Clone()));
        }

        public int Count => calls.Reader.Count;

        public async Task<JsonElement> NextAsync(string name)
        {
            using var patience = new CancellationTokenSource(Patience);
            var call = await calls.Reader.ReadAsync(patience.Token);
            Assert.Equal(name, call.Name);
            return call.Body;
        }
    }
}
