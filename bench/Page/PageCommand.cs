using System.CommandLine;
using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;
using Spectre.Console;

namespace LiveClass.Bench.Page;

/// <summary>
/// <c>page</c>: a student's device on a slow network, from the link's opening to the first item that can be answered, beside the same
/// page that is only opened.
/// </summary>
public static class PageCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var pairs = new Option<int>("--pairs") { DefaultValueFactory = _ => 11, Description = "Visits that count." };
        var slowdown = new Option<double>("--cpu") { DefaultValueFactory = _ => 4, Description = "How many times slower the device's processor is than this one's." };
        var megabits = new Option<double>("--megabits") { DefaultValueFactory = _ => 1.6, Description = "Megabits a second down; half of it up." };
        var latency = new Option<int>("--latency") { DefaultValueFactory = _ => 150, Description = "Milliseconds that each request waits." };
        var folder = new Option<string?>("--folder") { Description = "Where data is written." };
        var command = new Command("page", "The time to a student's first usable item on a slow device and network.") { pairs, slowdown, megabits, latency, folder };
        command.SetAction(result => RunAsync(
            result.GetValue(pairs),
            new SlowDevice(result.GetValue(slowdown), result.GetValue(megabits), result.GetValue(latency)),
            result.GetValue(folder)));
        return command;
    }

    private static async Task<int> RunAsync(int pairs, SlowDevice device, string? folder)
    {
        using var scratch = new ScratchFolder(folder);
        await using var run = await PageRun.StartAsync(scratch.Path, device);
        var visits = new List<Visit>(pairs);
        for (var round = -1; round < pairs; round++)
        {
            var visit = await run.VisitAsync(openFirst: (round & 1) == 0);
            if (round >= 0) visits.Add(visit);
        }

        Spread opened = Spread.Of([.. visits.Select(v => v.OpenedMs)]), first = Spread.Of([.. visits.Select(v => v.FirstMs)]);
        Spread again = Spread.Of([.. visits.Select(v => v.AgainMs)]), ratio = Spread.Of([.. visits.Select(v => v.FirstMs / v.OpenedMs)]);
        var table = new Table().AddColumns("from the link to", "ms (at most 1,500)");
        table.AddRow("the page, opened only", opened.Text("F0"));
        table.AddRow("the first usable item, first visit, name and yes tapped at once", first.Text("F0"));
        table.AddRow("the first usable item, page opened again", again.Text("F0"));
        Report.Table(table);
        Console.WriteLine(
            $"Median (quartiles) of {pairs} visits; processor {device.Cpu}x slower, {device.Megabits} Mb/s, {device.LatencyMs} ms a request. "
            + $"The first item takes {ratio.Text("F2")} times what opening the page takes.");
        Report.LastLine(new
        {
            cpu = device.Cpu,
            megabits = device.Megabits,
            latencyMs = device.LatencyMs,
            firstItemMs = first.Json(),
            againMs = again.Json(),
            openedMs = opened.Json(),
            ofOpened = ratio.Json(),
        });
        return 0;
    }
}
