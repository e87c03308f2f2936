using LiveClass.Simulator.Checking;
using LiveClass.Simulator.Receipts;

namespace LiveClass.Simulator.Http;

/// <summary>One try to send a batch, by one of the two ways in.</summary>
public interface IEvidencePath
{
    /// <summary>Sends a batch once.</summary>
    /// <exception cref="UnavailableException">Send the same again; whether it was taken is unknown.</exception>
    /// <exception cref="RefusedException">Sending it again would not help.</exception>
    Task<EvidenceReply> SendAsync(IReadOnlyList<EvidenceItem> batch, CancellationToken cancellation);
}

/// <summary>
/// Delivers batches until they are acknowledged: the same items again after every failure, so that nothing is lost and the server's
/// dedupe sees the same numbers. Whoever needs the order of a source kept gives its next batch after this one was acknowledged.
/// </summary>
public sealed class Delivery(IEvidencePath path, Patience patience, Tally tally, Latencies latencies, TimeProvider time, Ledger? ledger = null)
{
    /// <summary>Sends a batch until it is acknowledged.</summary>
    /// <param name="batch">What is sent.</param>
    /// <param name="due">The timestamp from which its latency counts; now where null.</param>
    /// <param name="cancellation">Gives up; whether the batch was taken is then unknown.</param>
    /// <exception cref="UnavailableException">Patience is over; whether the batch was taken is unknown.</exception>
    /// <exception cref="RefusedException">The server refuses the whole batch.</exception>
    /// <exception cref="InvalidDataException">The server's reply does not add up to the batch.</exception>
    public async Task<EvidenceReply> DeliverAsync(IReadOnlyList<EvidenceItem> batch, long? due, CancellationToken cancellation)
    {
        tally.Send(batch.Count);
        var started = due ?? time.GetTimestamp();
        var reply = await patience.KeepTryingAsync(stop => path.SendAsync(batch, stop), failure => tally.Repeat(batch.Count, failure.Kind), cancellation);
        if (reply.Total != batch.Count)
            throw new InvalidDataException($"The server answered for {reply.Total} of {batch.Count} answers: accepted, duplicates and rejected must add up.");
        latencies.Add(time.GetElapsedTime(started));
        tally.Acknowledge(reply);
        ledger?.Note(batch, reply);
        return reply;
    }
}
