namespace LiveClass.Records.Lane;

/// <summary>Work that waits, bounded by its rows, so that one flood leaves room for the others. The lane's lock guards it.</summary>
internal sealed class LaneQueue(int mostRows)
{
    /// <summary>The most rows of one work that nobody at a device waits for.</summary>
    public const int MostRowsLater = 1_000;

    private readonly Queue<LaneWork> waiting = new();
    private int rows;

    /// <summary>False where it is full. A single work is always taken where nothing waits.</summary>
    public bool TryAdd(LaneWork work)
    {
        if (waiting.Count > 0 && rows + work.Weight > mostRows) return false;
        waiting.Enqueue(work);
        rows += work.Weight;
        return true;
    }

    /// <summary>Takes what came first, up to so many rows but at least one work.</summary>
    public void MoveTo(List<LaneWork> batch, int most)
    {
        var taken = 0;
        while (waiting.TryPeek(out var next) && (taken == 0 || taken + next.Weight <= most))
        {
            batch.Add(waiting.Dequeue());
            taken += next.Weight;
        }

        rows -= taken;
    }
}
