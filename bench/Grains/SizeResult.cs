using LiveClass.Bench.Measuring;

namespace LiveClass.Bench.Grains;

/// <summary>The figures of one size.</summary>
/// <param name="run">Whose.</param>
/// <param name="turns">Nanoseconds a turn, by round.</param>
/// <param name="calls">Nanoseconds for its calls of the rules.</param>
/// <param name="memory">Nanoseconds for its reads and writes.</param>
/// <param name="smallest">Nanoseconds a turn at the smallest size, in the same rounds.</param>
/// <param name="smallestMemory">Nanoseconds for the reads and writes at the smallest size.</param>
internal sealed class SizeResult(
    GrainsRun run, double[] turns, double[] calls, double[] memory, double[] smallest, double[] smallestMemory)
{
    public GrainsRun Run => run;

    public Spread Turn { get; } = Spread.Of(turns);

    public Spread Calls { get; } = Spread.Of(calls);

    public Spread Memory { get; } = Spread.Of(memory);

    /// <summary>How much of a turn's speed the bare calls leave: 1 where a turn costs no more than its calls.</summary>
    public Spread Reached { get; } = Spread.OfRatios(calls, turns);

    public Spread Slower { get; } = Spread.OfRatios(turns, smallest);

    public Spread MemorySlower { get; } = Spread.OfRatios(memory, smallestMemory);

    /// <summary>The turns' slowdown over the arrays'.</summary>
    public Spread Slowdown { get; } = Spread.Of(
        turns.Select((turn, i) => turn / smallest[i] / (memory[i] / smallestMemory[i])));

    /// <summary>Bytes a turn, in the median round.</summary>
    public double Allocated { get; } = Spread.Of(run.Allocated).Median;

    public object Json() => new
    {
        students = run.Students,
        turnNs = Turn.Json(1),
        callsNs = Calls.Json(1),
        arraysNs = Memory.Json(1),
        ofCalls = Reached.Json(),
        slower = Slower.Json(),
        arraysSlower = MemorySlower.Json(),
        slowdown = Slowdown.Json(),
        bytesAllocated = Math.Round(Allocated, 2),
        bytesAllocatedAtMost = Math.Round(run.Allocated.Max(), 2),
        eventBytes = Math.Round(run.EventBytes, 1),
    };
}
