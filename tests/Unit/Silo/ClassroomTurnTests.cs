using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Tests.Unit.Silo;

public sealed class ClassroomTurnTests
{
    private readonly ClassroomDriver room = new();

    [Fact]
    public void An_answer_moves_the_estimate_once()
    {
        Assert.Equal(OutcomeKind.Accepted, room.Answer(ClassroomDriver.Ana, 1, 1, 1).Kind);
        var before = room.Hash;
        Assert.Equal(OutcomeKind.Duplicate, room.Answer(ClassroomDriver.Ana, 1, 1, 1).Kind);

        var estimate = room.State.Find(ClassroomDriver.Ana)!.Skill(0);
        Assert.Equal(1, estimate.Opportunities);
        Assert.Equal(.775f, estimate.Mastery, 5);
        Assert.Equal(before, room.Hash);
        Assert.Equal(new ClassroomCounts(1, 1, 0), room.State.Counts);
    }

    [Fact]
    public void The_same_number_with_another_body_is_quarantined_and_moves_nothing()
    {
        room.Answer(ClassroomDriver.Ana, 1, 1, 1, hash: 7);
        Assert.Equal(OutcomeKind.Conflict, room.Answer(ClassroomDriver.Ana, 1, 0, 1, hash: 8).Kind);
        Assert.Equal(1, room.State.Find(ClassroomDriver.Ana)!.Skill(0).Opportunities);
        Assert.Equal(1, room.State.Counts.Quarantined);
    }

    [Fact]
    public void A_number_too_far_ahead_is_quarantined()
    {
        Assert.Equal(OutcomeKind.Quarantined, room.Answer(ClassroomDriver.Ana, 1, 1, SourceSeen.MaxAhead + 1).Kind);
        Assert.Equal(OutcomeKind.Accepted, room.Answer(ClassroomDriver.Ana, 1, 1, SourceSeen.MaxAhead).Kind);
    }

    [Fact]
    public void A_lesson_starts_with_columns_cards_and_nobody_here()
    {
        Assert.Equal(OutcomeKind.Accepted, room.StartLesson(2).Kind);
        Assert.Equal([new SkillKey(2), new SkillKey(1), new SkillKey(3)], room.State.Lesson!.Columns.ToArray());
        Assert.All(room.State.Students, s => Assert.Equal(Presence.Expected, s.Presence));
        Assert.All(room.State.Students, s => Assert.Equal(NextStepKind.Practice, s.NextStep.Kind));
        Assert.Equal(RefusalCode.LessonRunning, room.StartLesson(2).Code);
    }

    [Fact]
    public void A_repeated_command_gets_the_first_outcome()
    {
        room.StartLesson();
        var first = room.Command(new RaiseHand(ClassroomDriver.Ana, default), id: 5);
        room.Command(new LowerHand(ClassroomDriver.Ana));
        var repeat = room.Command(new RaiseHand(ClassroomDriver.Ana, default), id: 5);
        Assert.Equal(first, repeat);
        Assert.False(room.State.Find(ClassroomDriver.Ana)!.HandSince.IsSome);
    }

    [Fact]
    public void A_command_on_what_has_changed_since_is_refused()
    {
        room.StartLesson();
        var seen = room.State.Version;
        room.Command(new RaiseHand(ClassroomDriver.Ana, default));
        Assert.Equal(RefusalCode.ChangedSince, room.Command(new Visit(ClassroomDriver.Ana, VisitPhase.Both), ifVersion: seen).Code);
        Assert.Equal(OutcomeKind.Accepted, room.Command(new Visit(ClassroomDriver.Ben, VisitPhase.Both), ifVersion: seen).Kind);
    }

    [Fact]
    public void An_answer_in_a_lesson_shows_that_the_child_is_here()
    {
        room.StartLesson();
        room.Answer(ClassroomDriver.Ana, 1, 1, 1);
        Assert.Equal(Presence.Here, room.State.Find(ClassroomDriver.Ana)!.Presence);
        Assert.Equal(Presence.Expected, room.State.Find(ClassroomDriver.Ben)!.Presence);
    }

    [Fact]
    public void A_late_answer_of_an_earlier_lesson_counts_and_does_not_bring_the_child_in()
    {
        room.StartLesson();
        room.Answer(ClassroomDriver.Ana, 1, 1, 1, ageMs: 3_600_000);
        Assert.Equal(Presence.Expected, room.State.Find(ClassroomDriver.Ana)!.Presence);
        Assert.Equal(1, room.State.Counts.Evidence);
    }

    [Fact]
    public void A_full_station_refuses_with_its_capacity()
    {
        room.StartLesson();
        room.Command(new MoveToStation(ClassroomDriver.Ana, ClassroomDriver.Teacher));
        room.Command(new MoveToStation(ClassroomDriver.Ben, ClassroomDriver.Teacher));
        var third = room.Command(new MoveToStation(ClassroomDriver.Cai, ClassroomDriver.Teacher));
        Assert.Equal((RefusalCode.StationFull, 2), (third.Code, third.Figure));
        room.Command(new MarkPresence(ClassroomDriver.Ana, Presence.Left));
        Assert.Equal(OutcomeKind.Accepted, room.Command(new MoveToStation(ClassroomDriver.Cai, ClassroomDriver.Teacher)).Kind);
    }

