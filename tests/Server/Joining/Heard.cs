using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using LiveClass.Simulator.Hub;

namespace LiveClass.Tests.Server.Joining;

/// <summary>What the server called on a device's connection.</summary>
internal sealed class Heard
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ConcurrentQueue<(string Name, JsonElement Body)> calls = new();
    private readonly Channel<bool> came = Channel.CreateUnbounded<bool>();

    public Heard(ClassroomHubClient hub)
    {
        hub.OnSnapshot = body => Add("Snapshot", body);
        hub.OnDelta = body => Add("Delta", body);
        hub.OnNextStep = body => Add("NextStep", body);
        hub.OnRevoked = body => Add("Revoked", body);
    }

    public JsonElement Last(string name) => calls.Last(call => call.Name == name).Body;

    /// <summary>The first call of a name that is as wished, of those that came and those that come.</summary>
    public async Task<JsonElement> UntilAsync(string name, Func<JsonElement, bool> wished)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            foreach (var (called, body) in calls)
                if (called == name && wished(body)) return body;
            await came.Reader.ReadAsync(patience.Token);
        }
    }

    private void Add(string name, JsonElement body)
    {
        calls.Enqueue((name, body.Clone()));
        came.Writer.TryWrite(true);
    }
}
