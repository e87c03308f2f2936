using System.CommandLine;
using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;
using Spectre.Console;

namespace LiveClass.Bench.Ingest;

/// <summary>
/// <c>ingest</c>: 200 devices send batches by HTTP and by hub; the server's processor time an answer against the sum of its bare parts,
/// its speed against the slowest of them.
/// </summary>
public static class IngestCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var devices = new Option<int>("--devices") { DefaultValueFactory = _ => 200, Description = "How many devices send at once." };
        var pairs = new Option<int>("--pairs") { DefaultValueFactory = _ => 11, Description = "Rounds that count." };
        var answers = new Option<int>("--answers")
        {
            DefaultValueFactory = _ => 20_000,
            Description = "Answers a round one by one; five times as many in batches.",
        };
        var batches = new Option<int[]>("--batches")
        {
            DefaultValueFactory = _ => [1, 20, 50],
            AllowMultipleArgumentsPerToken = true,
            Description = "Answers a message.",
        };
        var by = new Option<string[]>("--by")
        {
            DefaultValueFactory = _ => ["http", "hub"],
            AllowMultipleArgumentsPerToken = true,
            Description = "How they are sent: http, hub.",
        };
        by.AcceptOnlyFromAmong("http", "hub");
        var folder = new Option<string?>("--folder") { Description = "Where data is written: on the disk that is meant." };
        var command = new Command("ingest", "Taking answers, against the sum of its bare parts.") { devices, pairs, answers, batches, by, folder };
        command.SetAction(result => RunAsync(
            result.GetValue(devices), result.GetValue(pairs), result.GetValue(answers),
            [.. result.GetRequiredValue(batches).SelectMany(batch => result.GetRequiredValue(by).Select(way => (way == "hub", batch)))],
            result.GetValue(folder)));
        return command;
    }

    private static async Task<int> RunAsync(int devices, int pairs, int answers, (bool ByHub, int Batch)[] ways, string? folder)
    {
        using var scratch = new ScratchFolder(folder);
        var rounds = ways.Select(_ => new List<Round>(pairs)).ToArray();
        await using var run = await IngestRun.StartAsync(scratch.Path, devices);
        for (var round = -2; round < pairs; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var (byHub, batch) = ways[way];
                var figures = await run.RoundAsync(batch, batch == 1 ? answers : answers * 5, byHub, serverFirst: (round & 1) == 0);
                if (round >= 0) rounds[way].Add(figures);
            }
        }

        await run.VerifyAsync(Path.Combine(scratch.Path, "data"));
        Print([.. ways.Select((way, i) => new WayResult(way.ByHub ? "hub" : "HTTP", way.Batch, rounds[i]))], run.Sent, devices);
        return 0;
    }

    private static void Print(WayResult[] results, long sent, int devices)
    {
        var table = new Table().AddColumns(
            "way, batch", "answers/s", "server CPU, µs", "front", "append", "journal", "rules", "of the sum (at most 1.6)",
            "speed of slowest (0.5)", "speed of front (0.5)");
        foreach (var r in results)
        {
            table.AddRow(
                r.Name, r.PerSecond.Median.ToString("N0"), r.WholeCpu.Text("F1"), r.FrontCpu.Median.ToString("F1"), r.AppendCpu.Median.ToString("F2"),
                r.JournalCpu.Median.ToString("F2"), r.LearningCpu.Median.ToString("F2"), r.Cpu.Text("F2"), r.Wall.Text("F2"), r.OfFront.Text("F2"));
        }

        Report.Table(table);
        Console.WriteLine(
            $"Median (quartiles), processor time in µs an answer. {sent:N0} answers were sent, counted once each, and the log played again gave "
            + "the state hash of every classroom.");
        Report.LastLine(new { devices, sent, verified = true, ways = results.Select(r => r.Json()) });
    }
}
