using System.CommandLine;
using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;
using Spectre.Console;

namespace LiveClass.Bench.Recovery;

/// <summary>
/// <c>recovery</c>: how soon a server that was killed under load is ready again over a long log, against the start of an empty one; and how
/// fast its whole past is played again, against bare reading and parsing.
/// </summary>
public static class RecoveryCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var millions = new Option<double>("--millions") { DefaultValueFactory = _ => 1, Description = "Answers in the log, in millions." };
        var classrooms = new Option<int>("--classrooms") { DefaultValueFactory = _ => 30, Description = "Classrooms of 30 students." };
        var pairs = new Option<int>("--pairs") { DefaultValueFactory = _ => 11, Description = "Rounds that count." };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 2, Description = "Load before each kill." };
        var folder = new Option<string?>("--folder") { Description = "Where data is written: on the disk that is meant." };
        var command = new Command("recovery", "Start after a kill under load, and replay of the whole log.") { millions, classrooms, pairs, seconds, folder };
        command.SetAction(result => RunAsync(
            (long)(result.GetValue(millions) * 1e6), result.GetValue(classrooms), result.GetValue(pairs),
            TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(folder)));
        return command;
    }

    private static async Task<int> RunAsync(long answers, int classrooms, int pairs, TimeSpan load, string? folder)
    {
        using var scratch = new ScratchFolder(folder);
        var run = new RestartRun(scratch, classrooms, load);
        await run.PrepareAsync(answers, new Progress<long>(_ => { }));
        await run.RestartAsync();
        var full = new List<double>(pairs);
        var empty = new List<double>(pairs);
        for (var pair = 0; pair < pairs; pair++)
        {
            if ((pair & 1) == 0) full.Add(await run.RestartAsync());
            empty.Add(await run.StartEmptyAsync());
            if ((pair & 1) == 1) full.Add(await run.RestartAsync());
        }

        await run.EndAsync();
        var replay = new ReplayRun(run.Data);
        var figures = Contest.Run(Math.Max(3, pairs / 2), warmUp: 1, _ => { }, replay.Rules, replay.BareLog, replay.Fold, replay.BareJournal);
        replay.Verify();
        BenchFailureException.Unless(replay.Answers == run.Answers, $"The log holds {replay.Answers} answers where {run.Answers} were acknowledged.");
        Print(run.Answers, full, empty, figures);
        return 0;
    }

    private static void Print(long answers, List<double> full, List<double> empty, double[][] figures)
    {
        var later = Spread.Of(full.Select((seconds, i) => seconds - empty[i]));
        var rules = Spread.OfRatios(figures[1], figures[0]);
        var fold = Spread.OfRatios(figures[3], figures[2]);
        var table = new Table().AddColumns("what", "measured", "its limit", "of it", "reach");
        table.AddRow(
            "ready after a kill, s", Spread.Of(full).Text("F2"), $"empty {Spread.Of(empty).Text("F2")}", $"{later.Text("+0.00;-0.00")} s", "+0.50 s at most");
        table.AddRow("log by the rules, answers/s", Rate(figures[0], answers), $"read, parsed {Rate(figures[1], answers)}", rules.Text("F2"), "0.50");
        table.AddRow("journal by the fold, answers/s", Rate(figures[2], answers), $"read, parsed {Rate(figures[3], answers)}", fold.Text("F2"), "0.50");
        Report.Table(table);
        Console.WriteLine(
            $"Median (quartiles). {answers:N0} answers in the log; after every kill each acknowledged answer was counted once, and rules and fold "
            + "gave the same state hash of every classroom.");
        Report.LastLine(new
        {
            answers,
            verified = true,
            readySeconds = Spread.Of(full).Json(),
            emptySeconds = Spread.Of(empty).Json(),
            laterSeconds = later.Json(),
            replayOfBare = rules.Json(),
            replayPerSecond = Math.Round(answers / Spread.Of(figures[0]).Median),
            foldOfBare = fold.Json(),
            foldPerSecond = Math.Round(answers / Spread.Of(figures[2]).Median),
        });
    }

    private static string Rate(double[] seconds, long answers) => Spread.Of(seconds.Select(s => answers / s)).Median.ToString("N0");
}
