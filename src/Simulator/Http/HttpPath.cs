using System.Text.Json;

namespace LiveClass.Simulator.Http;

/// <summary>Evidence by <c>POST /api/v1/evidence</c>, with a bound on how many batches are on their way at once.</summary>
public sealed class HttpPath(ServerClient client, int senders) : IEvidencePath, IDisposable
{
    private readonly SemaphoreSlim gate = new(senders, senders);

    /// <inheritdoc/>
    public async Task<EvidenceReply> SendAsync(IReadOnlyList<EvidenceItem> batch, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(batch, WireJson.Default.IReadOnlyListEvidenceItem);
        // One that waits out a failure holds no place here: the others go on.
        await gate.WaitAsync(cancellation);
        try
        {
            return await client.PostEvidenceAsync(body, null, cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();
}
