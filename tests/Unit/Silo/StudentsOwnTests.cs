using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Grains.Student;

namespace LiveClass.Tests.Unit.Silo;

public sealed class StudentsOwnTests
{
    private readonly ClassroomDriver room = new();

    private static StudentKey Ana => ClassroomDriver.Ana;

    private StudentState Student => room.State.Find(Ana)!;

    [Fact]
    public void A_goal_counts_the_items_that_are_done_and_not_the_further_tries()
    {
        room.StartLesson(1);
        Own(new SetGoal(Ana, 3));
        room.Answer(Ana, 1, 0, 1);
        room.Answer(Ana, 2, 1, 2);
        Assert.Equal((3, 2), (Student.Goal, Student.LessonItems));
        room.Command(new EndLesson());
        room.StartLesson(1);
        Assert.Equal((0, 0), (Student.Goal, Student.LessonItems));
    }

    [Fact]
    public void A_student_chooses_between_two_skills_that_nobody_prescribed_and_goes_on_with_its_choice()
    {
        TwoRoots();
        room.StartLesson();
        Assert.Equal((NextStepKind.Choose, new SkillKey(1), new SkillKey(2)), (Student.NextStep.Kind, Student.NextStep.Skill, Student.NextStep.OtherSkill));
        Assert.Equal(RefusalCode.NotOffered, Own(new ChooseNextStep(Ana, new SkillKey(3))).Code);

        Assert.Equal(OutcomeKind.Accepted, Own(new ChooseNextStep(Ana, new SkillKey(2))).Kind);
        Assert.Equal((NextStepKind.Practice, new SkillKey(2)), (Student.NextStep.Kind, Student.NextStep.Skill));
        room.Answer(Ana, 4, 1, 1);
        Assert.Equal(new SkillKey(2), Student.NextStep.Skill);
        Assert.Equal(RefusalCode.NotOffered, Own(new ChooseNextStep(Ana, new SkillKey(1))).Code);
    }

    [Fact]
    public void A_choice_keeps_its_two_items_while_nobody_answers()
    {
        TwoRoots();
        room.StartLesson();
        var offered = Student.NextStep;
        for (var item = 1; item <= 6; item++) room.Answer(ClassroomDriver.Ben, item, 1, item);
        Own(new RaiseHand(Ana, default));
        Assert.Equal(offered, Student.NextStep);
    }

    [Fact]
    public void What_a_hand_is_about_may_be_said_later_and_keeps_its_place_in_the_queue()
    {
        room.StartLesson();
        Own(new RaiseHand(Ana, default));
        var (since, help) = (Student.HandSince, Student.Help);
        room.Pass(2);

        Assert.Equal(OutcomeKind.Accepted, Own(new RaiseHand(Ana, default, HandTopic.Check)).Kind);
        Assert.Equal((since, HandTopic.Check), (Student.HandSince, Student.HandTopic));
        Assert.Equal(help, Student.Help);
        Own(new RaiseHand(Ana, default));
        Assert.Equal(HandTopic.Check, Student.HandTopic);
        Own(new LowerHand(Ana));
        Assert.Null(Student.HandTopic);
    }

    [Fact]
    public void Where_the_teacher_has_a_target_there_is_no_choice()
    {
        TwoRoots();
        room.StartLesson(2);
        Assert.Equal((NextStepKind.Practice, new SkillKey(2)), (Student.NextStep.Kind, Student.NextStep.Skill));
    }

    [Fact]
    public void A_check_is_three_items_that_were_not_seen_in_this_lesson_where_there_are_such()
    {
        Items((1, EvidenceKind.Practice), (2, EvidenceKind.Practice), (3, EvidenceKind.Practice), (10, EvidenceKind.Formative), (11, EvidenceKind.Practice));
        room.StartLesson(2);
        foreach (var item in new[] { 1, 2 }) room.Answer(Ana, item, 0, item);
        Assert.Equal(OutcomeKind.Accepted, Own(new AskForCheck(Ana, new SkillKey(1))).Kind);

        var given = new List<int>();
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal((NextStepKind.Check, NextStepReason.AskedCheck), (Student.NextStep.Kind, Student.NextStep.Reason));
            given.Add(Student.NextStep.Item.Value);
            room.Answer(Ana, Student.NextStep.Item.Value, 0, 10 + n, skill: 1);
        }

