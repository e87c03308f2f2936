namespace LiveClass.Bench.Measuring;

/// <summary>
/// Measures several ways in turn, A B C then C B A, so that what drifts (heat, other work on the machine) falls on all alike.
/// </summary>
public static class Contest
{
    /// <summary>Runs each way once a round and gives, for each way, its measurements by round.</summary>
    /// <param name="rounds">How many rounds count.</param>
    /// <param name="warmUp">How many run before them and do not.</param>
    /// <param name="prepare">Runs before each round and is not measured; gets the round, negative while warming up.</param>
    /// <param name="ways">What to measure: each gives its figure.</param>
    public static double[][] Run(int rounds, int warmUp, Action<int> prepare, params ReadOnlySpan<Func<double>> ways)
    {
        var figures = new double[ways.Length][];
        for (var way = 0; way < ways.Length; way++) figures[way] = new double[rounds];
        for (var round = -warmUp; round < rounds; round++)
        {
            prepare(round);
            for (var turn = 0; turn < ways.Length; turn++)
            {
                var way = (round & 1) == 0 ? turn : ways.Length - 1 - turn;
                var figure = ways[way]();
                if (round >= 0) figures[way][round] = figure;
            }
        }

        return figures;
    }
}
