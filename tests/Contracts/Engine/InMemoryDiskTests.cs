using System.Text;
using LiveClass.Engine;
using LiveClass.Engine.InMemory;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Tests.Contracts.Engine;

/// <summary>The modelled disk: what a crash leaves, what a fault does, and that a seed decides it all.</summary>
public sealed class InMemoryDiskTests
{
    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_was_acknowledged_survives_a_crash_and_the_rest_is_there_whole_or_not_at_all(int seed)
    {
        var run = CrashInTheMiddle(seed);

        Assert.True(run.Acknowledged.SetEquals(run.Acknowledged.Intersect(run.Found)), $"seed {seed}: lost {string.Join(' ', run.Acknowledged.Except(run.Found))}");
        Assert.Equal(run.Found.Length, run.Found.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, run.Found.Length).Select(n => (long)n), run.Positions);
        Assert.Equal(run.Found.Length + 1, run.Next);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        foreach (var seed in Enumerable.Range(1, 10))
            Assert.Equal(CrashInTheMiddle(seed).ToString(), CrashInTheMiddle(seed).ToString());
    }

    [Fact]
    public void Over_many_seeds_a_crash_both_keeps_and_drops_what_was_not_acknowledged()
    {
        var runs = Enumerable.Range(1, 40).Select(CrashInTheMiddle).ToList();

        Assert.Contains(runs, run => run.Found.Length > run.Acknowledged.Count);
        Assert.Contains(runs, run => run.Found.Length == run.Acknowledged.Count && run.Sent > run.Found.Length);
    }

    [Fact]
    public void A_dead_process_waits_for_ever_and_does_nothing()
    {
        var (pump, disk) = (new Pump(), new InMemoryDisk(1));
        var dead = EmbeddedEngine.OverMemory(disk, pump.Scheduling);
        var under = pump.Start(() => dead.Log.AppendAsync(Append(1, "under way")).AsTask());
        pump.Turn();
        disk.Crash(seed: 4);
        var after = pump.Start(() => dead.Log.AppendAsync(Append(1, "after")).AsTask());
        var read = pump.Start(() => dead.Log.ReadAsync(1, 0, 1000).AsTask());
        var lease = pump.Start(() => dead.Leases.AcquireAsync(1).AsTask());
        dead.TurnMarks.Set(1, 5);
        while (pump.Turn()) { }

        Assert.False(under.IsCompleted || after.IsCompleted || read.IsCompleted || lease.IsCompleted);
        var alive = EmbeddedEngine.OverMemory(disk, pump.Scheduling);
        Assert.Equal((0, 0), alive.TurnMarks.TakeDeaths(1));
        Assert.Equal(1, pump.Run(pump.Start(() => alive.Leases.AcquireAsync(1).AsTask()))!.Value.Epoch);
    }

    [Fact]
    public void A_failed_sync_is_unavailable_once_and_then_goes_on()
    {
        var (pump, disk) = (new Pump(), new InMemoryDisk(1));
        var engine = EmbeddedEngine.OverMemory(disk, pump.Scheduling);
        disk.FailNextSync();

        Assert.Equal(AppendResult.Unavailable, Run(pump, engine, "a"));
        Assert.False(engine.Health.Condition.Ready);
        Assert.Equal(AppendResult.Unavailable, Run(pump, engine, "b"));
        while (pump.Turn()) { }
        Assert.True(engine.Health.Condition.Ready);
        Assert.Equal(AppendResult.Appended, Run(pump, engine, "c"));
    }

    [Fact]
    public void A_full_disk_is_unavailable_until_there_is_room()
    {
        var (pump, disk) = (new Pump(), new InMemoryDisk(1) { Full = true });
        var engine = EmbeddedEngine.OverMemory(disk, pump.Scheduling);

        Assert.Equal(AppendResult.Unavailable, Run(pump, engine, "a"));
        for (var i = 0; i < 50; i++) pump.Turn();
        Assert.Contains("full", engine.Health.Condition.Detail, StringComparison.Ordinal);
        disk.Full = false;
        while (pump.Turn()) { }
        Assert.Equal(AppendResult.Appended, Run(pump, engine, "b"));
        Assert.Equal(1, pump.Run(pump.Start(() => engine.Log.HeadAsync(1).AsTask())));
    }

    [Fact]
    public void Appends_that_come_together_share_a_sync()
    {
        var (pump, disk) = (new Pump(), new InMemoryDisk(1));
        var engine = EmbeddedEngine.OverMemory(disk, pump.Scheduling);
        var appends = Enumerable.Range(0, 100).Select(i => pump.Start(() => engine.Log.AppendAsync(Append(1, Invariant(i))).AsTask())).ToList();
        foreach (var append in appends) Assert.Equal(AppendResult.Appended, pump.Run(append).Result);

        Assert.InRange(disk.Syncs, 1, 5);
    }

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static LogAppend Append(int room, string body) => new(1, new ClassroomKey(room), 1, 1, Encoding.UTF8.GetBytes(body + ";"));

    private static AppendResult Run(Pump pump, EmbeddedEngine engine, string body) =>
        pump.Run(pump.Start(() => engine.Log.AppendAsync(Append(1, body)).AsTask())).Result;

    /// <summary>Eight senders, a crash at a moment that the seed chooses, and what a new process finds.</summary>
    private static Outcome CrashInTheMiddle(int seed)
    {
        var random = new Random(seed);
        var (pump, disk) = (new Pump(), new InMemoryDisk(seed));
        var engine = EmbeddedEngine.OverMemory(disk, pump.Scheduling);
        var acknowledged = new SortedSet<int>();
        var sent = 0;
        for (var sender = 0; sender < 8; sender++)
        {
            var room = sender;
            _ = pump.Start(async () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    var number = ++sent;
                    await engine.Log.AppendAsync(Append(room, Invariant(number)));
                    acknowledged.Add(number);
                }
                return 0;
            });
        }
        for (var turns = random.Next(20, 300); turns > 0 && pump.Turn(); turns--) { }
        disk.Crash(random.Next());

        var next = EmbeddedEngine.OverMemory(disk, pump.Scheduling);
        var blocks = pump.Run(pump.Start(() => next.Log.ReadAsync(1, 0, int.MaxValue).AsTask()));
        var found = blocks.SelectMany(block => Encoding.UTF8.GetString(block.Body.Span).Split(';', StringSplitOptions.RemoveEmptyEntries));
        var positions = blocks.SelectMany(block => Enumerable.Range(0, block.Count).Select(i => block.First + i)).ToArray();
        var after = pump.Run(pump.Start(() => next.Log.AppendAsync(Append(1, "next")).AsTask()));
        return new Outcome(acknowledged, [.. found.Select(text => int.Parse(text))], positions, after.First, sent);
    }

    private sealed record Outcome(SortedSet<int> Acknowledged, int[] Found, long[] Positions, long Next, int Sent)
    {
        public override string ToString() => $"{string.Join(',', Acknowledged)}|{string.Join(',', Found)}|{Next}|{Sent}";
    }
}
