using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Grains.Student;

namespace LiveClass.Tests.Unit.Silo;

public sealed class UndoTests
{
    private readonly ClassroomDriver room = new();

    public UndoTests() => room.StartLesson(1);

    private static StudentKey Ana => ClassroomDriver.Ana;

    private StudentState Student => room.State.Find(Ana)!;

    [Fact]
    public void An_observation_that_is_taken_back_leaves_the_estimate_as_it_was()
    {
        room.Answer(Ana, 1, 1, 1);
        var before = Student.Skill(0);
        var seen = room.Command(new Observe(Ana, new SkillKey(1), false, default, default));
        Assert.NotEqual(before, Student.Skill(0));
        room.Pass(3);
        Assert.Equal(OutcomeKind.Accepted, TakeBack(seen).Kind);
        Assert.Equal(before, Student.Skill(0));
        Assert.False(Student.Seen);
    }

    [Fact]
    public void Answers_that_came_after_an_observation_go_on_counting_when_it_is_taken_back()
    {
        var plain = new ClassroomDriver();
        plain.StartLesson(1);
        foreach (var driver in new[] { plain, room }) driver.Answer(Ana, 1, 1, 1);
        var seen = room.Command(new Observe(Ana, new SkillKey(1), false, default, default));
        foreach (var driver in new[] { plain, room })
        {
            driver.Answer(Ana, 2, 1, 2);
            driver.Answer(Ana, 3, 0, 3);
        }

        TakeBack(seen);
        Assert.Equal(plain.State.Find(Ana)!.Skill(0).Mastery, Student.Skill(0).Mastery, 6);
        Assert.Equal(plain.State.Find(Ana)!.Skill(0).Opportunities, Student.Skill(0).Opportunities);
        Assert.Equal(plain.State.Find(Ana)!.Skill(0).Recent, Student.Skill(0).Recent);
    }

    [Fact]
    public void A_visit_that_is_taken_back_raises_the_hand_again_with_its_own_time()
    {
        room.Command(new RaiseHand(Ana, new TextKey(4)), kind: ActorKind.Student);
        var since = Student.HandSince;
        room.Pass(1);
        var visit = room.Command(new Visit(Ana, VisitPhase.Begin));
        Assert.False(Student.HandSince.IsSome);
        TakeBack(visit);
        Assert.Equal((since, new TextKey(4)), (Student.HandSince, Student.HandAbout));
        Assert.Equal((default, false, Instant.None), (Student.VisitedBy, Student.Seen, Student.LastVisit));
        Assert.Equal(HelpReason.HandRaised, Student.Help[0].Reason);
    }

    [Fact]
    public void Marking_absent_by_mistake_gives_seat_and_presence_back()
    {
        room.Command(new JoinLesson(Ana), kind: ActorKind.Web);
        room.Command(new MoveToStation(Ana, ClassroomDriver.Teacher));
        var absent = room.Command(new MarkPresence(Ana, Presence.Absent));
        Assert.Equal(0, room.State.Find(ClassroomDriver.Teacher)!.Seated);
        TakeBack(absent);
        Assert.Equal((Presence.Here, ClassroomDriver.Teacher), (Student.Presence, Student.Station));
        Assert.Equal(1, room.State.Find(ClassroomDriver.Teacher)!.Seated);
    }

    [Fact]
    public void A_seat_that_somebody_took_meanwhile_is_not_given_twice()
    {
        room.Command(new MoveToStation(Ana, ClassroomDriver.Teacher));
        var move = room.Command(new MoveToStation(Ana, ClassroomDriver.Online));
        room.Command(new MoveToStation(ClassroomDriver.Ben, ClassroomDriver.Teacher));
        room.Command(new MoveToStation(ClassroomDriver.Cai, ClassroomDriver.Teacher));
        Assert.Equal(OutcomeKind.Accepted, TakeBack(move).Kind);
        Assert.Equal(2, room.State.Find(ClassroomDriver.Teacher)!.Seated);
        Assert.Equal(default, Student.Station);
    }

    [Fact]
    public void A_pin_that_is_taken_back_gives_the_pin_before_it()
    {
        room.Command(new OverrideNextStep(Ana, new SkillKey(2), new ItemKey(4), default));
        var second = room.Command(new OverrideNextStep(Ana, new SkillKey(3), default, default));
        TakeBack(second);
        Assert.Equal((1, new ItemKey(4)), (Student.PinnedSkill, Student.PinnedItem));
        Assert.Equal(new ItemKey(4), Student.NextStep.Item);
    }

    [Fact]
    public void Eyes_up_is_taken_back()
    {
        var eyes = room.Command(new EyesUp());
        TakeBack(eyes);
        Assert.False(room.State.Lesson!.EyesUp);
        Assert.Equal(NextStepKind.Practice, Student.NextStep.Kind);
    }

    [Fact]
    public void Only_who_gave_a_command_takes_it_back()
    {
        var visit = room.Command(new Visit(Ana, VisitPhase.Both), by: 1);
        Assert.Equal(RefusalCode.NotYours, room.Command(new Undo(visit.Version), by: 2).Code);
    }

    [Fact]
    public void What_something_newer_stands_on_is_not_taken_back_and_what_is_about_another_part_is()
    {
        var claim = room.Command(new Claim(Ana));
        var pin = room.Command(new OverrideNextStep(Ana, new SkillKey(1), default, default));
        room.Command(new Visit(Ana, VisitPhase.Both));
        Assert.Equal(RefusalCode.UndoTooLate, TakeBack(claim).Code);
        Assert.Equal(OutcomeKind.Accepted, TakeBack(pin).Kind);
        Assert.True(Student.Seen);
    }

    [Fact]
    public void A_command_is_taken_back_within_its_time_only_and_once()
    {
        var goal = room.Command(new SetGoal(Ana, 5));
        room.Now += TimeSpan.FromSeconds(10);
        Assert.Equal(OutcomeKind.Accepted, TakeBack(goal).Kind);
        Assert.Equal(0, Student.Goal);
        Assert.Equal(RefusalCode.UndoTooLate, TakeBack(goal).Code);

        goal = room.Command(new SetGoal(Ana, 6));
        room.Pass(1);
        Assert.Equal(RefusalCode.UndoTooLate, TakeBack(goal).Code);
    }

    [Fact]
    public void What_can_be_taken_back_survives_a_restart()
    {
        room.Answer(Ana, 1, 1, 1);
        var before = Student.Skill(0);
        var seen = room.Command(new Observe(Ana, new SkillKey(1), true, default, default));
        var hash = room.Hash;
        room.Restore();
        Assert.Equal(hash, room.Hash);
        TakeBack(seen);
        Assert.Equal(before, Student.Skill(0));
    }

    private Outcome TakeBack(Outcome of) => room.Command(new Undo(of.Version));
}
