using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Silo.Checkpoints;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Partitions;

/// <summary>
/// Writes what happened: the events of all touched classrooms, due checkpoints, heads, quarantine and the partition's cursor, all
/// in one commit.
/// </summary>
internal sealed class PartitionJournal(int partition, SiloPorts ports, SiloOptions options, PartitionRoom room, ILogger logger)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(100);
    private readonly ByteWriter checkpoint = new(4096);

    /// <summary>The owner's epoch.</summary>
    public long Epoch { get; set; }

    /// <summary>When events that wait must be written, on the steady clock; null where none wait.</summary>
    public TimeSpan? Due { get; private set; }

    /// <summary>Notes that events wait; true where they must not wait longer.</summary>
    public bool MustWrite()
    {
        var now = room.Steady;
        var waiting = 0;
        foreach (var activation in room.Touched) waiting += activation.PendingBytes;
        if (waiting == 0 && room.Quarantined.Count == 0 && !room.Touched.Exists(a => a.WantsCheckpoint || a.ParkingWaits)) return false;
        Due ??= now + options.JournalInterval;
        return now >= Due || waiting >= options.JournalBytes;
    }

    /// <summary>
    /// Commits, trying again while the store cannot unless <paramref name="once"/>; false where the partition is owned by somebody else,
    /// or nothing could be written.
    /// </summary>
    public async ValueTask<bool> WriteAsync(long cursor, CancellationToken cancellation, bool once = false)
    {
        Due = null;
        var changed = room.Touched.Where(a => a.HasPending || a.WantsCheckpoint || a.Parked).ToArray();
        var commit = new JournalCommit(
            partition, Epoch, cursor,
            [.. changed.Where(a => a.HasPending).Select(a => a.Block(partition))],
            [.. changed.Where(NeedsCheckpoint).Select(Checkpoint).OfType<Checkpoint>()],
            [.. changed.Select(room.HeadOf)],
            [.. room.Quarantined]);

        using var hop = Hop.StartAlone(Hop.Journal);
        if (hop is not null)
            foreach (var block in commit.Blocks) Hop.Over(hop, block.Classroom, block.From, block.To);
        var told = false;
        while (true)
        {
            switch (await ports.Journal.CommitAsync(commit, cancellation))
            {
                case CommitResult.Committed:
                    Settle(changed, commit);
                    return true;
                case CommitResult.Fenced:
                    PartitionLog.Fenced(logger, partition);
                    return false;
                default:
                    if (!told) PartitionLog.JournalUnavailable(logger, partition);
                    told = true;
                    if (once) return false;
                    await ports.Scheduling.Delay(RetryAfter, cancellation);
                    break;
            }
        }
    }

    private void Settle(Activation[] changed, JournalCommit commit)
    {
        var saved = commit.Checkpoints.Select(c => c.Classroom).ToHashSet();
        foreach (var activation in changed)
        {
            activation.Journaled();
            if (!saved.Contains(activation.State.Key)) continue;
            activation.WantsCheckpoint = false;
            activation.EntriesSinceCheckpoint = 0;
            activation.CheckpointedAt = room.Steady;
        }

        foreach (var head in commit.Heads) room.Know(head);
        room.Touched.RemoveAll(activation => !activation.HasUnpublished);
        room.Quarantined.Clear();
    }

    private bool NeedsCheckpoint(Activation activation) =>
        activation is { Lost: false, CheckpointFails: false }
        && (activation.WantsCheckpoint
            || activation.EntriesSinceCheckpoint >= options.CheckpointEntries
            || (activation.EntriesSinceCheckpoint > 0 && room.Steady - activation.CheckpointedAt >= options.CheckpointInterval));

    // None where it cannot be made: the journal has all that the checkpoint would have said.
    private Checkpoint? Checkpoint(Activation activation)
    {
        checkpoint.Clear();
        try
        {
            CheckpointFormat.Write(checkpoint, activation.State);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            PartitionLog.CheckpointFailed(logger, e, partition, activation.State.Key.Value);
            activation.FailCheckpoint();
            return null;
        }

        return new Checkpoint(
            partition, activation.State.Key, activation.State.Version, activation.State.ReceivedAt, CheckpointFormat.Version,
            checkpoint.Written.ToArray());
    }
}
