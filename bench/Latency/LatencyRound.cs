namespace LiveClass.Bench.Latency;

/// <summary>One round at one size: the server at once and coalesced, and the bare relay and append as sums of pairs.</summary>
internal sealed record LatencyRound(double[] AtOnce, double[] Coalesced, double[] Relay, double[] Append)
{
    /// <summary>The n-th relay with a drawn append: what one after the other would take.</summary>
    public double[] Sums(int seed)
    {
        var random = new Random(seed);
        return [.. Relay.Select(relay => relay + Append[random.Next(Append.Length)])];
    }
}