    [Fact]
    public void A_lesson_without_a_planned_end_ends_an_hour_after_the_last_evidence()
    {
        room.StartLesson();
        room.Pass(30);
        room.Answer(ClassroomDriver.Ana, 1, 1, 1);
        var due = LessonDue.Of(room.State);
        Assert.Equal(room.Now + TimeSpan.FromMinutes(60), due);
        Assert.Equal(RefusalCode.NoLongerSo, room.Command(new EndLessonDue(new LessonKey(1), due), kind: ActorKind.Clock).Code);
        room.Pass(61);
        Assert.Equal(OutcomeKind.Accepted, room.Command(new EndLessonDue(new LessonKey(1), due), kind: ActorKind.Clock).Kind);
        Assert.False(room.State.LessonRuns);
        Assert.Equal(due, room.State.Lesson!.EndedAt);
    }

    [Fact]
    public void The_clock_s_command_for_a_lesson_that_went_on_does_nothing()
    {
        room.StartLesson();
        var due = LessonDue.Of(room.State);
        room.Pass(59);
        room.Answer(ClassroomDriver.Ana, 1, 1, 1);
        room.Pass(2);
        Assert.Equal(RefusalCode.NoLongerSo, room.Command(new EndLessonDue(new LessonKey(1), due), kind: ActorKind.Clock).Code);
        Assert.True(room.State.LessonRuns);
    }

    [Fact]
    public void An_ended_lesson_can_be_opened_again_for_ten_minutes()
    {
        room.StartLesson(1);
        room.Command(new EndLesson());
        room.Pass(9);
        Assert.Equal(OutcomeKind.Accepted, room.Command(new ReopenLesson()).Kind);
        room.Command(new EndLesson());
        room.Pass(11);
        Assert.Equal(RefusalCode.TooLate, room.Command(new ReopenLesson()).Code);
    }

    [Fact]
    public void A_student_who_left_the_roster_is_ended_and_an_older_roster_says_nothing_new()
    {
        var without = ClassroomDriver.Standard with { Students = [new(ClassroomDriver.Ana, false), new(ClassroomDriver.Ben, true), new(ClassroomDriver.Cai, false)] };
        room.Configure(4, without);
        room.Configure(3, ClassroomDriver.Standard);
        Assert.True(room.State.Find(ClassroomDriver.Ben)!.Ended);
        room.StartLesson();
        Assert.Equal(RefusalCode.UnknownStudent, room.Command(new RaiseHand(ClassroomDriver.Ben, default)).Code);
    }

    [Fact]
    public void A_checkpoint_gives_the_same_state_and_goes_on_alike()
    {
        var other = new ClassroomDriver();
        foreach (var driver in new[] { room, other })
        {
            driver.StartLesson(2, 3);
            for (var i = 1; i <= 40; i++)
            {
                if (driver == other && i % 7 == 0) other.Restore();
                driver.Pass(.2);
                driver.Answer(new StudentKey((i % 3) + 1), (i % 9) + 1, i % 4 == 0 ? 0 : 1, ((i - 1) / 3) + 1);
            }
        }

        Assert.Equal(room.Hash, other.Hash);
    }

    [Fact]
    public void Folding_the_journal_gives_the_owner_s_state()
    {
        room.StartLesson(1);
        for (var i = 1; i <= 30; i++) room.Answer(ClassroomDriver.Ana, (i % 9) + 1, i % 3 == 0 ? 0 : 1, i);
        room.Command(new RaiseHand(ClassroomDriver.Ben, default));
        var folded = new ClassroomState(room.State.Key);
        foreach (var events in room.Journal) ClassroomFold.Apply(folded, EventFormat.Version, events);
        Assert.Equal(room.Hash, CheckpointFormat.Hash(folded));
        Assert.Equal(room.State.Counts, folded.Counts);
    }

    [Fact]
    public void A_raised_hand_leaves_the_card_as_it_is()
    {
        room.StartLesson(1);
        room.Answer(ClassroomDriver.Ana, 1, 0, 1);
        var card = room.State.Find(ClassroomDriver.Ana)!.NextStep;
        room.Answer(ClassroomDriver.Ben, 1, 1, 1);
        room.Command(new RaiseHand(ClassroomDriver.Ana, default));
        Assert.Equal(card.Item, room.State.Find(ClassroomDriver.Ana)!.NextStep.Item);
    }

    [Fact]
    public void Nobody_is_idle_the_moment_eyes_up_ends()
    {
        room.StartLesson(1);
        room.Answer(ClassroomDriver.Ana, 1, 1, 1);
        room.Pass(4);
        room.Command(new EyesUp());
        room.Pass(10);
        room.Command(new BackToWork());
        Assert.Equal(0, room.State.Find(ClassroomDriver.Ana)!.Help.Count);
    }
}
