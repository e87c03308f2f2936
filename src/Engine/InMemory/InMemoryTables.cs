using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.InMemory;

/// <summary>What is on the modelled disk. Changed by whole transactions only, under the disk's lock.</summary>
internal sealed class InMemoryTables
{
    public PartitionRow[] Partitions { get; } = new PartitionRow[Partitioning.Count];

    public List<LogBlock>[] Log { get; } = [.. Enumerable.Range(0, Partitioning.Count).Select(_ => new List<LogBlock>())];

    public Dictionary<ClassroomKey, List<LogBlock>> LogOfClassroom { get; } = [];

    /// <summary>The journal; a block's row is its index + 1.</summary>
    public List<JournalBlock> Journal { get; } = [];

    public Dictionary<ClassroomKey, List<JournalBlock>> JournalOfClassroom { get; } = [];

    public List<long>[] JournalRowsOfPartition { get; } = [.. Enumerable.Range(0, Partitioning.Count).Select(_ => new List<long>())];

    public Dictionary<ClassroomKey, Checkpoint> Checkpoints { get; } = [];

    public Dictionary<ClassroomKey, ClassroomHead> Heads { get; } = [];

    /// <summary>The quarantine; a row's id is its index + 1.</summary>
    public List<QuarantineRow> Quarantine { get; } = [];

    public Dictionary<(string, int), long> ReactorCursors { get; } = [];

    public void AddLog(LogBlock block)
    {
        Log[block.Partition].Add(block);
        Of(LogOfClassroom, block.Classroom).Add(block);
    }

    public void AddJournal(JournalBlock block)
    {
        Journal.Add(block);
        Of(JournalOfClassroom, block.Classroom).Add(block);
        JournalRowsOfPartition[block.Partition].Add(Journal.Count);
    }

    public void SetCheckpoint(Checkpoint checkpoint)
    {
        if (!Checkpoints.TryGetValue(checkpoint.Classroom, out var old) || old.Version <= checkpoint.Version)
            Checkpoints[checkpoint.Classroom] = checkpoint;
    }

    public void SetHead(ClassroomHead head)
    {
        if (!Heads.TryGetValue(head.Classroom, out var old) || old.Version <= head.Version) Heads[head.Classroom] = head;
    }

    public void AddQuarantined(Quarantined entry)
    {
        if (!Quarantine.Exists(row => row.Entry.Partition == entry.Partition && row.Entry.Position == entry.Position))
            Quarantine.Add(new QuarantineRow(Quarantine.Count + 1, entry, QuarantineDecision.Open));
    }

    private static List<T> Of<T>(Dictionary<ClassroomKey, List<T>> lists, ClassroomKey classroom)
    {
        if (!lists.TryGetValue(classroom, out var list)) lists[classroom] = list = [];
        return list;
    }
}
