using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Records;
using LiveClass.Records.Outbox;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Relay;

/// <summary>
/// Brings changes of records into the log, each at least once: those that the web which made them has not, or did not live to.
/// The classroom drops repeats by the outbox's own counter.
/// </summary>
public sealed class OutboxRelay(IEventLog log, RecordsOutbox outbox, SiloOptions options, Engine.Scheduling scheduling, ILogger<OutboxRelay> logger)
{
    private const int AtOnce = 200;

    /// <summary>Appends one change; false where the log takes nothing now.</summary>
    public static async ValueTask<bool> AppendAsync(IEventLog log, RecordsOutbox outbox, OutboxRow row, CancellationToken cancellation)
    {
        using var hop = Hop.Start(Hop.Records);
        var body = new ByteWriter(1024);
        EntryFormat.Write(body, row.Entry);
        var appended = await log.AppendAsync(
            new LogAppend(row.Partition, row.Classroom, 1, EntryFormat.Version, body.Written.ToArray(), Priority: true), cancellation);
        if (appended.Result != AppendResult.Appended) return false;
        await outbox.MarkRelayedAsync(row.Id, appended.First, cancellation);
        return true;
    }

    /// <summary>Relays until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var rows = await outbox.PendingAsync(AtOnce, stop);
                if (!await AppendAllAsync(rows, stop)) await RestAsync(stop);
                else if (rows.Count < AtOnce) await outbox.WaitAsync(options.RelayInterval, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (RecordsUnavailableException e)
            {
                RelayLog.RecordsUnavailable(logger, e);
                await RestAsync(stop);
            }
        }
    }

    // False where the log takes nothing now: the rest waits.
    private async ValueTask<bool> AppendAllAsync(IReadOnlyList<OutboxRow> rows, CancellationToken stop)
    {
        foreach (var row in rows)
            if (!await AppendAsync(log, outbox, row, stop)) return false;
        return true;
    }

    private async ValueTask RestAsync(CancellationToken stop)
    {
        try
        {
            await scheduling.Delay(options.RelayInterval, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The loop's condition ends it.
        }
    }
}
