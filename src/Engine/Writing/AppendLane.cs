using System.Runtime.InteropServices;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Writing;

/// <summary>
/// Appends in the order of their coming, bounded in bytes in all and for each classroom, so that one flood leaves room for
/// the others. Bytes count from coming in until the commit has ended. Not safe for several threads: <see cref="AppendQueue"/> locks.
/// </summary>
internal sealed class AppendLane(long atMost, long classroomAtMost)
{
    private readonly Queue<PendingAppend> waiting = new();
    private readonly Dictionary<ClassroomKey, long> held = [];
    private long bytes;

    public int Waiting => waiting.Count;

    /// <summary>Takes it in, or says no. Something always fits into an empty share, so that no append is Busy for ever.</summary>
    public bool TryAdd(PendingAppend append)
    {
        var cost = append.Cost;
        if (bytes > 0 && bytes + cost > atMost) return false;
        ref var share = ref CollectionsMarshal.GetValueRefOrAddDefault(held, append.Append.Classroom, out _);
        if (share > 0 && share + cost > classroomAtMost) return false;
        share += cost;
        bytes += cost;
        waiting.Enqueue(append);
        return true;
    }

    /// <summary>Moves the oldest out, up to about so many bytes; gives how many bytes went.</summary>
    public long Take(List<PendingAppend> into, long maxBytes)
    {
        long taken = 0;
        while (taken < maxBytes && waiting.TryDequeue(out var append))
        {
            into.Add(append);
            taken += append.Cost;
        }
        return taken;
    }

    /// <summary>Gives the bytes of an append back whose commit has ended.</summary>
    public void Release(PendingAppend append)
    {
        bytes -= append.Cost;
        ref var share = ref CollectionsMarshal.GetValueRefOrNullRef(held, append.Append.Classroom);
        share -= append.Cost;
        if (share == 0) held.Remove(append.Append.Classroom);
    }
}
