using System.CommandLine;
using LiveClass.Bench.Measuring;
using Spectre.Console;

namespace LiveClass.Bench.Grains;

/// <summary>
/// <c>grains</c>: whole turns, against the same calls of the rules in a bare loop and against the same reads and writes over plain
/// arrays, for few and for many students.
/// </summary>
public static class GrainsCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var sizes = new Option<int[]>("--students")
        {
            Description = "The sizes, smallest first.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [100, 1000, 10_000, 100_000],
        };
        var pairs = new Option<int>("--pairs") { Description = "Rounds that count.", DefaultValueFactory = _ => 11 };
        var turns = new Option<int>("--turns") { Description = "Turns a round.", DefaultValueFactory = _ => 50_000 };
        var command = new Command("grains", "Whole turns against the rules' bare calls and against plain arrays.") { sizes, pairs, turns };
        command.SetAction(result => Run(result.GetRequiredValue(sizes), result.GetValue(pairs), result.GetValue(turns)));
        return command;
    }

    private static int Run(int[] sizes, int pairs, int turns)
    {
        var templates = new Templates(seed: 1);
        var runs = sizes.Select((size, i) => new GrainsRun(size, turns, templates, seed: i + 2)).ToArray();
        var ways = runs.SelectMany(run => new Func<double>[] { run.Turns, run.Calls, run.Memory }).ToArray();
        GC.Collect();
        var figures = Contest.Run(pairs, warmUp: 4, _ => Array.ForEach(runs, run => run.Draw()), ways);
        foreach (var run in runs) run.Verify();

        var results = runs.Select((run, i) => new SizeResult(
            run, figures[3 * i], figures[3 * i + 1], figures[3 * i + 2], figures[0], figures[2])).ToArray();
        Print(results);
        Report.LastLine(new { turns, verified = true, sizes = results.Select(result => result.Json()) });
        return 0;
    }

    private static void Print(SizeResult[] results)
    {
        var table = new Table().AddColumns(
            "students", "turn, ns", "calls, ns", "arrays, ns", "calls/turn (reach 0.75)", "slower than smallest", "arrays slower",
            "of it (reach 1.15)", "B/turn");
        foreach (var result in results)
        {
            table.AddRow(
                result.Run.Students.ToString("N0"), result.Turn.Text("F0"), result.Calls.Text("F0"), result.Memory.Text("F0"),
                result.Reached.Text("F2"), result.Slower.Text("F2"), result.MemorySlower.Text("F2"), result.Slowdown.Text("F2"),
                result.Allocated.ToString("F1"));
        }

        Report.Table(table);
        Console.WriteLine("Median (quartiles) of processor time. Grains and bare loop came to the same estimates, next steps and reasons for every student.");
    }
}
