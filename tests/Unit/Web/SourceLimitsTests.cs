using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Web.Ingest;

namespace LiveClass.Tests.Unit.Web;

/// <summary>What the edge keeps of owners' marks.</summary>
public sealed class SourceLimitsTests
{
    private static readonly ClassroomKey Room = new(1);
    private readonly Clock time = new();

    [Fact]
    public void A_mark_holds_until_its_owner_clears_it()
    {
        var limits = New();
        Assert.False(limits.IsFull(Room, new SourceKey(1), 10_002));
        limits.Take(new SourceMark(Room, new SourceKey(1), [(1, 1)]));
        Assert.True(limits.IsFull(Room, new SourceKey(1), 10_002));
        Assert.False(limits.IsFull(Room, new SourceKey(1), 10_001));
        Assert.False(limits.IsFull(Room, new SourceKey(2), 10_002));
        limits.Take(new SourceMark(Room, new SourceKey(1), default));
        Assert.False(limits.IsFull(Room, new SourceKey(1), 10_002));
    }

    [Fact]
    public void A_mark_that_is_not_said_again_holds_for_a_while_alone()
    {
        var limits = New();
        limits.Take(new SourceMark(Room, new SourceKey(1), [(1, 1)]));
        time.Pass(SourceLimits.HoldsFor - TimeSpan.FromSeconds(1));
        Assert.True(limits.IsFull(Room, new SourceKey(1), 10_002));
        time.Pass(TimeSpan.FromSeconds(2));
        Assert.False(limits.IsFull(Room, new SourceKey(1), 10_002));
    }

    [Fact]
    public void However_many_are_marked_it_keeps_so_many_and_takes_new_ones_when_old_ones_are_late()
    {
        var limits = New();
        for (var n = 1; n <= 20_000; n++) limits.Take(new SourceMark(Room, new SourceKey(n), []));
        Assert.True(limits.IsFull(Room, new SourceKey(1), 10_001));
        Assert.False(limits.IsFull(Room, new SourceKey(20_000), 10_001));
        time.Pass(SourceLimits.HoldsFor + TimeSpan.FromSeconds(1));
        limits.Take(new SourceMark(Room, new SourceKey(20_000), []));
        Assert.True(limits.IsFull(Room, new SourceKey(20_000), 10_001));
    }

    private SourceLimits New() => new(Scheduling.Default with { Time = time });

    private sealed class Clock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan span) => now += span.Ticks;
    }
}
