using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Writing;

/// <summary>
/// What every adapter of the embedded store shares: callers hand in appends and works, one writer takes them in drains, writes
/// a drain in one transaction, and tells everyone how it ended. Order of a drain: <see cref="Take"/>, <see cref="Write"/>, then
/// <see cref="Keep"/> once it is durable or <see cref="Lose"/>.
/// </summary>
internal sealed class Committer(EngineOptions options, TimeProvider time, Action wakeWriter)
{
    private readonly AppendQueue appends = new(options);
    private readonly WorkQueue works = new();
    private readonly PartitionRow[] working = new PartitionRow[Partitioning.Count];
    private readonly PartitionRow[] durable = new PartitionRow[Partitioning.Count];
    private readonly List<PendingAppend> taken = [];
    private readonly List<StoreWork> takenWorks = [];
    private readonly List<BlockDraft> drafts = [];
    private readonly Dictionary<(int, ClassroomKey), BlockDraft> openDrafts = [];
    private readonly List<LogBlock> blocks = [];

    /// <summary>Who waits for the log.</summary>
    public Wakeups LogWakeups { get; } = new(time);

    /// <summary>Who waits for the journal.</summary>
    public Wakeups JournalWakeups { get; } = new(time);

    /// <summary>The store's condition.</summary>
    public StoreHealth Health { get; } = new();

    /// <summary>True while something waits for the writer.</summary>
    public bool Any => appends.Any || works.Any;

    public long Head(int partition) => Volatile.Read(ref durable[partition].Head);

    public long Cursor(int partition) => Volatile.Read(ref durable[partition].Cursor);

    public long JournalRow(int partition) => Volatile.Read(ref durable[partition].JournalRow);

    public ValueTask<Appended> AppendAsync(LogAppend append, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(append.Partition, nameof(append));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(append.Partition, Partitioning.Count, nameof(append));
        ArgumentOutOfRangeException.ThrowIfLessThan(append.Count, 1, nameof(append));
        cancellation.ThrowIfCancellationRequested();
        var pending = new PendingAppend(append);
        var result = appends.TryAdd(pending);
        if (result != AppendResult.Appended) return new(new Appended(result, 0, default));
        wakeWriter();
        return new(pending.Task);
    }

    public ValueTask<CommitResult> CommitAsync(JournalCommit commit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(commit.Partition, nameof(commit));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(commit.Partition, Partitioning.Count, nameof(commit));
        return DoAsync(new CommitWork(commit), cancellation);
    }

    public ValueTask<T> DoAsync<T>(StoreWork<T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!works.TryAdd(work)) work.Lost(Health.Condition.Detail);
        else wakeWriter();
        return new(work.End.Task);
    }

    /// <summary>Writer: moves a transaction's worth out of the queues; false where nothing waits.</summary>
    public bool Take()
    {
        works.Take(takenWorks);
        appends.Take(taken, options.CommitBytes);
        return takenWorks.Count + taken.Count > 0;
    }

    /// <summary>Writer: writes what was taken, inside the transaction.</summary>
    public void Write(IStoreTables tables)
    {
        foreach (var work in takenWorks) work.Write(tables, working);
        BlockDraft.Form(taken, options.BlockBytes, drafts, openDrafts);
        blocks.Clear();
        var now = Instant.Of(time.GetUtcNow());
        ulong touched = 0;
        foreach (var draft in drafts)
        {
            ref var row = ref working[draft.Partition];
            if (now > row.LastReceived) row.LastReceived = now;
            var block = draft.Place(row.Head + 1, row.LastReceived);
            row.Head = block.Last;
            touched |= 1UL << draft.Partition;
            tables.InsertLog(block);
            blocks.Add(block);
        }
        for (; touched != 0; touched &= touched - 1)
        {
            var partition = System.Numerics.BitOperations.TrailingZeroCount(touched);
            tables.SavePartition(partition, working[partition]);
        }
    }

    /// <summary>Writer: the transaction is durable. Shows it to readers (first to the tail), then tells who asked.</summary>
    public void Keep(TailCache? tail)
    {
        foreach (var block in blocks) tail?.Add(block);
        Publish();
        appends.Release(taken);
        foreach (var work in takenWorks) work.Kept();
        for (var i = 0; i < drafts.Count; i++) drafts[i].Acknowledge(blocks[i]);
        Forget();
    }

    /// <summary>Writer: the transaction failed. What waits behind it fails as well, and nothing is taken until <see cref="Open"/>.</summary>
    public void Lose(string why)
    {
        Shut(why);
        do
        {
            appends.Release(taken);
            foreach (var work in takenWorks) work.Lost(why);
            foreach (var append in taken) append.TrySetResult(new Appended(AppendResult.Unavailable, 0, default));
            Forget();
        }
        while (Take());
    }

    /// <summary>Writer: the store is open and holds these rows; from now on appends are taken.</summary>
    public void Open(PartitionRow[] rows)
    {
        rows.CopyTo(working, 0);
        Publish();
        appends.SetOpen(true);
        works.SetOpen(true);
        Health.SetReady();
    }

    /// <summary>Writer: takes nothing new; what waits is still written.</summary>
    public void Shut(string why)
    {
        Health.SetWrong(why);
        appends.SetOpen(false);
        works.SetOpen(false);
    }

    private void Publish()
    {
        for (var partition = 0; partition < Partitioning.Count; partition++)
        {
            ref var old = ref durable[partition];
            ref readonly var row = ref working[partition];
            var (log, journal) = (row.Head != old.Head, row.JournalRow != old.JournalRow);
            Volatile.Write(ref old.Head, row.Head);
            Volatile.Write(ref old.Cursor, row.Cursor);
            Volatile.Write(ref old.JournalRow, row.JournalRow);
            if (log) LogWakeups.Wake(partition);
            if (journal) JournalWakeups.Wake(partition);
        }
    }

    private void Forget()
    {
        taken.Clear();
        takenWorks.Clear();
        drafts.Clear();
        blocks.Clear();
    }
}
