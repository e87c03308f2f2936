namespace LiveClass.Bench.Latency;

/// <summary>How long answers took to show, in milliseconds.</summary>
internal readonly record struct Percentiles(double P50, double P99, double Longest, int Count)
{
    /// <summary>Of values in any order; at least one.</summary>
    public static Percentiles Of(double[] values)
    {
        var sorted = values.Order().ToArray();
        return new Percentiles(At(sorted, .5), At(sorted, .99), sorted[^1], sorted.Length);
    }

    // The smallest value that so many of all do not exceed.
    private static double At(double[] sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}
