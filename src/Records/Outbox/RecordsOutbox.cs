using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Outbox;

/// <summary>Changes of records that are durable and on their way into the log.</summary>
public sealed class RecordsOutbox
{
    /// <summary>Rows that are not known to be in the log, oldest first.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public ValueTask<IReadOnlyList<OutboxRow>> PendingAsync(int limit, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>Says that a row is in the log, at a position. Saying it again changes nothing.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public ValueTask MarkRelayedAsync(long id, long position, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>Ends when there may be a pending row, or after a time. The relay waits here.</summary>
    public ValueTask WaitAsync(TimeSpan atMost, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>Deletes rows that were relayed before a moment; gives how many.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public ValueTask<int> SweepAsync(Instant relayedBefore, CancellationToken cancellation = default) => throw new NotSupportedException();
}
