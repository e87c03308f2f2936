namespace LiveClass.Bench.Measuring;

/// <summary>The middle of repeated measurements and how far they lie apart.</summary>
/// <param name="Median">Half lie under it.</param>
/// <param name="Low">A quarter lies under it.</param>
/// <param name="High">A quarter lies over it.</param>
/// <param name="Count">How many there were.</param>
public readonly record struct Spread(double Median, double Low, double High, int Count)
{
    /// <summary>Of values in any order; at least one.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0) throw new ArgumentException("There is nothing to measure the spread of.", nameof(values));
        return new Spread(At(sorted, .5), At(sorted, .25), At(sorted, .75), sorted.Length);
    }

    /// <summary>Of the quotients of two series that were measured in pairs.</summary>
    public static Spread OfRatios(IReadOnlyList<double> over, IReadOnlyList<double> under)
    {
        if (over.Count != under.Count) throw new ArgumentException("Each measurement needs its pair.", nameof(under));
        return Of(over.Select((value, i) => value / under[i]));
    }

    /// <summary>The median with its quartiles, as in "0.81 (0.79-0.84)".</summary>
    public string Text(string format) => $"{Median.ToString(format)} ({Low.ToString(format)}-{High.ToString(format)})";

    /// <summary>As it stands in the last line of a run.</summary>
    public object Json(int digits = 3) => new
    {
        median = Math.Round(Median, digits),
        low = Math.Round(Low, digits),
        high = Math.Round(High, digits),
        pairs = Count,
    };

    // Between two neighbours in proportion.
    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
