using System.Text.Json;
using LiveClass.Simulator.Checking;
using LiveClass.Simulator.Receipts;

namespace LiveClass.Simulator.Http;

/// <summary>
/// Delivers batches until they are acknowledged: the same bytes again after every failure, so that nothing is lost and the server's
/// dedupe sees the same numbers. One batch of a classroom must be acknowledged before its next is given here; that keeps the order of each source.
/// </summary>
public sealed class Delivery(ServerClient client, Patience patience, Tally tally, Latencies latencies, TimeProvider time, int senders, Ledger? ledger = null)
    : IDisposable
{
    private readonly SemaphoreSlim gate = new(senders, senders);

    /// <summary>Sends a batch until it is acknowledged.</summary>
    /// <exception cref="UnavailableException">Patience is over; whether the batch was taken is unknown.</exception>
    /// <exception cref="RefusedException">The server refuses the whole batch.</exception>
    /// <exception cref="InvalidDataException">The server's reply does not add up to the batch.</exception>
    public async Task<EvidenceReply> DeliverAsync(IReadOnlyList<EvidenceItem> batch, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(batch, WireJson.Default.IReadOnlyListEvidenceItem);
        tally.Send(batch.Count);
        var started = time.GetTimestamp();
        var reply = await patience.KeepTryingAsync(stop => SendAsync(body, stop), failure => tally.Repeat(batch.Count, failure.Kind), cancellation);
        if (reply.Total != batch.Count)
            throw new InvalidDataException($"The server answered for {reply.Total} of {batch.Count} answers: accepted, duplicates and rejected must add up.");
        latencies.Add(time.GetElapsedTime(started));
        tally.Acknowledge(reply);
        ledger?.Note(batch, reply);
        return reply;
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    // A sender that waits out a failure holds no place: the others go on.
    private async Task<EvidenceReply> SendAsync(byte[] body, CancellationToken cancellation)
    {
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
}
