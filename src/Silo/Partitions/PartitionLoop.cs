using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Partitions;

/// <summary>
/// Owns one partition: reads its log in order, gives each entry its turn, writes the journal, tells audiences and minds the clock.
/// One loop, so that nothing of a partition ever runs twice at once.
/// </summary>
internal sealed class PartitionLoop
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);
    private readonly int partition;
    private readonly SiloPorts ports;
    private readonly SiloOptions options;
    private readonly ILogger logger;
    private readonly PartitionRoom room;
    private readonly PartitionTurns turns;
    private readonly PartitionJournal journal;
    private readonly PartitionPublisher publisher;
    private readonly PartitionClock clock;
    private long told;

    public PartitionLoop(int partition, SiloPorts ports, SiloOptions options, ILogger logger)
    {
        this.partition = partition;
        this.ports = ports;
        this.options = options;
        this.logger = logger;
        room = new PartitionRoom(partition, ports, logger);
        turns = new PartitionTurns(partition, ports, options, room, logger);
        journal = new PartitionJournal(partition, ports, options, room, logger);
        publisher = new PartitionPublisher(partition, ports, options, room, logger);
        clock = new PartitionClock(partition, ports, room, logger);
    }

    /// <summary>True once the partition is owned and has handled what was in its log at that moment.</summary>
    public bool Ready { get; private set; }

    /// <summary>How many classrooms are in memory.</summary>
    public int Active => room.Activations.Count;

    /// <summary>Classrooms that take no turns.</summary>
    public IReadOnlyList<ClassroomKey> Parked => room.Parked;

    /// <summary>Owns the partition until told to stop; starts anew after a failure.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await ports.Leases.AcquireAsync(partition, stop) is { } lease) await OwnAndReleaseAsync(lease, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                PartitionLog.LoopFailed(logger, e, partition);
            }

            Ready = false;
            room.Clear();
            if (!stop.IsCancellationRequested) await RestAsync(stop);
        }
    }

    // Given back whatever happened: nobody could own the partition otherwise, not even this loop when it starts anew.
    private async Task OwnAndReleaseAsync(Lease lease, CancellationToken stop)
    {
        try
        {
            await OwnAsync(lease, stop);
        }
        finally
        {
            await ports.Leases.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    private async Task RestAsync(CancellationToken stop)
    {
        try
        {
            await ports.Scheduling.Delay(TryAgainAfter, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The loop's condition ends it.
        }
    }

    private async Task OwnAsync(Lease lease, CancellationToken stop)
    {
        await BeginAsync(lease, stop);
        var head = await ports.Log.HeadAsync(partition, stop);
        Ready = turns.Handled >= head;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                if (!await RoundAsync(stop)) return;
                if (!Ready) Ready = turns.Handled >= head;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop while it rested or waited: what is in memory is whole between turns, and is kept below.
        }

        await KeepAllAsync();
    }

    // Whatever cannot be kept now is in the log, and made again by the next owner.
    private async ValueTask KeepAllAsync()
    {
        foreach (var activation in room.Activations)
        {
            if (activation.EntriesSinceCheckpoint == 0) continue;
            activation.WantsCheckpoint = true;
            room.Touch(activation);
        }

        if (room.Touched.Count > 0 && await journal.WriteAsync(turns.Handled, CancellationToken.None, once: true)) TellTurns();
    }

    private async Task BeginAsync(Lease lease, CancellationToken stop)
    {
        room.Clear();
        journal.Epoch = lease.Epoch;
        turns.Handled = told = await ports.Journal.CursorAsync(partition, stop);
        turns.Clear();
        foreach (var quarantined in await ports.Quarantine.PositionsAsync(partition, 0, stop))
            if (quarantined.Reason is QuarantineReason.TurnFailed or QuarantineReason.ProcessDied)
                turns.Skip[quarantined.Position] = quarantined.Reason;
        var (position, deaths) = ports.Marks.TakeDeaths(partition);
        if (deaths >= 2)
        {
            turns.Skip[position] = QuarantineReason.ProcessDied;
            PartitionLog.Deadly(logger, partition, position);
        }

        foreach (var head in await ports.Checkpoints.HeadsAsync(partition, stop)) room.Know(head);
    }

    // One round: what there is to read, then what there is to write, tell and mind; rests where there was nothing.
    private async ValueTask<bool> RoundAsync(CancellationToken stop)
    {
        var blocks = await ports.Log.ReadAsync(partition, turns.Handled, options.ReadBytes, stop);
        foreach (var block in blocks) await turns.HandleAsync(block, stop);
        for (var i = 0; i < room.Touched.Count; i++) MindAfterTurns(room.Touched[i]);

        publisher.Publish();
        if (turns.HasCommand || journal.MustWrite() || room.Touched.Exists(a => a.WantsCheckpoint))
        {
            if (!await journal.WriteAsync(turns.Handled, stop)) return false;
        }

        TellTurns();
        await clock.TickAsync(stop);
        if (blocks.Count > 0) return true;
        DeactivateIdle();
        await ports.Log.WaitAsync(partition, turns.Handled, UntilNext(), stop);
        return true;
    }

    private void MindAfterTurns(Activation activation)
    {
        if (activation.Parked) return;
        var ran = activation.Due.IsSome;
        clock.Wind(activation);
        // A lesson has just ended: its classroom is kept whole.
        if (ran && !activation.State.LessonRuns) activation.WantsCheckpoint = true;
    }

    private void TellTurns()
    {
        if (turns.Handled == told) return;
        ports.Broadcast.Publish(new TurnsMessage(partition, told, turns.Handled, turns.TakeNotable()) { Sources = turns.TakeSources() });
        told = turns.Handled;
    }

    private void DeactivateIdle()
    {
        var now = room.Steady;
        foreach (var activation in room.Activations.ToArray())
        {
            if (activation.State.LessonRuns || now - activation.LastTurnAt < options.DeactivateAfter) continue;
            if ((activation.EntriesSinceCheckpoint == 0 || activation.CheckpointFails) && !activation.HasPending && !activation.ParkingWaits)
                room.Deactivate(activation);
            else if (activation.CheckpointFails) room.Touch(activation);
            else
            {
                activation.WantsCheckpoint = true;
                room.Touch(activation);
            }
        }
    }

    private TimeSpan UntilNext()
    {
        var now = room.Steady;
        var rest = Least(LongestRest, clock.UntilNextDue());
        if (journal.Due is { } writes) rest = Least(rest, writes - now);
        if (publisher.Due is { } tells) rest = Least(rest, tells - now);
        foreach (var activation in room.Activations)
            if (!activation.State.LessonRuns) rest = Least(rest, activation.LastTurnAt + options.DeactivateAfter - now);
        return rest < ShortestRest ? ShortestRest : rest;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
