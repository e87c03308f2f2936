namespace LiveClass.Engine.Writing;

/// <summary>Works in the order of their coming. Not bounded: each asker waits for its own, and there are few (an owner a partition, people, reactors).</summary>
internal sealed class WorkQueue
{
    private readonly Lock gate = new();
    private readonly List<StoreWork> waiting = [];
    private bool open = true;

    public bool TryAdd(StoreWork work)
    {
        lock (gate)
        {
            if (open) waiting.Add(work);
            return open;
        }
    }

    public void Take(List<StoreWork> into)
    {
        lock (gate)
        {
            into.AddRange(waiting);
            waiting.Clear();
        }
    }

    public bool Any
    {
        get
        {
            lock (gate) return waiting.Count > 0;
        }
    }

    public void SetOpen(bool value)
    {
        lock (gate) open = value;
    }
}
