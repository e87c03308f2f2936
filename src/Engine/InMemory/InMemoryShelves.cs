using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.InMemory;

/// <summary>Checkpoints and heads on a modelled disk.</summary>
internal sealed class InMemoryCheckpoints(InMemoryStore store) : ICheckpoints
{
    public ValueTask<Checkpoint?> LatestAsync(ClassroomKey classroom, CancellationToken cancellation = default) =>
        store.ReadAsync(tables => tables.Checkpoints.GetValueOrDefault(classroom));

    public ValueTask<ClassroomHead?> HeadAsync(ClassroomKey classroom, CancellationToken cancellation = default) =>
        store.ReadAsync(tables => tables.Heads.GetValueOrDefault(classroom));

    public ValueTask<IReadOnlyList<ClassroomHead>> HeadsAsync(int partition, CancellationToken cancellation = default) =>
        store.ReadAsync<IReadOnlyList<ClassroomHead>>(tables =>
            [.. tables.Heads.Values.Where(head => head.Partition == partition).OrderBy(head => head.Classroom.Value)]);
}

/// <summary>The quarantine on a modelled disk.</summary>
internal sealed class InMemoryQuarantine(InMemoryStore store) : IQuarantine
{
    public ValueTask<IReadOnlyList<Quarantined>> PositionsAsync(int partition, long after, CancellationToken cancellation = default) =>
        store.ReadAsync<IReadOnlyList<Quarantined>>(tables =>
            [.. tables.Quarantine.Select(row => row.Entry)
                .Where(entry => entry.Partition == partition && entry.Position > after)
                .OrderBy(entry => entry.Position)]);

    public ValueTask<IReadOnlyList<QuarantineRow>> ListAsync(ClassroomKey? classroom, int limit, CancellationToken cancellation = default) =>
        store.ReadAsync<IReadOnlyList<QuarantineRow>>(tables =>
            [.. tables.Quarantine.Where(row => classroom is null || row.Entry.Classroom == classroom)
                .OrderByDescending(row => row.Id).Take(limit)]);

    public ValueTask<QuarantineRow?> FindAsync(long id, CancellationToken cancellation = default) =>
        store.ReadAsync(tables => tables.Quarantine.Find(row => row.Id == id));

    public ValueTask<bool> DecideAsync(long id, QuarantineDecision decision, CancellationToken cancellation = default) =>
        store.IsDead ? InMemoryStore.Never<bool>() : store.Committer.DoAsync(new DecisionWork(id, decision), cancellation);
}

/// <summary>Reactors' cursors on a modelled disk.</summary>
internal sealed class InMemoryReactorCursors(InMemoryStore store) : IReactorCursors
{
    public ValueTask<long> GetAsync(string reactor, int partition, CancellationToken cancellation = default) =>
        store.ReadAsync(tables => tables.ReactorCursors.GetValueOrDefault((reactor, partition)));

    public ValueTask<CommitResult> SetAsync(string reactor, int partition, long row, CancellationToken cancellation = default) =>
        store.IsDead
            ? InMemoryStore.Never<CommitResult>()
            : store.Committer.DoAsync(new ReactorCursorWork(reactor, partition, row), cancellation);
}

/// <summary>Turn marks that outlive a modelled process.</summary>
internal sealed class InMemoryTurnMarks(InMemoryStore store) : ITurnMarks
{
    public void Set(int partition, long position)
    {
        if (!store.IsDead) store.Disk.Turns.Set(partition, position);
    }

    public (long Position, int Deaths) TakeDeaths(int partition) =>
        store.IsDead ? default : store.Disk.Turns.TakeDeaths(partition);
}
