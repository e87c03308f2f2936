using System.CommandLine;
using LiveClass.Simulator.Checking;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Receipts;
using LiveClass.Simulator.Replay;
using LiveClass.Simulator.Showing;

namespace LiveClass.Simulator.Commands;

/// <summary><c>replay</c>: plays a log of responses.</summary>
internal static class ReplayCommand
{
    public static Command Create(Stage stage)
    {
        var server = new ServerOptions();
        var data = new Option<FileInfo>("--data") { Description = "The log: student,item,skills,time,correct, skills joined by ';'.", Required = true }
            .AcceptExistingOnly();
        var classrooms = NumberOption.Between("--classrooms", "Classrooms that the students are dealt to, round robin by first appearance", 1, 10_000);
        var speed = new Option<string>("--speed")
        {
            Description = "max: as fast as the server acknowledges. A number X: X times real time where the log has times, else X answers a second in each classroom.",
            DefaultValueFactory = static _ => "max",
        };
        speed.Validators.Add(static result =>
        {
            if (!Pace.TryParse(result.GetValueOrDefault<string>() ?? "", out _)) result.AddError("--speed is max or a number above 0.");
        });
        var sources = NumberOption.Word(
            "--sources", "Seed of the sources. The same seed sends the same numbers, so every answer of a second run is a duplicate; take another seed for another log or number of classrooms.", "1");
        var connections = NumberOption.Between("--connections", "Batches on their way at once", 1, 256, 8);
        var batch = NumberOption.Between("--batch", "Answers in a batch at most", 1, 1000, 200);
        var ledger = new Option<FileInfo?>("--ledger") { Description = "Write what was acknowledged to this file: source,sequence,fingerprint." };
        var command = new Command("replay", "Plays a log of responses, from the same sources each time, and checks the server's counts.")
        {
            data, classrooms, speed, sources, connections, batch, ledger,
        };
        server.AddTo(command);
        command.SetRun(stage, async (result, display, cancellation) =>
        {
            var pace = Pace.TryParse(result.GetRequiredValue(speed), out var parsed) ? parsed : Pace.Max;
            var file = result.GetRequiredValue(data);
            using var reader = file.OpenText();
            var plan = ReplayPlan.Of(ResponseLog.Read(reader), result.GetRequiredValue(classrooms), result.GetRequiredValue(sources));
            var account = result.GetValue(ledger) is null ? null : new Ledger();
            var options = new ReplayOptions(pace, result.GetRequiredValue(connections), result.GetRequiredValue(batch), TimeSpan.FromSeconds(10));
            var receipt = await PlayAsync(server.Server(result), server.Key(result), server.Patience(result, stage.Time, 1), stage.Time, options, plan, account, display, cancellation);
            if (account is not null)
            {
                await using var writer = new StreamWriter(result.GetValue(ledger)!.FullName);
                account.Write(writer);
            }
            return receipt;
        });
        return command;
    }

    private static async Task<Receipt> PlayAsync(
        Uri server, string key, Patience patience, TimeProvider time, ReplayOptions options, ReplayPlan plan, Ledger? ledger, IDisplay display, CancellationToken cancellation)
    {
        using var client = new ServerClient(server, key, options.Senders);
        return await display.ShowAsync(
            "replay", plan.Total, progress => ReplayRun.PlayAsync(client, patience, time, options, plan, ledger, progress, cancellation));
    }
}
