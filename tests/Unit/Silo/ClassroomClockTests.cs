using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Tests.Unit.Silo;

/// <summary>What the owner's clock notices, and what a repeat of a command must not do.</summary>
public sealed class ClassroomClockTests
{
    private readonly ClassroomDriver room = new();

    [Fact]
    public void Idleness_is_noticed_and_a_repeat_of_the_notice_changes_nothing()
    {
        var notice = Idle();
        room.Pass(6);
        Assert.Equal(OutcomeKind.Accepted, room.Command(notice, kind: ActorKind.Clock).Kind);
        Assert.Equal(HelpReason.Idle, room.State.Find(ClassroomDriver.Ana)!.Help[0].Reason);
        var before = room.Hash;
        room.Pass(3);
        Assert.Equal(RefusalCode.NoLongerSo, room.Command(notice, kind: ActorKind.Clock).Code);
        Assert.Equal(before, room.Hash);
    }

    [Fact]
    public void A_notice_for_a_student_who_has_answered_does_nothing()
    {
        var notice = Idle();
        room.Pass(5.5);
        room.Answer(ClassroomDriver.Ana, 1, 1, 2);
        Assert.Equal(RefusalCode.NoLongerSo, room.Command(notice, kind: ActorKind.Clock).Code);
        Assert.Equal(0, room.State.Find(ClassroomDriver.Ana)!.Help.Count);
    }

    [Fact]
    public void Nobody_is_idle_for_the_time_of_eyes_up()
    {
        Idle();
        room.Command(new EyesUp());
        room.Pass(20);
        room.Command(new BackToWork());
        Assert.Equal(0, room.State.Find(ClassroomDriver.Ana)!.Help.Count);
    }

    [Fact]
    public void A_repeat_of_last_lesson_s_end_does_not_end_this_one()
    {
        room.StartLesson(1);
        room.Command(new EndLesson(), id: 77);
        room.Pass(30);
        room.StartLesson(2);
        Assert.Equal(OutcomeKind.Accepted, room.Command(new EndLesson(), id: 77).Kind);
        Assert.True(room.State.LessonRuns);
    }

    [Fact]
    public void A_lesson_begins_without_what_was_practised_in_the_last()
    {
        room.StartLesson(1);
        for (var n = 1; n <= 8; n++) room.Answer(ClassroomDriver.Ana, 1, 0, n);
        room.Command(new EndLesson());
        room.StartLesson(1);
        room.Command(new JoinLesson(ClassroomDriver.Ana));
        room.Pass(3.5);
        room.Command(new RaiseHand(ClassroomDriver.Ana, default));
        Assert.Equal([HelpReason.HandRaised], room.State.Find(ClassroomDriver.Ana)!.Help.Span.ToArray().Select(h => h.Reason));
    }

    [Fact]
    public void A_number_below_one_is_quarantined_and_takes_nothing()
    {
        Assert.Equal(OutcomeKind.Quarantined, room.Answer(ClassroomDriver.Ana, 1, 1, 0).Kind);
        Assert.Equal(OutcomeKind.Accepted, room.Answer(ClassroomDriver.Ana, 1, 1, 1).Kind);
        Assert.Equal(1, room.State.Sources[11].Contiguous);
    }

    [Fact]
    public void On_a_machine_whose_clock_starts_in_1970_a_late_answer_counts()
    {
        room.Now = new Instant(60_000);
        Assert.Equal(OutcomeKind.Accepted, room.Answer(ClassroomDriver.Ana, 1, 1, 1, ageMs: 3_600_000).Kind);
    }

    // Ana has answered once, and joined by it; in a flex block idleness falls due after 5 minutes.
    private NoticeIdle Idle()
    {
        room.StartLesson(1);
        room.Answer(ClassroomDriver.Ana, 1, 1, 1);
        return new NoticeIdle(room.State.Lesson!.Key, ClassroomDriver.Ana, room.Now, room.Now + TimeSpan.FromMinutes(5));
    }
}
