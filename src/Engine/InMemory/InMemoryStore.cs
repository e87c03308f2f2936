using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;

namespace LiveClass.Engine.InMemory;

/// <summary>
/// The store over a modelled disk: the same committer as the real one, driven on the injected scheduling instead of a thread. A
/// drain starts when something waits and none runs.
/// </summary>
internal sealed class InMemoryStore
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(100);
    private readonly InMemoryDisk disk;
    private readonly Scheduling scheduling;
    private readonly int life;
    private int running;
    private volatile bool closed;

    public InMemoryStore(InMemoryDisk disk, EngineOptions options, Scheduling scheduling)
    {
        (this.disk, this.scheduling) = (disk, scheduling);
        life = disk.Life;
        Committer = new Committer(options, scheduling.Time, Wake);
        lock (disk.Gate) Committer.Open(disk.Tables.Partitions);
    }

    public Committer Committer { get; }

    /// <summary>True once the process that this store belongs to has died.</summary>
    public bool IsDead => disk.Life != life;

    public InMemoryDisk Disk => disk;

    /// <summary>Runs a read; never ends in a dead process, throws while the store is being verified.</summary>
    public ValueTask<T> ReadAsync<T>(Func<InMemoryTables, T> read)
    {
        lock (disk.Gate)
        {
            if (IsDead) return Never<T>();
            if (Committer.Health.Condition is { Ready: false, Detail: var why } && !closed) throw new StoreUnavailableException(why);
            return new(read(disk.Tables));
        }
    }

    /// <summary>What a dead process waits for.</summary>
    public static ValueTask<T> Never<T>() => new(new TaskCompletionSource<T>().Task);

    /// <summary>Takes nothing new and ends when what waits is written.</summary>
    public async Task CloseAsync()
    {
        if (IsDead) return;
        closed = true;
        Committer.Shut("The server is stopping.");
        while (Committer.Any || Volatile.Read(ref running) != 0)
        {
            if (IsDead) return;
            await scheduling.Delay(TimeSpan.FromMilliseconds(1));
        }
    }

    private void Wake()
    {
        if (Interlocked.CompareExchange(ref running, 1, 0) == 0) _ = scheduling.Start(DrainAsync);
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            while (!IsDead && Committer.Take()) await CommitAsync();
            if (IsDead) return;
            Volatile.Write(ref running, 0);
            if (!Committer.Any || Interlocked.CompareExchange(ref running, 1, 0) != 0) return;
        }
    }

    private async Task CommitAsync()
    {
        var transaction = disk.Begin();
        lock (disk.Gate) Committer.Write(transaction);
        var written = disk.Write(transaction);
        await scheduling.Delay(disk.NextDelay());
        if (IsDead) return;
        if (written && disk.Sync()) Committer.Keep(tail: null);
        else await RecoverAsync(written ? "The modelled disk failed." : "The modelled disk is full. Free some space.");
    }

    private async Task RecoverAsync(string why)
    {
        Committer.Lose(why);
        do
        {
            await scheduling.Delay(RetryAfter);
            if (IsDead || closed) return;
        }
        while (disk.Full);
        lock (disk.Gate) Committer.Open(disk.Tables.Partitions);
    }
}
