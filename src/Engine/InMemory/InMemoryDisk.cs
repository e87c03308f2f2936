using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.InMemory;

/// <summary>
/// A modelled disk, so that a simulation can pull the plug anywhere. A transaction is written at once and synced a little later,
/// after a delay that the seed chooses; only then is it acknowledged and seen. What was not synced at a crash is dropped, but for a
/// prefix that the crash's seed chooses. Adapters that were made before a crash are dead: what they wait for never ends, and
/// nothing they do has an effect.
/// </summary>
/// <param name="seed">Chooses the delays of syncs and what a failed sync leaves behind.</param>
public sealed class InMemoryDisk(int seed)
{
    private readonly Random random = new(seed);
    private readonly Queue<InMemoryTransaction> unsynced = new();
    private int failures;

    /// <summary>The longest time that a sync takes.</summary>
    public TimeSpan SyncAtMost { get; init; } = TimeSpan.FromMilliseconds(4);

    /// <summary>While true nothing can be written: the store says Unavailable and goes on by itself when it is false again.</summary>
    public bool Full { get; set; }

    /// <summary>How many syncs there were.</summary>
    public long Syncs { get; private set; }

    internal Lock Gate { get; } = new();

    internal InMemoryTables Tables { get; } = new();

    internal TurnCounters Turns { get; } = new();

    /// <summary>Grows with each crash; adapters of an earlier life are dead.</summary>
    internal int Life { get; private set; }

    /// <summary>The next sync fails: what it should have kept is unknown, and the store closes, verifies and opens again.</summary>
    public void FailNextSync()
    {
        lock (Gate) failures++;
    }

    /// <summary>Puts other bytes where a classroom's checkpoint stands, as a bad disk would.</summary>
    public void Tamper(ClassroomKey classroom, ReadOnlyMemory<byte> checkpoint)
    {
        lock (Gate) Tables.Checkpoints[classroom] = Tables.Checkpoints[classroom] with { Body = checkpoint };
    }

    /// <summary>Pulls the plug. The process's memory is gone; open a new engine over the same disk.</summary>
    public void Crash(int seed)
    {
        lock (Gate)
        {
            Life++;
            for (var keep = new Random(seed).Next(unsynced.Count + 1); keep > 0; keep--) unsynced.Dequeue().Apply();
            unsynced.Clear();
        }
    }

    /// <summary>A transaction over what is synced.</summary>
    internal InMemoryTransaction Begin() => new(Tables);

    /// <summary>Writes a transaction, not synced yet; false where the disk is full.</summary>
    internal bool Write(InMemoryTransaction transaction)
    {
        lock (Gate)
        {
            if (Full) return false;
            unsynced.Enqueue(transaction);
            return true;
        }
    }

    /// <summary>How long the next sync takes.</summary>
    internal TimeSpan NextDelay()
    {
        lock (Gate) return TimeSpan.FromTicks(random.NextInt64(SyncAtMost.Ticks + 1));
    }

    /// <summary>Syncs what was written; false where that failed, when what was written may be kept or not.</summary>
    internal bool Sync()
    {
        lock (Gate)
        {
            Syncs++;
            var fails = failures > 0;
            if (fails) failures--;
            var keep = fails ? random.Next(unsynced.Count + 1) : unsynced.Count;
            for (; keep > 0; keep--) unsynced.Dequeue().Apply();
            unsynced.Clear();
            return !fails;
        }
    }
}
