using LiveClass.Bench.Measuring;

namespace LiveClass.Bench.Latency;

/// <summary>The figures of one size.</summary>
internal sealed class LatencyResult
{
    /// <summary>The longest time for which deltas are gathered on the second server, in milliseconds.</summary>
    public const double BoardInterval = 100;

    public LatencyResult(int classrooms, IReadOnlyList<LatencyRound> rounds)
    {
        Classrooms = classrooms;
        var sums = rounds.Select((round, i) => round.Sums(i)).ToArray();
        var bare = sums.Select(Percentiles.Of).ToArray();
        var atOnce = rounds.Select(round => Percentiles.Of(round.AtOnce)).ToArray();
        OfBareP50 = Spread.Of(atOnce.Select((p, i) => p.P50 / bare[i].P50));
        OfBareP99 = Spread.Of(atOnce.Select((p, i) => p.P99 / bare[i].P99));
        AtOnce = Percentiles.Of([.. rounds.SelectMany(round => round.AtOnce)]);
        Bare = Percentiles.Of([.. sums.SelectMany(sum => sum)]);
        Coalesced = Percentiles.Of([.. rounds.SelectMany(round => round.Coalesced)]);
    }

    public int Classrooms { get; }

    public Percentiles AtOnce { get; }

    public Percentiles Bare { get; }

    public Percentiles Coalesced { get; }

    public Spread OfBareP50 { get; }

    public Spread OfBareP99 { get; }

    /// <summary>How much later than allowed the latest coalesced answer was shown, in milliseconds; negative where it was in time.</summary>
    public double TooLate => Coalesced.Longest - (BoardInterval + AtOnce.P99);

    public object Json() => new
    {
        classrooms = Classrooms,
        answers = AtOnce.Count,
        atOnce = JsonOf(AtOnce),
        bare = JsonOf(Bare),
        coalesced = JsonOf(Coalesced),
        p50OfBare = OfBareP50.Json(),
        p99OfBare = OfBareP99.Json(),
        coalescedLaterThanAllowedMs = Math.Round(TooLate, 2),
    };

    private static object JsonOf(Percentiles p) =>
        new { p50 = Math.Round(p.P50, 3), p99 = Math.Round(p.P99, 3), longest = Math.Round(p.Longest, 3) };
}
