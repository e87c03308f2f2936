namespace LiveClass.Bench.Measuring;

/// <summary>What was measured did not do its work: its figures would mean nothing.</summary>
public sealed class BenchFailureException(string message) : Exception(message)
{
    /// <summary>Ends the run where something that must hold does not.</summary>
    public static void Unless(bool holds, string otherwise)
    {
        if (!holds) throw new BenchFailureException(otherwise);
    }
}
