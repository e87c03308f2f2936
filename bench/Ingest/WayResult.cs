using LiveClass.Bench.Measuring;

namespace LiveClass.Bench.Ingest;

/// <summary>The figures of one way of sending.</summary>
internal sealed class WayResult(string way, int batch, IReadOnlyList<Round> rounds)
{
    private const double NanosecondsInMicrosecond = 1000;

    public string Name => $"{way}, {batch}";

    /// <summary>Processor time of the server over the sum of its bare parts.</summary>
    public Spread Cpu { get; } = Spread.Of(rounds.Select(r => r.Whole.Cpu / r.PartsCpu));

    /// <summary>Speed over that of the slowest part.</summary>
    public Spread Wall { get; } = Spread.Of(rounds.Select(r => r.SlowestWall / r.Whole.Wall));

    /// <summary>Speed over that of the bare front alone.</summary>
    public Spread OfFront { get; } = Spread.Of(rounds.Select(r => r.Front.Wall / r.Whole.Wall));

    public Spread PerSecond { get; } = Spread.Of(rounds.Select(r => 1e9 / r.Whole.Wall));

    public Spread WholeCpu { get; } = Micro(rounds, r => r.Whole.Cpu);

    public Spread FrontCpu { get; } = Micro(rounds, r => r.Front.Cpu);

    public Spread AppendCpu { get; } = Micro(rounds, r => r.Append.Cpu);

    public Spread JournalCpu { get; } = Micro(rounds, r => r.Journal.Cpu);

    public Spread LearningCpu { get; } = Micro(rounds, r => r.Learning.Cpu);

    public object Json() => new
    {
        way,
        batch,
        cpuOfParts = Cpu.Json(),
        wallOfSlowest = Wall.Json(),
        wallOfFront = OfFront.Json(),
        answersPerSecond = PerSecond.Json(0),
        answersPerCpuSecond = Math.Round(1e6 / WholeCpu.Median),
        microseconds = new
        {
            whole = WholeCpu.Json(2),
            front = FrontCpu.Json(2),
            append = AppendCpu.Json(2),
            journal = JournalCpu.Json(2),
            learning = LearningCpu.Json(2),
        },
    };

    private static Spread Micro(IReadOnlyList<Round> rounds, Func<Round, double> figure) =>
        Spread.Of(rounds.Select(r => figure(r) / NanosecondsInMicrosecond));
}
