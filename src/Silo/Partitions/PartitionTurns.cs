using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Partitions;

/// <summary>
/// The turns of a partition, in the log's order. A turn that throws is quarantined and its classroom loaded anew; the partition
/// goes on. A classroom that fails too often is parked: what comes for it waits in the log.
/// </summary>
internal sealed class PartitionTurns(int partition, SiloPorts ports, SiloOptions options, PartitionRoom room, ILogger logger)
{
    private static readonly TimeSpan FailureWindow = TimeSpan.FromMinutes(1);
    private readonly TurnRunner runner = new(room.Desk);
    private readonly ImmutableArray<EntryOutcome>.Builder notable = ImmutableArray.CreateBuilder<EntryOutcome>();
    private readonly PartitionSources sources = new();
    private readonly ByteWriter step = new(64);

    /// <summary>The position up to which entries have had their turn.</summary>
    public long Handled { get; set; }

    /// <summary>True where a command was handled since <see cref="TakeNotable"/>: its asker waits for the journal.</summary>
    public bool HasCommand { get; private set; }

    /// <summary>Positions that replay never handles again.</summary>
    public Dictionary<long, QuarantineReason> Skip { get; } = [];

    /// <summary>The outcomes worth telling since the last time.</summary>
    public ImmutableArray<EntryOutcome> TakeNotable()
    {
        HasCommand = false;
        return notable.DrainToImmutable();
    }

    /// <summary>The news of sources at their limits since the last time.</summary>
    public ImmutableArray<SourceMark> TakeSources() => sources.TakeNews();

    /// <summary>Forgets what the last ownership left.</summary>
    public void Clear()
    {
        Skip.Clear();
        sources.Clear();
    }

    /// <summary>Handles the entries of a block that have not had their turn.</summary>
    public async ValueTask HandleAsync(LogBlock block, CancellationToken cancellation)
    {
        var activation = await room.ActivateAsync(block.Classroom, cancellation);
        if (activation.Parked && !await TryUnparkAsync(activation, block, cancellation)) return;
        var done = await HandleAllAsync(activation, block, Handled, mayPark: true);
        sources.Look(activation.State);
        if (done < block.Last) LetWait(block, done);
        else Handled = block.Last;
    }

    // Everything of a block after a position, past turns that fail. Gives the last position that is done: not the block's last where
    // the classroom is parked on the way.
    private async ValueTask<long> HandleAllAsync(Activation activation, LogBlock block, long after, bool mayPark)
    {
        var done = HandleFrom(activation, block, after);
        while (done < block.Last)
        {
            // The entry after `done` failed.
            await RecoverAsync(activation, block, done + 1, mayPark);
            if (activation.Lost) return done;
            done++;
            if (activation.Parked) return done;
            done = HandleFrom(activation, block, done);
        }

        return done;
    }

    // The classroom takes no turns: its entries wait in the log, and whoever waits for an outcome is told that there is none yet.
    private void LetWait(LogBlock block, long after, long refused = 0)
    {
        for (var position = Math.Max(after + 1, block.First); position <= block.Last; position++)
        {
            notable.Add(new EntryOutcome(position, position == refused
                ? Outcome.Refused(RefusalCode.StillParked, position)
                : new Outcome(OutcomeKind.Unknown, RefusalCode.None, position, 0)));
        }

        Handled = block.Last;
    }

    // False where nobody asks for it, or it still cannot be read: all of the block waits.
    private async ValueTask<bool> TryUnparkAsync(Activation activation, LogBlock block, CancellationToken cancellation)
    {
        var asked = AskedToUnpark(block, Handled);
        if (asked != 0 && await room.RegainAsync(activation, cancellation) && await CatchUpAsync(activation, block.First - 1, cancellation))
            return true;
        LetWait(block, Handled, refused: asked);
        return false;
    }

    // Runs turns until one throws; gives the last position that is done.
    private long HandleFrom(Activation activation, LogBlock block, long after)
    {
        var entries = new BlockEntries(block);
        while (entries.MoveNext())
        {
            var position = entries.Position;
            if (position <= after || position <= activation.State.Version) continue;
            ports.Marks.Set(partition, position);
            using var hop = Hop.StartOf(Hop.Turn, block.Classroom, position);
            try
            {
                var outcome = Skip.TryGetValue(position, out var reason)
                    ? runner.StepOver(activation.Grains, position, block.Received, entries.Current, reason)
                    : runner.Run(activation.Grains, position, block.Received, entries.Current);
                Take(activation, block, position, outcome, EntryFormat.KindOf(entries.Current));
                if (outcome.Kind is OutcomeKind.Quarantined or OutcomeKind.Refused && reason == 0) sources.Refused(block.Classroom, entries.Current);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                hop?.SetStatus(ActivityStatusCode.Error);
                PartitionLog.TurnFailed(logger, e, partition, position, block.Classroom.Value);
                return position - 1;
            }
            finally
            {
                ports.Marks.Set(partition, 0);
            }
        }

        return block.Last;
    }

