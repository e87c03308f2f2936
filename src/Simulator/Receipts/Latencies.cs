namespace LiveClass.Simulator.Receipts;

/// <summary>Latencies in milliseconds.</summary>
public sealed record LatencyFigures(long Count, double P50, double P90, double P99, double Max);

/// <summary>Collects latencies from many senders and gives exact percentiles.</summary>
public sealed class Latencies
{
    private readonly Lock gate = new();
    private readonly List<double> milliseconds = [];

    /// <summary>Adds one.</summary>
    public void Add(TimeSpan latency)
    {
        lock (gate) milliseconds.Add(latency.TotalMilliseconds);
    }

    /// <summary>The figures so far; null where there are none. A percentile is the smallest value that so many are at or under.</summary>
    public LatencyFigures? Read()
    {
        double[] sorted;
        lock (gate) sorted = [.. milliseconds];
        if (sorted.Length == 0) return null;
        Array.Sort(sorted);
        return new LatencyFigures(sorted.Length, At(sorted, 0.5), At(sorted, 0.9), At(sorted, 0.99), Math.Round(sorted[^1], 3));
    }

    private static double At(double[] sorted, double share) =>
        Math.Round(sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)], 3);
}
