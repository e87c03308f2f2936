using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Web.Ingest;

/// <summary>
/// What turns did with entries, for whoever waits for it. Fed by the live plane, which may be lost: what is not known in time stays
/// unknown, and nothing depends on it.
/// </summary>
internal sealed class TurnOutcomes(IBroadcast broadcast, Scheduling scheduling, SourceLimits? limits = null) : IHostedService, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly PartitionOutcomes[] partitions = [.. Enumerable.Range(0, Partitioning.Count).Select(_ => new PartitionOutcomes())];
    private readonly CancellationTokenSource ending = new();
    private ISubscription<TurnsMessage>? subscription;
    private ITimer? timer;
    private Task loop = Task.CompletedTask;

    /// <summary>Ends when every entry up to a position has had its turn (true), or after a time (false).</summary>
    public Task<bool> WaitAsync(int partition, long last, TimeSpan atMost)
    {
        var span = (long)(atMost.TotalSeconds * scheduling.Time.TimestampFrequency);
        return partitions[partition].WaitAsync(last, scheduling.Time.GetTimestamp() + span);
    }

    /// <summary>What a turn did with the entry at a position; unknown where it had none yet or it was not heard of.</summary>
    public Outcome Get(int partition, long position) => partitions[partition].Get(position);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        subscription = broadcast.SubscribeTurns();
        timer = scheduling.Time.CreateTimer(_ => EndLateWaits(), state: null, Tick, Tick);
        loop = scheduling.Start(ListenAsync);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await ending.CancelAsync();
        if (timer is not null) await timer.DisposeAsync();
        subscription?.Dispose();
        await loop;
    }

    /// <inheritdoc/>
    public void Dispose() => ending.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (await subscription!.WaitAsync(ending.Token))
                while (subscription.TryRead(out var turns)) Take(turns);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The server stops; whoever still waits runs into its time.
        }
    }

    private void Take(TurnsMessage turns)
    {
        // First: whoever waits for these turns may send again as soon as they are told.
        foreach (var mark in turns.Sources) limits?.Take(mark);
        partitions[turns.Partition].Take(turns);
    }

    private void EndLateWaits()
    {
        var now = scheduling.Time.GetTimestamp();
        foreach (var partition in partitions) partition.EndWaits(now);
    }
}
