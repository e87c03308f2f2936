using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.InMemory;

/// <summary>A transaction in the making: it sees its own writes, others see them once it is synced.</summary>
internal sealed class InMemoryTransaction(InMemoryTables tables) : IStoreTables
{
    private readonly List<Action<InMemoryTables>> writes = [];
    private readonly List<JournalBlock> journal = [];
    private readonly HashSet<long> decided = [];

    /// <summary>Makes the writes part of what is on disk.</summary>
    public void Apply()
    {
        foreach (var write in writes) write(tables);
    }

    public void InsertLog(LogBlock block) => writes.Add(t => t.AddLog(block));

    public void SavePartition(int partition, in PartitionRow row)
    {
        var copy = row;
        writes.Add(t => t.Partitions[partition] = copy);
    }

    public long LastVersion(ClassroomKey classroom) =>
        journal.FindLast(block => block.Classroom == classroom)?.To
        ?? (tables.JournalOfClassroom.TryGetValue(classroom, out var blocks) ? blocks[^1].To : 0);

    public bool HasJournal(ClassroomKey classroom, long to) =>
        journal.Exists(block => block.Classroom == classroom && block.To == to)
        || (tables.JournalOfClassroom.TryGetValue(classroom, out var blocks) && blocks.Exists(block => block.To == to));

    public long InsertJournal(JournalBlock block)
    {
        var copy = block with { Body = block.Body.ToArray() };
        journal.Add(copy);
        writes.Add(t => t.AddJournal(copy));
        return tables.Journal.Count + journal.Count;
    }

    public void SaveCheckpoint(Checkpoint checkpoint)
    {
        var copy = checkpoint with { Body = checkpoint.Body.ToArray() };
        writes.Add(t => t.SetCheckpoint(copy));
    }

    public void SaveHead(ClassroomHead head) => writes.Add(t => t.SetHead(head));

    public void InsertQuarantined(Quarantined entry) => writes.Add(t => t.AddQuarantined(entry));

    public bool Decide(long id, QuarantineDecision decision)
    {
        if (id < 1 || id > tables.Quarantine.Count || tables.Quarantine[(int)id - 1].Decision != QuarantineDecision.Open) return false;
        if (!decided.Add(id)) return false;
        writes.Add(t => t.Quarantine[(int)id - 1] = t.Quarantine[(int)id - 1] with { Decision = decision });
        return true;
    }

    public void SaveReactorCursor(string reactor, int partition, long row) =>
        writes.Add(t => t.ReactorCursors[(reactor, partition)] = row);
}
