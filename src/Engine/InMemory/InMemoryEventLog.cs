using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.InMemory;

/// <summary>The log on a modelled disk.</summary>
internal sealed class InMemoryEventLog(InMemoryStore store) : IEventLog
{
    public ValueTask<Appended> AppendAsync(LogAppend append, CancellationToken cancellation = default) =>
        store.IsDead ? InMemoryStore.Never<Appended>() : store.Committer.AppendAsync(append, cancellation);

    public ValueTask<IReadOnlyList<LogBlock>> ReadAsync(int partition, long after, int maxBytes, CancellationToken cancellation = default) =>
        store.ReadAsync(tables => After(tables.Log[partition], after, maxBytes));

    public ValueTask<IReadOnlyList<LogBlock>> ReadClassroomAsync(
        ClassroomKey classroom, long after, int maxBytes, CancellationToken cancellation = default) =>
        store.ReadAsync(tables => After(tables.LogOfClassroom.GetValueOrDefault(classroom) ?? [], after, maxBytes));

    public ValueTask<long> HeadAsync(int partition, CancellationToken cancellation = default) =>
        store.IsDead ? InMemoryStore.Never<long>() : new(store.Committer.Head(partition));

    public ValueTask WaitAsync(int partition, long after, TimeSpan atMost, CancellationToken cancellation = default) =>
        store.Committer.LogWakeups.WaitAsync(partition, () => store.Committer.Head(partition) > after, atMost, cancellation);

    private static IReadOnlyList<LogBlock> After(List<LogBlock> blocks, long after, int maxBytes)
    {
        var (low, high) = (0, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].Last > after) high = middle;
            else low = middle + 1;
        }
        var found = new List<LogBlock>();
        for (long size = 0; low < blocks.Count && size < maxBytes; low++)
        {
            found.Add(blocks[low]);
            size += blocks[low].Body.Length;
        }
        return found;
    }
}
