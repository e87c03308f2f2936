using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Swaps;

namespace LiveClass.Tests.Unit.Silo;

public sealed class SwapTests
{
    private readonly ClassroomDriver room = new();

    private static StudentKey Ana => ClassroomDriver.Ana;

    private static StudentKey Ben => ClassroomDriver.Ben;

    private static StudentKey Cai => ClassroomDriver.Cai;

    [Fact]
    public void What_was_done_under_the_wrong_name_counts_as_if_the_right_one_had_done_it()
    {
        var right = new ClassroomDriver();
        var draw = new Random(7);
        var sequence = 0L;
        foreach (var driver in new[] { right, room }) driver.StartLesson(1);
        foreach (var driver in new[] { right, room })
        {
            driver.Command(new JoinLesson(Ana), kind: ActorKind.Web);
            driver.Command(new JoinLesson(Ben), kind: ActorKind.Web);
        }

        for (var n = 0; n < 40; n++)
        {
            var (byAna, item, score) = (draw.Next(2) == 0, 1 + draw.Next(9), draw.Next(3) > 0 ? 1f : 0f);
            sequence++;
            right.Answer(byAna ? Ana : Ben, item, score, sequence, source: byAna ? 10 : 20);
            room.Answer(byAna ? Ben : Ana, item, score, sequence, source: byAna ? 10 : 20);
            if (n % 9 == 4)
                foreach (var driver in new[] { right, room }) driver.Command(new Observe(Ana, new SkillKey(2), n % 2 == 0, default, default));
            foreach (var driver in new[] { right, room }) driver.Pass(0.3);
        }

        var swap = Swap(room, Ana, Ben);
        Assert.Equal(OutcomeKind.Accepted, Move(room, swap.Version).Kind);
        foreach (var student in new[] { Ana, Ben })
        {
            var (wanted, shown) = (right.State.Find(student)!, room.State.Find(student)!);
            for (var skill = 0; skill < 3; skill++)
            {
                Assert.Equal(wanted.Skill(skill).Mastery, shown.Skill(skill).Mastery);
                Assert.Equal(
                    (wanted.Skill(skill).Opportunities, wanted.Skill(skill).Right, wanted.Skill(skill).Recent, wanted.Skill(skill).Level, wanted.Skill(skill).LastAt),
                    (shown.Skill(skill).Opportunities, shown.Skill(skill).Right, shown.Skill(skill).Recent, shown.Skill(skill).Level, shown.Skill(skill).LastAt));
            }

            Assert.Equal((wanted.LessonAnswers, wanted.LessonRight, wanted.LessonItems, wanted.LastAnswerAt), (shown.LessonAnswers, shown.LessonRight, shown.LessonItems, shown.LastAnswerAt));
            // What an item taught its difficulty by the wrong child's ability stays: that moves this a little.
            Assert.Equal(wanted.Ability.Ability, shown.Ability.Ability, 0.1);
        }
    }

    [Fact]
    public void A_name_that_nobody_had_taken_gets_the_answers_and_the_seat_stays_with_the_name()
    {
        room.StartLesson(1);
        room.Command(new JoinLesson(Ben), kind: ActorKind.Web);
        room.Command(new MoveToStation(Ben, ClassroomDriver.Online));
        room.Answer(Ben, 1, 1, 1);
        room.Answer(Ben, 2, 1, 2);
        room.Command(new SetGoal(Ben, 8), by: Ben.Value, kind: ActorKind.Student);
        Move(room, Swap(room, Ana, Ben).Version);
        var (ana, ben) = (room.State.Find(Ana)!, room.State.Find(Ben)!);
        Assert.Equal((Presence.Here, Presence.Expected), (ana.Presence, ben.Presence));
        Assert.Equal((2, 0, 8, 0), (ana.LessonAnswers, ben.LessonAnswers, ana.Goal, ben.Goal));
        Assert.Equal((2, 0), (ana.Skill(0).Opportunities, ben.Skill(0).Opportunities));
        Assert.Equal(ClassroomDriver.Online, ben.Station);
        Assert.Equal((0f, 0), (ben.Ability.Ability, ben.Ability.Answers));
    }

    [Fact]
    public void Taken_back_everything_is_as_it_was()
    {
        room.StartLesson(1);
        room.Command(new JoinLesson(Ben), kind: ActorKind.Web);
        for (var n = 1; n <= 5; n++) room.Answer(Ben, n, n % 2, n);
        var before = room.State.Find(Ben)!.Skills.ToArray();
        var swap = Swap(room, Ana, Ben);
        Move(room, swap.Version);
        Assert.Equal(0, room.State.Find(Ben)!.Skill(0).Opportunities);
        var back = room.Command(new Undo(swap.Version));
        Assert.Equal(OutcomeKind.Accepted, back.Kind);
        Move(room, back.Version);
        var after = room.State.Find(Ben)!;
        Assert.Equal(before, after.Skills.ToArray());
        Assert.Equal((Presence.Here, 5), (after.Presence, after.LessonAnswers));
        Assert.Equal(0, room.State.Find(Ana)!.Skill(0).Opportunities);
        Assert.Equal(RefusalCode.UndoTooLate, room.Command(new Undo(swap.Version)).Code);
    }

