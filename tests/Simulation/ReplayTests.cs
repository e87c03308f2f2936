using LiveClass.Tests.Simulation.World;

namespace LiveClass.Tests.Simulation;

/// <summary>That the simulation itself does what it says.</summary>
public sealed class ReplayTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(17)]
    [InlineData(123_456)]
    public void The_same_seed_runs_the_same_way(int seed)
    {
        var (first, second) = (World.Simulation.Run(seed), World.Simulation.Run(seed));
        Assert.Equal(first.Trace, second.Trace);
        Assert.Equal(first.Counted, second.Counted);
    }

    [Fact]
    public void The_seeds_meet_everything_that_they_are_meant_to_meet()
    {
        var runs = Enumerable.Range(1, 24).Select(World.Simulation.Run).ToArray();
        Assert.All(runs, run => Assert.True(run.Counted > 0));
        Assert.True(runs.Sum(run => run.Repeats) > 100);
        foreach (var (what, count) in new (string, Func<Tally, int>)[]
        {
            ("crashes", t => t.Crashes), ("restarts", t => t.Restarts), ("refusals", t => t.Refused), ("full queues", t => t.Busy),
            ("disk trouble", t => t.Unavailable), ("lost messages", t => t.Lost), ("garbage", t => t.Garbage), ("clock jumps", t => t.Jumps),
        })
            Assert.True(runs.Sum(run => count(run.Tally)) > 0, $"no {what}");
    }
}