    private void Take(Activation activation, LogBlock block, long position, Outcome outcome, EntryKind kind)
    {
        activation.TakeTurn();
        activation.LastTurnAt = room.Steady;
        room.Touch(activation);
        if (kind == EntryKind.Command) HasCommand = true;
        if (outcome.Kind is OutcomeKind.Conflict or OutcomeKind.Quarantined)
            room.Quarantine(new Quarantined(partition, position, block.Classroom, block.Received, ReasonOf(position, outcome, activation)));
        if (outcome.Kind != OutcomeKind.Accepted || kind == EntryKind.Command) notable.Add(new EntryOutcome(position, outcome));
        if (room.Desk.Chosen.Count > 0 && ports.Broadcast.MayBeWatched(block.Classroom)) TellSteps(block.Classroom, position);
    }

    private QuarantineReason ReasonOf(long position, Outcome outcome, Activation activation) =>
        Skip.TryGetValue(position, out var reason) ? reason
        : outcome.Kind == OutcomeKind.Conflict ? QuarantineReason.SequenceConflict
        : QuarantineReason.SourceFull;

    private void TellSteps(ClassroomKey classroom, long position)
    {
        foreach (var chosen in room.Desk.Chosen)
        {
            step.Clear();
            EventFormat.Write(step, chosen);
            ports.Broadcast.Publish(new NextStepMessage(classroom, chosen.Student, position, EventFormat.Version, step.Written.ToArray()));
        }
    }

    private async ValueTask RecoverAsync(Activation activation, LogBlock block, long position, bool mayPark)
    {
        Skip[position] = QuarantineReason.TurnFailed;
        // Not to be cancelled: nothing may be kept of a state that the failed turn has spoilt.
        if (await room.LoadAsync(block.Classroom, CancellationToken.None) is not { } state || !TryStepOver(activation, state, block, position))
        {
            room.Lose(activation);
            return;
        }

        activation.Failures.Enqueue(block.Received);
        while (activation.Failures.Peek() < block.Received - FailureWindow) activation.Failures.Dequeue();
        if (!mayPark || activation.Failures.Count <= options.FailuresBeforeParking) return;
        room.Park(activation);
        PartitionLog.Parked(logger, partition, block.Classroom.Value, activation.Failures.Count);
    }

    // False where not even that can be done for this classroom.
    private bool TryStepOver(Activation activation, ClassroomState state, LogBlock block, long position)
    {
        try
        {
            activation.Reload(state);
            StepOver(activation, block, position);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            PartitionLog.TurnFailed(logger, e, partition, position, block.Classroom.Value);
            return false;
        }
    }

    private void StepOver(Activation activation, LogBlock block, long position)
    {
        var entries = new BlockEntries(block);
        while (entries.MoveNext())
        {
            if (entries.Position != position) continue;
            var outcome = runner.StepOver(activation.Grains, position, block.Received, entries.Current, QuarantineReason.TurnFailed);
            Take(activation, block, position, outcome, EntryFormat.KindOf(entries.Current));
            return;
        }
    }

    // What waited in the log while the classroom was parked; false where it cannot be read again on the way.
    private async ValueTask<bool> CatchUpAsync(Activation activation, long through, CancellationToken cancellation)
    {
        while (true)
        {
            var blocks = await ports.Log.ReadClassroomAsync(activation.State.Key, activation.State.Version, options.ReadBytes, cancellation);
            var waiting = blocks.Where(block => block.Last <= through && block.Last > activation.State.Version).ToArray();
            if (waiting.Length == 0) return true;
            foreach (var block in waiting)
                if (await HandleAllAsync(activation, block, activation.State.Version, mayPark: false) < block.Last) return false;
        }
    }

    // Where the block asks for it; 0 where it does not.
    private static long AskedToUnpark(LogBlock block, long handled)
    {
        var entries = new BlockEntries(block);
        while (entries.MoveNext())
        {
            if (entries.Position <= handled || EntryFormat.KindOf(entries.Current) != EntryKind.Command) continue;
            if (IsUnpark(entries.Current)) return entries.Position;
        }

        return 0;
    }

    // What cannot be read asks for nothing; its turn will find out.
    private static bool IsUnpark(ReadOnlySpan<byte> entry)
    {
        try
        {
            return EntryFormat.ReadCommand(entry).Command is Unpark;
        }
        catch (Exception e) when (e is FormatViolationException or JsonException)
        {
            return false;
        }
    }
}
