using LiveClass.Engine.Ports;

namespace LiveClass.Engine.Writing;

/// <summary>What waits for the writer: commands in one lane, evidence in the other; commands leave first.</summary>
internal sealed class AppendQueue(EngineOptions options)
{
    private readonly Lock gate = new();
    private readonly AppendLane priority = new(options.PriorityQueueBytes, options.PriorityQueueBytes / 4);
    private readonly AppendLane evidence = new(options.QueueBytes, options.ClassroomQueueBytes);
    private bool open = true;

    /// <summary>Takes an append in; Appended here means "it waits".</summary>
    public AppendResult TryAdd(PendingAppend append)
    {
        lock (gate)
        {
            if (!open) return AppendResult.Unavailable;
            return LaneOf(append).TryAdd(append) ? AppendResult.Appended : AppendResult.Busy;
        }
    }

    /// <summary>Moves a commit's worth out.</summary>
    public void Take(List<PendingAppend> into, long maxBytes)
    {
        lock (gate)
        {
            var taken = priority.Take(into, maxBytes);
            evidence.Take(into, maxBytes - taken);
        }
    }

    /// <summary>True while something waits.</summary>
    public bool Any
    {
        get
        {
            lock (gate) return priority.Waiting + evidence.Waiting > 0;
        }
    }

    /// <summary>Gives the bytes of a commit that has ended back.</summary>
    public void Release(List<PendingAppend> ended)
    {
        lock (gate)
        {
            foreach (var append in ended) LaneOf(append).Release(append);
        }
    }

    /// <summary>Takes nothing any more, or again.</summary>
    public void SetOpen(bool value)
    {
        lock (gate) open = value;
    }

    private AppendLane LaneOf(PendingAppend append) => append.Append.Priority ? priority : evidence;
}
