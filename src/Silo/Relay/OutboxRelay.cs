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

    /// <summary>Appends changes in their order, and marks those that are in the log; false where it takes nothing now: the rest waits.</summary>
    public static async ValueTask<bool> AppendAsync(IEventLog log, RecordsOutbox outbox, IReadOnlyList<OutboxRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return true;
        using var hop = Hop.Start(Hop.Records);
        var body = new ByteWriter(1024);
        var relayed = new List<(long Id, long Position)>(rows.Count);
        foreach (var row in rows)
        {
            body.Clear();
            EntryFormat.Write(body, row.Entry);
            var appended = await log.AppendAsync(
                new LogAppend(row.Partition, row.Classroom, 1, EntryFormat.Version, body.Written.ToArray(), Priority: true), cancellation);
            if (appended.Result != AppendResult.Appended) break;
            relayed.Add((row.Id, appended.First));
        }

        await outbox.MarkRelayedAsync(relayed, cancellation);
        return relayed.Count == rows.Count;
    }

    /// <summary>Relays until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var rows = await outbox.PendingAsync(AtOnce, stop);
                if (!await AppendAsync(log, outbox, rows, stop)) await RestAsync(stop);
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