    [Fact]
    public void Three_children_who_sat_in_a_circle_are_put_right_by_two_swaps()
    {
        room.StartLesson(1);
        foreach (var student in new[] { Ana, Ben, Cai }) room.Command(new JoinLesson(student), kind: ActorKind.Web);
        // Ana sat at Ben's name, Ben at Cai's, Cai at Ana's.
        for (var n = 1; n <= 3; n++)
        {
            room.Answer(Ben, n, 1, n);
            room.Answer(Cai, n, 0, n);
        }

        room.Answer(Ana, 1, 1, 1);
        var first = Swap(room, Ana, Ben);
        var second = Swap(room, Ben, Cai);
        Assert.Null(SwapRecount.Of(new ClassroomKey(1), Journal(room), 999));
        Move(room, first.Version);
        Assert.Null(SwapRecount.Of(new ClassroomKey(1), Journal(room), first.Version));
        Move(room, second.Version);
        Assert.Equal([3, 3, 1], new[] { Ana, Ben, Cai }.Select(student => (int)room.State.Find(student)!.Skill(0).Opportunities));
        Assert.Equal([3, 0, 1], new[] { Ana, Ben, Cai }.Select(student => (int)room.State.Find(student)!.Skill(0).Right));
        Assert.Equal([3, 3, 1], new[] { Ana, Ben, Cai }.Select(student => room.State.Find(student)!.LessonAnswers));
    }

    [Fact]
    public void An_outbox_belongs_to_whom_the_swap_says_whenever_its_answers_come()
    {
        room.StartLesson(1);
        room.Command(new JoinLesson(Ben), kind: ActorKind.Web);
        room.Answer(Ben, 1, 1, 1, source: 50);
        var swap = Swap(room, Ana, Ben, new SourceOwner(new SourceKey(50 + Ben.Value), Ana));
        // This one was on its way with the old name.
        room.Answer(Ben, 2, 1, 2, source: 50);
        Move(room, swap.Version);
        Assert.Equal((2, 0), (room.State.Find(Ana)!.Skill(0).Opportunities, room.State.Find(Ben)!.Skill(0).Opportunities));
    }

    [Fact]
    public void Answers_from_before_the_lesson_stay_where_they_are()
    {
        room.Answer(Ana, 1, 1, 1);
        room.Answer(Ben, 1, 0, 1);
        var before = (room.State.Find(Ana)!.Skill(0), room.State.Find(Ben)!.Skill(0));
        room.Pass(5);
        room.StartLesson(1);
        room.Answer(Ben, 4, 1, 2);
        // Given before the lesson, delivered in it.
        room.Answer(Ben, 2, 0, 3, ageMs: 600_000);
        Move(room, Swap(room, Ana, Ben).Version);
        var (ana, ben) = (room.State.Find(Ana)!, room.State.Find(Ben)!);
        Assert.Equal(before.Item1, ana.Skill(0));
        Assert.Equal((1, 0), (ana.Skill(1).Opportunities, ben.Skill(1).Opportunities));
        Assert.Equal(before.Item2.Opportunities + 1, ben.Skill(0).Opportunities);
    }

    [Fact]
    public void What_was_worked_out_from_an_older_state_shownrefused_and_worked_out_again()
    {
        room.StartLesson(1);
        room.Answer(Ben, 1, 1, 1);
        var swap = Swap(room, Ana, Ben);
        var stale = SwapRecount.Of(new ClassroomKey(1), Journal(room), swap.Version)!;
        room.Answer(Ana, 2, 1, 1, source: 90);
        Assert.Equal(RefusalCode.NoLongerSo, room.Command(stale, kind: ActorKind.Clock).Code);
        Assert.Equal(OutcomeKind.Accepted, Move(room, swap.Version).Kind);
        Assert.Equal(2, room.State.Find(Ana)!.Skill(0).Opportunities);
    }

    [Fact]
    public void A_state_restored_from_a_checkpoint_goes_on_the_same()
    {
        room.StartLesson(1);
        room.Answer(Ben, 1, 1, 1);
        var swap = Swap(room, Ana, Ben);
        room.Restore();
        Move(room, swap.Version);
        var hash = room.Hash;
        room.Restore();
        Assert.Equal(hash, room.Hash);
        Assert.Equal(OutcomeKind.Accepted, room.Command(new Undo(swap.Version)).Kind);
    }

    [Fact]
    public void Refusals_have_their_reasons()
    {
        Assert.Equal(RefusalCode.NoLesson, Swap(room, Ana, Ben).Code);
        room.StartLesson(1);
        Assert.Equal(RefusalCode.NothingToDo, Swap(room, Ana, Ben).Code);
        Assert.Equal(RefusalCode.UnknownStudent, Swap(room, Ana, new StudentKey(77)).Code);
        Assert.Equal(RefusalCode.UnknownStudent, Swap(room, Ana, Ana).Code);
    }

    private static Outcome Swap(ClassroomDriver room, StudentKey one, StudentKey other, params SourceOwner[] sources) =>
        room.Command(new SwapStudents(one, other, [.. sources]));

    private static Outcome Move(ClassroomDriver room, long swap) =>
        room.Command(SwapRecount.Of(new ClassroomKey(1), Journal(room), swap)!, kind: ActorKind.Clock);

    private static List<JournalBlock> Journal(ClassroomDriver room) =>
        [.. room.Journal.Select((body, n) => new JournalBlock(0, new ClassroomKey(1), n, n + 1, default, 1, EventFormat.Version, body))];
}
