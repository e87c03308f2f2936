using System.Collections.Immutable;
using LiveClass.Simulator.Checking;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Replay;
using LiveClass.Tests.Server.Processes;
using Xunit.Abstractions;

namespace LiveClass.Tests.Server.Crash;

/// <summary>The server is killed at random points under load, and nothing that it acknowledged is lost or counted twice.</summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 20;
    private const int Seed = 20261122;
    private readonly string directory = Directory.CreateTempSubdirectory("liveclass-crash-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_counted_twice_through_twenty_kills()
    {
        var random = new Random(Seed);
        output.WriteLine($"seed {Seed}");
        var port = ServerProcess.FreePort();
        var plan = ReplayPlan.Of(InventedLog.Make(random, students: 80, answersEach: 60), classrooms: 4, seed: "crash");
        var ledger = new Ledger();
        var acknowledged = 0L;

        var server = await ServerProcess.StartAsync(directory, port);
        using var client = new ServerClient(server.Address, ServerProcess.Key, connections: 8);
        var patience = new Patience(
            new PatienceOptions(TimeSpan.FromMinutes(3), TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(100)), TimeProvider.System, Seed);
        var options = new ReplayOptions(Pace.Max, 8, 3, TimeSpan.FromSeconds(30));
        var playing = ReplayRun.PlayAsync(
            client, patience, TimeProvider.System, options, plan, ledger, count => Interlocked.Exchange(ref acknowledged, count), CancellationToken.None);

        // Each kill waits for some progress, so that all of them fall into the load.
        var kills = 0;
        for (; kills < Kills && !playing.IsCompleted; kills++)
        {
            var until = Interlocked.Read(ref acknowledged) + random.Next(20, plan.Total / (Kills + 2));
            while (Interlocked.Read(ref acknowledged) < until && !playing.IsCompleted) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            await server.KillAsync();
            await server.DisposeAsync();
            server = await ServerProcess.StartAsync(directory, port);
        }

        var receipt = await playing;
        output.WriteLine($"{kills} kills; sent {receipt.Figures.Sent}, acknowledged {receipt.Figures.Acknowledged}, repeated batches {receipt.Figures.RepeatedBatches}");
        await server.StopAsync();
        await server.DisposeAsync();

        Assert.Equal(Kills, kills);
        Assert.Null(receipt.Error);
        Assert.Equal(plan.Total, receipt.Figures.Acknowledged);
        Assert.Empty(receipt.Differences);
        var records = await StoppedServer.ReadAsync(directory, ledger.ToList());
        Assert.Equal(plan.Total, records.Counted.Count);
        Assert.Empty(Checker.Check(records).Select(finding => finding.ToString()));
    }
}

/// <summary>Invented answers: students of a school who answer items of a few skills.</summary>
internal static class InventedLog
{
    public static ImmutableArray<LoggedResponse> Make(Random random, int students, int answersEach) =>
    [
        .. Enumerable.Range(0, students * answersEach).Select(i =>
        {
            var item = random.Next(60);
            return new LoggedResponse($"s{i % students}", $"i{item}", [$"k{item % 9}"], 0, random.Next(3) == 0 ? 0 : 1);
        }),
    ];
}
