using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Joining;
using LiveClass.Web.Links;

namespace LiveClass.Tests.Unit.Web;

public sealed class LinkMergeTests
{
    private static readonly ClassroomKey Room = new(1);
    private static readonly DeviceToken Token = new(
        1, DeviceTokenKind.Read, new(1), Room, new(1), new(7), "source", "device", null, new(long.MaxValue), default, null);

    private readonly MovedClock clock = new();
    private readonly DeviceLinks links;
    private readonly LinkMerge merge;

    public LinkMergeTests()
    {
        links = new DeviceLinks(clock);
        merge = new LinkMerge(Room, links);
    }

    [Fact]
    public void Who_cannot_be_heard_is_lost_and_not_idle_and_keeps_every_other_reason()
    {
        links.Connected(Token, "c");
        Assert.Equal(2, Merged().Queue.Length);
        links.Gone(Token, "c");
        clock.Now += TimeSpan.FromSeconds(6);
        links.Sweep();

        var board = Merged();
        var ana = board.Students[0];
        Assert.Equal(Link.Lost, ana.Link);
        Assert.InRange(ana.LostSince!.Value.Milliseconds, Instant.Of(clock.GetUtcNow()).Milliseconds - 6_000, Instant.Of(clock.GetUtcNow()).Milliseconds);
        Assert.Equal([ShownReason.RapidGuessing], ana.Help.Select(help => help.Reason));
        Assert.Equal(["ben"], board.Queue.Select(line => line.Student));

        links.Connected(Token, "d");
        Assert.Equal((Link.Live, null, 2), (Merged().Students[0].Link, Merged().Students[0].LostSince, Merged().Students[0].Help.Length));
    }

    private BoardView Merged() => merge.Into(
        new BoardView
        {
            Classroom = "6a",
            Name = "6a",
            Version = 1,
            Now = default,
            Skills = [],
            Columns = [],
            Lesson = new LessonView("lesson-1", LessonState.Running, LessonBlockKind.Flex, [], null, EyesUp: false),
            Students =
            [
                new StudentView { Id = "ana", Name = "Ana", Help = [Help(ShownReason.Idle), Help(ShownReason.RapidGuessing)] },
                new StudentView { Id = "ben", Name = "Ben", Help = [Help(ShownReason.Idle)] },
            ],
            Queue = [new("ana", ShownReason.Idle, default), new("ben", ShownReason.Idle, default)],
        },
        id => id == "ana" ? Token.Student : new StudentKey(8));

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Now.Ticks;
    }

    private static HelpView Help(ShownReason reason) => new(reason, default, "");
}
