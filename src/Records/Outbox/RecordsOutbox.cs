using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Outbox;

/// <summary>Changes of records that are durable and on their way into the log.</summary>
public sealed class RecordsOutbox
{
    private const string Mark = "UPDATE outbox SET relayed_at = @p0, position = @p1 WHERE id = @p2 AND relayed_at IS NULL";
    private const string Sweep = "DELETE FROM outbox WHERE relayed_at < @p0";

    private readonly WriteLane lane;
    private readonly RecordsFile file;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private TaskCompletionSource pending = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal RecordsOutbox(WriteLane lane, RecordsFile file, TimeProvider time)
    {
        this.lane = lane;
        this.file = file;
        this.time = time;
        pending.SetResult();
    }

    /// <summary>Rows that are not known to be in the log, oldest first.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public async ValueTask<IReadOnlyList<OutboxRow>> PendingAsync(int limit, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            // What is committed from here on wakes the next wait.
            if (pending.Task.IsCompleted) pending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        var rows = await file.ReadAsync(context =>
            OutboxWriter.Join(context, context.Outbox.Where(row => row.RelayedAt == null)).Take(limit).ToListAsync(cancellation));
        return rows.ConvertAll(row => row.Read());
    }

    /// <summary>Says that a row is in the log, at a position. Saying it again changes nothing.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public ValueTask MarkRelayedAsync(long id, long position, CancellationToken cancellation = default) =>
        MarkRelayedAsync([(id, position)], cancellation);

    /// <summary>Says of several rows at once that they are in the log, each at its position.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async ValueTask MarkRelayedAsync(IReadOnlyList<(long Id, long Position)> rows, CancellationToken cancellation = default)
    {
        if (rows.Count == 0) return;
        var now = Instant.Of(time.GetUtcNow()).Milliseconds;
        await lane.RunAsync(
            rows.Count,
            connection =>
            {
                var mark = connection.Rows(Mark);
                foreach (var (id, position) in rows) mark.Bind(now).Bind(position).Bind(id).Write();
                return rows.Count;
            },
            committed: null,
            cancellation);
    }

    /// <summary>
    /// Ends when something was committed since <see cref="PendingAsync"/> was last asked, or after a time. One relay reads, marks and waits
    /// in turn.
    /// </summary>
    public async ValueTask WaitAsync(TimeSpan atMost, CancellationToken cancellation = default)
    {
        Task waited;
        lock (gate) waited = pending.Task;
        try
        {
            await waited.WaitAsync(atMost, time, cancellation);
        }
        catch (TimeoutException)
        {
            // Nothing came; the caller looks all the same.
        }
    }

    /// <summary>Deletes rows that were relayed before a moment; gives how many.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async ValueTask<int> SweepAsync(Instant relayedBefore, CancellationToken cancellation = default) =>
        await lane.RunAsync(1, connection => connection.Run(Sweep, relayedBefore.Milliseconds), committed: null, cancellation);

    /// <summary>There may be a pending row.</summary>
    internal void Wake()
    {
        lock (gate) pending.TrySetResult();
    }
}
