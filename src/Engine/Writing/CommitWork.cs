using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Writing;

/// <summary>A partition owner's commit: fenced by epoch, checked for continuity, idempotent by (classroom, to).</summary>
internal sealed class CommitWork(JournalCommit commit) : StoreWork<CommitResult>
{
    protected override CommitResult Apply(IStoreTables tables, PartitionRow[] partitions)
    {
        ref var row = ref partitions[commit.Partition];
        if (commit.Epoch < row.Epoch) return CommitResult.Fenced;
        var fresh = Fresh(tables);
        foreach (var block in fresh) row.JournalRow = tables.InsertJournal(block);
        foreach (var checkpoint in commit.Checkpoints) tables.SaveCheckpoint(checkpoint);
        foreach (var head in commit.Heads) tables.SaveHead(head);
        foreach (var entry in commit.Quarantined) tables.InsertQuarantined(entry);
        row.Epoch = commit.Epoch;
        row.Cursor = Math.Max(row.Cursor, commit.Cursor);
        tables.SavePartition(commit.Partition, row);
        return CommitResult.Committed;
    }

    /// <summary>The blocks that are not kept yet, each continuing its classroom's last; throws before anything is written.</summary>
    private List<JournalBlock> Fresh(IStoreTables tables)
    {
        var fresh = new List<JournalBlock>(commit.Blocks.Count);
        var versions = new Dictionary<ClassroomKey, long>();
        foreach (var block in commit.Blocks)
        {
            if (!versions.TryGetValue(block.Classroom, out var last)) last = tables.LastVersion(block.Classroom);
            if (block.To <= last && tables.HasJournal(block.Classroom, block.To)) continue;
            if (block.From != last || block.To <= block.From)
                throw new InvalidOperationException(
                    $"The journal block {block.From} to {block.To} of classroom {block.Classroom.Value} does not continue its last, which ends at {last}.");
            versions[block.Classroom] = block.To;
            fresh.Add(block);
        }
        return fresh;
    }

    public override void Lost(string why) => End.TrySetResult(CommitResult.Unavailable);
}

/// <summary>A new owner's number for a partition.</summary>
internal sealed class EpochWork(int partition) : StoreWork<long>
{
    protected override long Apply(IStoreTables tables, PartitionRow[] partitions)
    {
        ref var row = ref partitions[partition];
        row.Epoch++;
        tables.SavePartition(partition, row);
        return row.Epoch;
    }
}

/// <summary>A person's decision of a quarantined entry.</summary>
internal sealed class DecisionWork(long id, QuarantineDecision decision) : StoreWork<bool>
{
    protected override bool Apply(IStoreTables tables, PartitionRow[] partitions) => tables.Decide(id, decision);
}

/// <summary>A reactor's new cursor.</summary>
internal sealed class ReactorCursorWork(string reactor, int partition, long row) : StoreWork<CommitResult>
{
    protected override CommitResult Apply(IStoreTables tables, PartitionRow[] partitions)
    {
        tables.SaveReactorCursor(reactor, partition, row);
        return CommitResult.Committed;
    }

    public override void Lost(string why) => End.TrySetResult(CommitResult.Unavailable);
}