        Assert.Equal(10, given[0]);
        Assert.Equal([3, 10, 11], given.Order());
        Assert.NotEqual(NextStepKind.Check, Student.NextStep.Kind);
    }

    [Fact]
    public void A_check_that_the_teacher_starts_reaches_each_of_the_students_wherever_they_sit()
    {
        room.StartLesson(1);
        room.Command(new MoveToStation(Ana, ClassroomDriver.Teacher));
        var started = room.Command(new StartCheck([Ana, ClassroomDriver.Ben], new SkillKey(2), EvidenceKind.Formative));
        foreach (var key in new[] { Ana, ClassroomDriver.Ben })
        {
            var step = room.State.Find(key)!.NextStep;
            Assert.Equal((NextStepKind.Check, new SkillKey(2), NextStepReason.TeacherCheck), (step.Kind, step.Skill, step.Reason));
        }

        Assert.NotEqual(NextStepKind.Check, room.State.Find(ClassroomDriver.Cai)!.NextStep.Kind);
        room.Command(new Undo(started.Version));
        Assert.Null(Student.Check);
        Assert.Equal(NextStepKind.WorkOnPaper, Student.NextStep.Kind);
    }

    [Fact]
    public void A_student_at_a_station_without_a_device_keeps_its_work_and_is_checked_later()
    {
        room.StartLesson(1);
        room.Command(new MoveToStation(Ana, ClassroomDriver.Teacher));
        Own(new AskForCheck(Ana, new SkillKey(1)));
        Assert.Equal(NextStepKind.WorkOnPaper, Student.NextStep.Kind);
        room.Command(new MoveToStation(Ana, ClassroomDriver.Online));
        Assert.Equal(NextStepKind.Check, Student.NextStep.Kind);
    }

    [Fact]
    public void A_skill_without_items_cannot_be_checked()
    {
        room.Configure(3, ClassroomDriver.Standard with { Skills = ClassroomDriver.Standard.Skills.Add(new SkillLine(new SkillKey(4), [])) });
        room.StartLesson(1);
        Assert.Equal(RefusalCode.NoItems, Own(new AskForCheck(Ana, new SkillKey(4))).Code);
    }

    [Fact]
    public void Nobody_on_a_break_is_idle_and_time_counts_anew_when_it_ends()
    {
        room.StartLesson(1);
        room.Command(new JoinLesson(Ana), kind: ActorKind.Web);
        room.Answer(Ana, 1, 1, 1);
        Assert.Equal(RefusalCode.BadTime, Own(new StartBreak(Ana, room.Now)).Code);
        Own(new StartBreak(Ana, room.Now + TimeSpan.FromMinutes(5)));
        Assert.Equal(Presence.OnBreak, Student.Presence);
        room.Pass(30);
        Assert.Equal(0, Student.Help.Count);
        Assert.Equal(OutcomeKind.Accepted, Own(new EndBreak(Ana)).Kind);
        Assert.Equal((Presence.Here, Instant.None, room.Now), (Student.Presence, Student.BreakUntil, Student.ExpectedSince));
        Assert.Equal(0, Student.Help.Count);
        Assert.Equal(RefusalCode.NothingToDo, Own(new EndBreak(Ana)).Code);
    }

    [Fact]
    public void Work_on_paper_that_is_done_makes_room_for_what_is_next()
    {
        room.Configure(3, ClassroomDriver.Standard with
        {
            Skills = [new(new SkillKey(4), []), new(new SkillKey(1), []), new(new SkillKey(2), [new SkillKey(1)])],
        });
        room.StartLesson(4);
        Assert.Equal((NextStepKind.WorkOnPaper, new SkillKey(4)), (Student.NextStep.Kind, Student.NextStep.Skill));
        Assert.Equal(OutcomeKind.Accepted, Own(new PaperDone(Ana)).Kind);
        Assert.Equal((NextStepKind.Practice, new SkillKey(1)), (Student.NextStep.Kind, Student.NextStep.Skill));
    }

    [Fact]
    public void Work_at_a_station_that_is_done_waits_for_an_adult_until_the_seat_changes()
    {
        room.StartLesson(1);
        room.Command(new MoveToStation(Ana, ClassroomDriver.Teacher));
        Own(new PaperDone(Ana));
        Assert.Equal((NextStepKind.Done, NextStepReason.PaperDone), (Student.NextStep.Kind, Student.NextStep.Reason));
        room.Command(new MoveToStation(Ana, ClassroomDriver.Online));
        room.Command(new MoveToStation(Ana, ClassroomDriver.Teacher));
        Assert.Equal(NextStepKind.WorkOnPaper, Student.NextStep.Kind);
    }

    [Fact]
    public void A_student_commands_nothing_for_another_and_nothing_of_the_teachers()
    {
        room.StartLesson(1);
        Assert.Equal(RefusalCode.NotAllowed, room.Command(new SetGoal(ClassroomDriver.Ben, 3), by: Ana.Value, kind: ActorKind.Student).Code);
        Assert.Equal(RefusalCode.NotAllowed, Own(new EyesUp()).Code);
        Assert.Equal(RefusalCode.NotAllowed, Own(new MarkPresence(Ana, Presence.Absent)).Code);
    }

    [Fact]
    public void An_admitted_student_is_here()
    {
        room.StartLesson(1);
        Assert.Equal(OutcomeKind.Accepted, room.Command(new AdmitStudent(Ana)).Kind);
        Assert.Equal(Presence.Here, Student.Presence);
        Assert.Equal(RefusalCode.UnknownStudent, room.Command(new AdmitStudent(new StudentKey(99))).Code);
    }

    private Outcome Own(ClassroomCommand command) => room.Command(command, by: Ana.Value, kind: ActorKind.Student);

    private void TwoRoots() => room.Configure(3, ClassroomDriver.Standard with
    {
        Skills = [new(new SkillKey(1), []), new(new SkillKey(2), []), new(new SkillKey(3), [new SkillKey(1)])],
    });

    private void Items(params (int Item, EvidenceKind Kind)[] items) => room.Records(
        4, new ItemsConfigured([.. items.Select(i => new ItemLine(new ItemKey(i.Item), [new SkillKey(1)], i.Kind, 0, 0))]));
}
