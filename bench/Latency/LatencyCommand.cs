using System.CommandLine;
using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;
using Spectre.Console;

namespace LiveClass.Bench.Latency;

/// <summary>
/// <c>latency</c>: from an answer's sending until the teacher's screen has changed, in an open loop, against a bare relay plus a bare
/// durable append at the same rate.
/// </summary>
public static class LatencyCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var classrooms = new Option<int[]>("--classrooms")
        {
            Description = "The sizes, smallest first; 30 students each.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [1, 10, 30],
        };
        var pairs = new Option<int>("--pairs") { DefaultValueFactory = _ => 11, Description = "Rounds that count." };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 5, Description = "How long each measurement takes." };
        var each = new Option<double>("--each") { DefaultValueFactory = _ => 2, Description = "Seconds between the answers of one student." };
        var folder = new Option<string?>("--folder") { Description = "Where data is written: on the disk that is meant." };
        var command = new Command("latency", "From an answer sent to the teacher's screen changed.") { classrooms, pairs, seconds, each, folder };
        command.SetAction(result => RunAsync(
            result.GetRequiredValue(classrooms), result.GetValue(pairs), TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(each),
            result.GetValue(folder)));
        return command;
    }

    private static async Task<int> RunAsync(int[] classrooms, int pairs, TimeSpan window, double each, string? folder)
    {
        using var scratch = new ScratchFolder(folder);
        await using var run = new LatencyRun(each, window);
        await run.OpenAsync(scratch, classrooms.Max());
        var rounds = classrooms.Select(_ => new List<LatencyRound>(pairs)).ToArray();
        for (var round = -1; round < pairs; round++)
        {
            for (var size = 0; size < classrooms.Length; size++)
            {
                var figures = await run.RoundAsync(classrooms[size], forwards: (round & 1) == 0);
                if (round >= 0) rounds[size].Add(figures);
            }
        }

        Print([.. classrooms.Select((count, i) => new LatencyResult(count, rounds[i]))], each);
        return 0;
    }

    private static void Print(LatencyResult[] results, double each)
    {
        var table = new Table().AddColumns(
            "classrooms", "answers", "at once: p50, p99, ms", "relay + append: p50, p99", "p50 of bare (at most 1.5)", "p99 of bare (at most 2)",
            "coalesced: p50, p99, longest", "later than 100 ms + p99");
        foreach (var r in results)
        {
            table.AddRow(
                r.Classrooms.ToString("N0"), r.AtOnce.Count.ToString("N0"), $"{r.AtOnce.P50:F2}, {r.AtOnce.P99:F2}", $"{r.Bare.P50:F2}, {r.Bare.P99:F2}",
                r.OfBareP50.Text("F2"), r.OfBareP99.Text("F2"), $"{r.Coalesced.P50:F1}, {r.Coalesced.P99:F1}, {r.Coalesced.Longest:F1}",
                r.TooLate > 0 ? $"by {r.TooLate:F1} ms" : "none");
        }

        Report.Table(table);
        Console.WriteLine("Times over all rounds; ratios as median (quartiles) of the rounds. Every answer was accepted and shown.");
        Report.LastLine(new { secondsBetweenAnswers = each, verified = true, sizes = results.Select(r => r.Json()) });
    }
}
