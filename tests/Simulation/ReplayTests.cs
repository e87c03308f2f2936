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
        foreach (var count in new Func<Tally, int>[]
            { t => t.Crashes, t => t.Restarts, t => t.Refused, t => t.Busy, t => t.Unavailable, t => t.Lost, t => t.Garbage, t => t.Jumps })
            Assert.True(runs.Sum(run => count(run.Tally)) > 0);
    }
}
