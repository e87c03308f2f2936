using LiveClass.Web.Access;
using LiveClass.Web.Start;

namespace LiveClass.Tests.Unit.Web;

public class EntryLimitsTests
{
    private readonly SetTime time = new();
    private readonly EntryLimits limits;

    public EntryLimitsTests() => limits = new EntryLimits(new EntryLimitOptions { CommandsPerSecond = 10, SignInsPerMinute = 3 }, time);

    [Fact]
    public void A_bucket_holds_two_seconds_and_says_when_to_come_again()
    {
        for (var i = 0; i < 20; i++) Assert.True(limits.TryTake(EntryKind.Command, "key 1", anonymous: false, out _));

        Assert.False(limits.TryTake(EntryKind.Command, "key 1", anonymous: false, out var wait));
        Assert.Equal(TimeSpan.FromSeconds(0.1), wait);
    }

    [Fact]
    public void It_refills_steadily_and_never_beyond_its_size()
    {
        for (var i = 0; i < 20; i++) limits.TryTake(EntryKind.Command, "key 1", anonymous: false, out _);

        time.Forward(TimeSpan.FromSeconds(0.5));
        Assert.Equal(5, Taken("key 1"));
        time.Forward(TimeSpan.FromHours(1));
        Assert.Equal(20, Taken("key 1"));
    }

    [Fact]
    public void One_flood_leaves_room_for_others_and_for_other_kinds()
    {
        Taken("key 1");

        Assert.True(limits.TryTake(EntryKind.Command, "key 2", anonymous: false, out _));
        Assert.True(limits.TryTake(EntryKind.Evidence, "key 1", anonymous: false, out _));
    }

    [Fact]
    public void Signing_in_is_counted_by_the_minute()
    {
        for (var i = 0; i < 3; i++) Assert.True(limits.TryTake(EntryKind.SignIn, "10.0.0.1", anonymous: true, out _));

        Assert.False(limits.TryTake(EntryKind.SignIn, "10.0.0.1", anonymous: true, out var wait));
        Assert.Equal(TimeSpan.FromSeconds(20), wait);
    }

    private int Taken(string who)
    {
        var taken = 0;
        while (limits.TryTake(EntryKind.Command, who, anonymous: false, out _)) taken++;
        return taken;
    }

    /// <summary>A clock that stands until it is moved.</summary>
    private sealed class SetTime : TimeProvider
    {
        private long now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Forward(TimeSpan span) => now += span.Ticks;
    }
}
