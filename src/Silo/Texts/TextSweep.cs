using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Records;
using LiveClass.Records.Texts;
using LiveClass.Silo.Reactors;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Texts;

/// <summary>
/// Deletes texts whose entry never came, a day after they were written, once a day. Never one whose entry may still be on its way: in
/// the log and without its turn, waiting for a parked classroom, or not yet read by every reactor.
/// </summary>
public sealed class TextSweep(SiloPorts ports, TextStore texts, IEnumerable<IReactor> reactors, ILogger<TextSweep> logger)
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);
    private static readonly TimeSpan OlderThan = TimeSpan.FromDays(1);

    // A text is written before its entry is received, and how long before is up to the sender's append.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    private readonly string[] reactorNames = [.. reactors.Select(reactor => reactor.Name)];

    /// <summary>Sweeps each day until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        for (var wait = FirstAfter; !stop.IsCancellationRequested; wait = Every)
        {
            try
            {
                await ports.Scheduling.Delay(wait, stop);
                var swept = await SweepAsync(Instant.Of(ports.Scheduling.Time.GetUtcNow()) - OlderThan, stop);
                if (swept > 0) TextLog.Swept(logger, swept);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is RecordsUnavailableException or StoreUnavailableException or FormatViolationException)
            {
                TextLog.Waits(logger, e);
            }
        }
    }

    /// <summary>Deletes what was written before a moment and has no entry, nor may still get one; gives how many.</summary>
    public async ValueTask<int> SweepAsync(Instant before, CancellationToken cancellation = default)
    {
        for (var partition = 0; partition < Partitioning.Count; partition++)
        {
            await foreach (var waiting in WaitingAsync(partition, cancellation))
                if (waiting - Ahead < before) before = waiting - Ahead;
        }

        return await texts.SweepAsync(before, cancellation);
    }

    // The receipt times of the oldest entries that somebody has yet to read.
    private async IAsyncEnumerable<Instant> WaitingAsync(
        int partition, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        // In this order: what leaves one of these places meanwhile has come to the next.
        var cursor = await ports.Journal.CursorAsync(partition, cancellation);
        foreach (var block in await ports.Log.ReadAsync(partition, cursor, maxBytes: 1, cancellation)) yield return block.Received;
        foreach (var head in await ports.Checkpoints.HeadsAsync(partition, cancellation))
        {
            if (!head.Parked) continue;
            foreach (var block in await ports.Log.ReadClassroomAsync(head.Classroom, head.Version, maxBytes: 1, cancellation)) yield return block.Received;
        }

        foreach (var reactor in reactorNames)
        {
            var row = await ports.Cursors.GetAsync(reactor, partition, cancellation);
            foreach (var (_, block) in await ports.Journal.ReadPartitionAsync(partition, row, maxBytes: 1, cancellation)) yield return FirstOf(block);
        }
    }

    private static Instant FirstOf(JournalBlock block)
    {
        var walk = new EventWalk(block.Format, block.Body.Span);
        return walk.MoveNext() ? walk.Received : block.At;
    }
}
