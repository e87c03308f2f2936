using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Tests.Simulation.World;

/// <summary>What goes wrong while the school is producing, each by its own rhythm.</summary>
internal sealed class Mischief(School school, Random random)
{
    private const int MostGarbage = 15;

    public Task RunAsync() => Task.WhenAll(
        EachAsync(school.Scenario.CrashEvery, CrashAsync),
        EachAsync(school.Scenario.RestartEvery, school.RestartAsync),
        EachAsync(school.Scenario.DiskTroubleEvery, DiskTroubleAsync),
        EachAsync(school.Scenario.ClockJumpEvery, JumpAsync),
        EachAsync(school.Scenario.GarbageEvery, GarbageAsync));

    private async Task EachAsync(TimeSpan? every, Func<Task> doAsync)
    {
        if (every is not { } rhythm) return;
        while (true)
        {
            await school.Outside.Scheduling.Delay(rhythm * (2 * random.NextDouble()));
            if (!school.Producing) return;
            await doAsync();
        }
    }

    private async Task CrashAsync()
    {
        if (school.Server is null) return; // it is stopping, or down already
        school.Crash();
        await school.Outside.Scheduling.Delay(TimeSpan.FromMilliseconds(random.Next(5_000)));
        school.StartServer();
    }

    private async Task DiskTroubleAsync()
    {
        if (random.Next(2) == 0)
        {
            school.Disk.FailNextSync();
            return;
        }

        school.Disk.Full = true;
        await school.Outside.Scheduling.Delay(TimeSpan.FromMilliseconds(random.Next(6_000)));
        school.Disk.Full = false;
    }

    private Task JumpAsync()
    {
        school.Tally.Jumps++;
        school.Machine.JumpClock(TimeSpan.FromSeconds(random.Next(-120, 120)));
        return Task.CompletedTask;
    }

    // An entry that no version could read: its turn fails, and only its turn.
    private Task GarbageAsync()
    {
        if (++school.Tally.Garbage > MostGarbage) return Task.CompletedTask;
        var body = new ByteWriter();
        var noise = new byte[random.Next(1, 30)];
        random.NextBytes(noise);
        noise[0] = random.Next(3) switch { 0 => (byte)EntryKind.Command, 1 => (byte)EntryKind.Records, _ => 99 };
        body.Bytes(noise);
        return school.SendAsync(school.Rooms[random.Next(school.Rooms.Length)], 1, body.Written.ToArray(), priority: false);
    }
}
