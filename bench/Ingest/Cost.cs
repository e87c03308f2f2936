using System.Diagnostics;
using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;

namespace LiveClass.Bench.Ingest;

/// <summary>What an answer cost: nanoseconds of processor, and of the time that passed.</summary>
internal readonly record struct Cost(double Cpu, double Wall)
{
    /// <summary>Measures work in this process.</summary>
    public static Cost Of(int answers, Action work)
    {
        var cpu = CpuClock.Start();
        var from = Stopwatch.GetTimestamp();
        work();
        return new Cost(cpu.Nanoseconds / answers, Stopwatch.GetElapsedTime(from).TotalNanoseconds / answers);
    }

    /// <summary>Measures work of a child: its processor time until all has settled, the time until the work is answered.</summary>
    public static async Task<Cost> OfAsync(ChildProcess child, int answers, Func<Task> work, Func<Task> settled)
    {
        var cpu = child.ProcessorTime;
        var from = Stopwatch.GetTimestamp();
        await work();
        var wall = Stopwatch.GetElapsedTime(from);
        await settled();
        return new Cost((child.ProcessorTime - cpu).TotalNanoseconds / answers, wall.TotalNanoseconds / answers);
    }
}

/// <summary>One round of one way of sending: the server and its bare parts.</summary>
internal sealed record Round(Cost Whole, Cost Front, Cost Append, Cost Journal, Cost Learning)
{
    /// <summary>The parts' processor time together.</summary>
    public double PartsCpu => Front.Cpu + Append.Cpu + Journal.Cpu + Learning.Cpu;

    /// <summary>The time of the slowest part.</summary>
    public double SlowestWall => Math.Max(Math.Max(Front.Wall, Append.Wall), Math.Max(Journal.Wall, Learning.Wall));
}
