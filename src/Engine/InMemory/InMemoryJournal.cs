using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.InMemory;

/// <summary>The journal on a modelled disk.</summary>
internal sealed class InMemoryJournal(InMemoryStore store) : IJournal
{
    public ValueTask<CommitResult> CommitAsync(JournalCommit commit, CancellationToken cancellation = default) =>
        store.IsDead ? InMemoryStore.Never<CommitResult>() : store.Committer.CommitAsync(commit, cancellation);

    public ValueTask<long> CursorAsync(int partition, CancellationToken cancellation = default) =>
        store.IsDead ? InMemoryStore.Never<long>() : new(store.Committer.Cursor(partition));

    public ValueTask<IReadOnlyList<JournalBlock>> ReadClassroomAsync(
        ClassroomKey classroom, long after, int maxBytes, CancellationToken cancellation = default) =>
        store.ReadAsync<IReadOnlyList<JournalBlock>>(tables =>
            Up(tables.JournalOfClassroom.GetValueOrDefault(classroom)?.Where(block => block.To > after) ?? [], block => block, maxBytes));

    public ValueTask<IReadOnlyList<(long Row, JournalBlock Block)>> ReadPartitionAsync(
        int partition, long afterRow, int maxBytes, CancellationToken cancellation = default) =>
        store.ReadAsync<IReadOnlyList<(long, JournalBlock)>>(tables =>
            Up(
                tables.JournalRowsOfPartition[partition].Where(row => row > afterRow).Select(row => (row, tables.Journal[(int)row - 1])),
                pair => pair.Item2,
                maxBytes));

    public ValueTask WaitAsync(int partition, long afterRow, TimeSpan atMost, CancellationToken cancellation = default) =>
        store.Committer.JournalWakeups.WaitAsync(partition, () => store.Committer.JournalRow(partition) > afterRow, atMost, cancellation);

    private static List<T> Up<T>(IEnumerable<T> rows, Func<T, JournalBlock> block, int maxBytes)
    {
        var found = new List<T>();
        long size = 0;
        foreach (var row in rows)
        {
            if (size >= maxBytes && found.Count > 0) break;
            found.Add(row);
            size += block(row).Body.Length;
        }
        return found;
    }
}
