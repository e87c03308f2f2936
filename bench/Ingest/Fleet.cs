using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Hub;

namespace LiveClass.Bench.Ingest;

/// <summary>
/// The devices, each with its own connection: every one sends a batch, waits for its answer, and sends the next. Every answer must say
/// that all was accepted.
/// </summary>
internal sealed class Fleet : IAsyncDisposable
{
    private readonly ServerClient http;
    private readonly ClassroomHubClient[] hubs;

    private Fleet(ServerClient http, ClassroomHubClient[] hubs)
    {
        this.http = http;
        this.hubs = hubs;
    }

    /// <summary>Connects every device to a server or a front.</summary>
    public static async Task<Fleet> ConnectAsync(ChildProcess server, int devices)
    {
        var connected = new ClassroomHubClient[devices];
        for (var i = 0; i < devices; i++) connected[i] = await ClassroomHubClient.ConnectAsync(server.Address, LiveServer.Key);
        return new Fleet(LiveServer.ClientOf(server), connected);
    }

    /// <summary>Sends everything; ends when the last answer is there.</summary>
    public async Task SendAsync(Deliveries deliveries, bool byHub)
    {
        var devices = new Task[hubs.Length];
        for (var i = 0; i < devices.Length; i++) devices[i] = SendAsync(i, deliveries, byHub);
        await Task.WhenAll(devices);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hub in hubs) await hub.DisposeAsync();
        http.Dispose();
    }

    private async Task SendAsync(int device, Deliveries deliveries, bool byHub)
    {
        await Task.Yield();
        foreach (var (items, json) in deliveries.Of(device))
        {
            var reply = byHub ? await hubs[device].SubmitAsync(items) : await http.PostEvidenceAsync(json, null, CancellationToken.None);
            if (reply.Accepted != items.Length)
                throw new BenchFailureException($"Of {items.Length} answers {reply.Accepted} were accepted, {reply.Duplicates} repeats, the rest rejected.");
        }
    }
}
