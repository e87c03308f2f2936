using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Writing;

/// <summary>
/// The newest blocks of the log in memory, so that an owner that is up to date never touches the disk to read. Bounded in
/// bytes over all partitions; the oldest go first. One writer adds, anyone reads.
/// </summary>
internal sealed class TailCache(long atMost)
{
    private readonly Queue<int> order = new();
    private readonly Tail[] tails = [.. Enumerable.Range(0, Partitioning.Count).Select(_ => new Tail())];
    private long bytes;

    /// <summary>Adds a durable block, the next of its partition.</summary>
    public void Add(LogBlock block)
    {
        tails[block.Partition].Add(block);
        order.Enqueue(block.Partition);
        bytes += Cost(block);
        while (bytes > atMost && order.TryDequeue(out var oldest)) bytes -= Cost(tails[oldest].RemoveOldest());
    }

    /// <summary>The blocks after a position; null where they are not all here.</summary>
    public IReadOnlyList<LogBlock>? Read(int partition, long after, int maxBytes) => tails[partition].Read(after, maxBytes);

    /// <summary>Forgets everything: what the store holds may be other than what was added.</summary>
    public void Clear()
    {
        while (order.TryDequeue(out var partition)) tails[partition].RemoveOldest();
        bytes = 0;
    }

    private static long Cost(LogBlock block) => block.Body.Length + 96;

    /// <summary>One partition's newest blocks, in a ring.</summary>
    private sealed class Tail
    {
        private readonly Lock gate = new();
        private LogBlock[] ring = new LogBlock[16];
        private int start;
        private int count;

        public void Add(LogBlock block)
        {
            lock (gate)
            {
                if (count == ring.Length) Grow();
                ring[(start + count++) & (ring.Length - 1)] = block;
            }
        }

        public LogBlock RemoveOldest()
        {
            lock (gate)
            {
                var oldest = ring[start];
                ring[start] = null!;
                start = (start + 1) & (ring.Length - 1);
                count--;
                return oldest;
            }
        }

        public List<LogBlock>? Read(long after, int maxBytes)
        {
            lock (gate)
            {
                if (count == 0 || At(0).First > after + 1) return null;
                var found = new List<LogBlock>();
                long size = 0;
                for (var i = FirstBeyond(after); i < count; i++)
                {
                    var block = At(i);
                    if (found.Count > 0 && size + block.Body.Length > maxBytes) break;
                    found.Add(block);
                    size += block.Body.Length;
                }
                return found;
            }
        }

        private int FirstBeyond(long after)
        {
            var (low, high) = (0, count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (At(middle).Last > after) high = middle;
                else low = middle + 1;
            }
            return low;
        }

        private LogBlock At(int index) => ring[(start + index) & (ring.Length - 1)];

        private void Grow()
        {
            var larger = new LogBlock[ring.Length * 2];
            for (var i = 0; i < count; i++) larger[i] = At(i);
            (ring, start) = (larger, 0);
        }
    }
}
