using System.CommandLine;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Hub;
using LiveClass.Simulator.Load;
using LiveClass.Simulator.Receipts;
using LiveClass.Simulator.Showing;

namespace LiveClass.Simulator.Commands;

/// <summary><c>load</c>: an open-loop load with latencies.</summary>
internal static class LoadCommand
{
    public static Command Create(Stage stage)
    {
        var server = new ServerOptions();
        var students = NumberOption.Between("--students", "Students, 30 to a classroom", 1, 30_000);
        var rate = NumberOption.Between("--rate", "Answers a second in total, one a request, sent when they are due whatever became of those before", 1, 50_000);
        var seconds = NumberOption.Between("--seconds", "For how long", 1, 3_600);
        var hub = new Option<bool>("--hub") { Description = "Send over the hub instead of HTTP, one connection a student." };
        var connections = NumberOption.Between("--connections", "Connections at most", 1, 10_000, 1_000);
        var seed = NumberOption.Between("--seed", "Seed of scores, skills and items", 0, int.MaxValue, 1);
        var command = new Command("load", "Makes an open-loop load and tells latencies from when each answer was due to its acknowledgement.")
        {
            students, rate, seconds, hub, connections, seed,
        };
        command.Validators.Add(result =>
        {
            if ((long)result.GetValue(rate) * result.GetValue(seconds) > 5_000_000) result.AddError("--rate times --seconds is at most 5000000 answers.");
        });
        server.AddTo(command);
        command.SetRun(stage, async (result, display, cancellation) =>
        {
            var time = stage.Time;
            var plan = new LoadPlan(RunName.Now(time), result.GetValue(seed), result.GetValue(students), result.GetValue(rate), result.GetValue(seconds));
            var most = Math.Min(result.GetValue(connections), plan.Students);
            using var client = new ServerClient(server.Server(result), server.Key(result), most);
            var patience = server.Patience(result, stage.Time, result.GetValue(seed));
            if (!result.GetValue(hub))
            {
                using var http = new HttpPath(client, most);
                return await ShowAsync(display, new LoadRun(client, patience, http, time), plan, cancellation);
            }
            await using var path = new HubPath(server.Server(result), server.Key(result), most);
            await display.ShowAsync("connect", most, progress => ConnectAsync(path, patience, most, progress, cancellation));
            return await ShowAsync(display, new LoadRun(client, patience, path, time), plan, cancellation);
        });
        return command;
    }

    private static Task<Receipt> ShowAsync(IDisplay display, LoadRun run, LoadPlan plan, CancellationToken cancellation) =>
        display.ShowAsync("load", plan.Total, progress => run.RunAsync(plan, progress, cancellation));

    private static async Task<bool> ConnectAsync(HubPath path, Patience patience, int connections, Action<long> progress, CancellationToken cancellation)
    {
        for (var index = 0; index < connections; index++)
        {
            var at = index;
            await patience.KeepTryingAsync(stop => path.ConnectAsync(at, stop), cancellation);
            progress(index + 1);
        }
        return true;
    }
}
