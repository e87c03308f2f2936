using LiveClass.Engine;
using LiveClass.Tests.Simulation.Checking;

namespace LiveClass.Tests.Simulation.World;

/// <summary>How a seed ended.</summary>
internal sealed record Ended(ulong Trace, Tally Tally, long Counted, long Repeats, IReadOnlyList<string> Wrong);

/// <summary>Runs a seed from the first start of the server to the verdict.</summary>
internal static class Simulation
{
    // Longer than a lesson without a planned end goes on without anything coming, and than the clock may have been set back.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(40);
    private static readonly TimeSpan AtMost = TimeSpan.FromHours(3);

    public static Ended Run(int seed)
    {
        var scenario = new Scenario(seed);
        var school = new School(scenario);
        var verdict = default(Verdict);
        try
        {
            school.Machine.Drive(async () => verdict = await RunAsync(school), AtMost);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException($"{e.Message} {school}", e);
        }

        verdict!.Wrong.AddRange(school.Logs.Bugs.Select(bug => $"the server met a bug: {bug}"));
        return new Ended(school.Machine.Trace, school.Tally, verdict.Counted, verdict.Repeats, verdict.Wrong);
    }

    private static async Task<Verdict> RunAsync(School school)
    {
        var scenario = school.Scenario;
        var time = school.Outside.Scheduling;
        school.StartServer();
        var outside = new List<Task>();
        foreach (var room in school.Rooms)
        {
            var teacher = new Teacher(school, room, new Random(scenario.Seed + (room.Value * 7_919)));
            outside.Add(time.Start(teacher.RunAsync));
            for (var n = 1; n <= scenario.Students; n++)
            {
                var key = (room.Value * 100) + n;
                var device = new Device(school, room, new(key), new(key), new Random(scenario.Seed + (key * 104_729)));
                outside.Add(time.Start(device.RunAsync));
            }
        }

        outside.Add(time.Start(new Mischief(school, new Random(scenario.Seed + 2)).RunAsync));
        await time.Delay(scenario.Length);
        school.Producing = false;
        await Task.WhenAll(outside);
        await time.Delay(Quiet);
        while (!await school.IsQuietAsync()) await time.Delay(TimeSpan.FromSeconds(1));
        await time.Delay(TimeSpan.FromSeconds(3));

        var replicas = school.ReplicaVersions();
        await school.CloseAsync();
        var engine = EmbeddedEngine.OverMemory(school.Disk, time);
        var verdict = new Verdict(school, new SiloPortsOfEnd(engine.Log, engine.Journal, engine.Checkpoints, engine.Quarantine));
        await verdict.ReadAsync();
        foreach (var room in school.Rooms)
        {
            var head = await engine.Checkpoints.HeadAsync(room);
            if (replicas[room] != head?.Version) verdict.Wrong.Add($"a replica of {room} is at {replicas[room]}, its owner at {head?.Version}");
        }

        return verdict;
    }
}
