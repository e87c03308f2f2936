using System.Text.Json;
using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;
using LiveClass.Simulator.Http;

namespace LiveClass.Bench.Recovery;

/// <summary>Devices that send until the server dies under them, and send what was not answered again to the next one.</summary>
internal sealed class StubbornDevices(ServedSchool school)
{
    private const int Batch = 20;
    private readonly byte[]?[] unanswered = new byte[school.Devices][];
    private long acknowledged;

    /// <summary>Answers that the server acknowledged, each once.</summary>
    public long Acknowledged => acknowledged;

    /// <summary>Sends until the server is gone.</summary>
    public Task LoadAsync(ServerClient client) => Task.WhenAll(Enumerable.Range(0, school.Devices).Select(device => LoadAsync(device, client)));

    /// <summary>Sends what was not answered.</summary>
    public async Task DeliverAsync(ServerClient client)
    {
        for (var device = 0; device < unanswered.Length; device++)
            if (unanswered[device] is { } body) await SendAsync(device, body, client);
    }

    private async Task LoadAsync(int device, ServerClient client)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                byte[] body;
                lock (school) body = JsonSerializer.SerializeToUtf8Bytes(Draw(device), WireJson.Default.IReadOnlyListEvidenceItem);
                await SendAsync(device, body, client);
            }
        }
        catch (UnavailableException)
        {
            // The server was killed: the batch stays unanswered.
        }
    }

    private EvidenceItem[] Draw(int device) => [.. Enumerable.Range(0, Batch).Select(_ => school.Next(device))];

    private async Task SendAsync(int device, byte[] body, ServerClient client)
    {
        unanswered[device] = body;
        var reply = await client.PostEvidenceAsync(body, null, CancellationToken.None);
        BenchFailureException.Unless(reply.Accepted + reply.Duplicates == Batch, "An answer was rejected.");
        unanswered[device] = null;
        Interlocked.Add(ref acknowledged, Batch);
    }
}
