using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Spectre.Console;

namespace LiveClass.Bench.Mastery;

/// <summary>
/// <c>mastery --train FILE --test FILE</c>: streams train, then test, predicting each answer before it is shown; scores
/// the test file.
/// </summary>
public static class MasteryCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var train = new Option<FileInfo?>("--train") { Description = "A response log to learn from first." };
        var test = new Option<FileInfo>("--test") { Description = "A response log to predict, then learn from.", Required = true };
        var command = new Command("mastery", "Accuracy of the next-answer probability on real answers.") { train, test };
        command.SetAction(result => Run(result.GetValue(train), result.GetRequiredValue(test)));
        return command;
    }

    private static int Run(FileInfo? train, FileInfo test)
    {
        foreach (var file in new[] { train, test })
        {
            if (file is null || file.Exists) continue;
            AnsiConsole.MarkupLineInterpolated($"[red]There is no file {file.FullName}.[/]");
            return 2;
        }
        var log = new ResponseLog();
        var before = train is null ? [] : log.Read(train.FullName);
        var rows = log.Read(test.FullName);
        var predictions = new double[rows.Count];

        var run = new MasteryRun(log.Students, log.Items, log.SkillCount);
        var clock = Stopwatch.StartNew();
        run.Play(before, log, []);
        run.Play(rows, log, predictions);
        clock.Stop();

        var rate = (before.Count + rows.Count) / clock.Elapsed.TotalSeconds;
        Print(Accuracy.Of(predictions, rows), rows.Count, rate);
        return 0;
    }

    private static void Print(Accuracy accuracy, int events, double rate)
    {
        var table = new Table().AddColumns("figure", "value");
        table.AddRow("AUC", accuracy.Auc.ToString("F4"));
        table.AddRow("log loss", accuracy.Logloss.ToString("F4"));
        table.AddRow("accuracy", accuracy.Share.ToString("F4"));
        table.AddRow("calibration error", accuracy.Ece.ToString("F4"));
        table.AddRow("answers scored", events.ToString("N0"));
        table.AddRow("answers a second", rate.ToString("N0"));
        AnsiConsole.Write(table);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            auc = Math.Round(accuracy.Auc, 5),
            logloss = Math.Round(accuracy.Logloss, 5),
            accuracy = Math.Round(accuracy.Share, 5),
            ece = Math.Round(accuracy.Ece, 5),
            events,
            eventsPerSecond = Math.Round(rate),
        }));
    }
}
