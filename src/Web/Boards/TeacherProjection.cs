using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Learning.Help;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Grains.Student;

namespace LiveClass.Web.Boards;

/// <summary>
/// From a classroom's state and names to the teacher's view. Students who have not changed since the view before keep their record,
/// so that a delta costs what changed.
/// </summary>
public sealed class TeacherProjection(BoardNames names)
{
    private readonly Dictionary<int, (long ChangedAt, StudentView View)> known = [];
    private LessonState? knownLesson;

    /// <summary>The names it joins in.</summary>
    public BoardNames Names { get; } = names;

    /// <summary>The view at the state's version.</summary>
    public BoardView Project(ClassroomState state, Instant now)
    {
        var lesson = LessonOf(state);
        if (knownLesson != lesson?.State) known.Clear();
        knownLesson = lesson?.State;
        var columns = Columns(state);
        var roster = state.Students.Where(s => !s.Ended && s.Order != int.MaxValue).OrderBy(s => s.Order).ToArray();
        var present = roster.Where(s => s.Presence == Presence.Here).ToArray();
        var everyone = Everyone(state, present);
        return new BoardView
        {
            Classroom = Names.Classroom.Id,
            Name = Names.Classroom.Name,
            Version = state.Version,
            Now = now,
            Lesson = lesson,
            Skills = [.. state.SkillLines.Select(line => SkillOf(line.Skill))],
            Columns = [.. columns.Select(Names.SkillId)],
            Students = [.. roster.Select(s => Of(state, s, columns))],
            Stations = [.. state.Stations.Select(s => StationOf(s, roster))],
            Queue = Queue(roster, everyone?.Skill ?? default),
            NotNow = [.. roster.Where(s => s.PutOff != HelpReason.None && s.PutOffUntil > state.ReceivedAt).Select(NotNowOf)],
            Everyone = everyone is { } all ? new EveryoneView(Names.SkillId(all.Skill), all.Struggling, present.Length) : null,
            Praise = [.. present.Where(s => s.Help.Count == 0 && !s.Seen && PraiseRule.Earned(s.Ability)).Select(PraiseOf)],
            Unseen = state.Lesson is not null ? [.. present.Where(s => !s.Seen && !AtTeacher(state, s)).Select(s => Names.StudentId(s.Key))] : [],
            Misses = [.. state.Misses.GroupBy(m => m.Key.Skill).Select(ofSkill => ofSkill.MaxBy(m => m.Value))
                .OrderByDescending(m => m.Value).ThenBy(m => m.Key.Skill).Select(m => new MissView(
                    Names.SkillId(new SkillKey(m.Key.Skill)), Names.MisconceptionId(new MisconceptionKey(m.Key.Misconception)), m.Value))],
            Counts = new CountsView(state.Counts.Evidence, state.Counts.Duplicates, state.Counts.Quarantined),
        };
    }

    private static ImmutableArray<SkillKey> Columns(ClassroomState state) =>
        state.Lesson is { } lesson ? lesson.Columns : LessonColumns.Choose(state, []);

    private SkillView SkillOf(SkillKey key) => new(
        Names.SkillId(key), Names.SkillName(key)!, Names.SkillTile(key), Names.Classroom.Skill(key)?.NameEs, Names.SkillTileEs(key));

    private LessonView? LessonOf(ClassroomState state)
    {
        if (state.Lesson is not { } lesson) return null;
        return new LessonView(
            $"lesson-{lesson.Key.Value}", lesson.Running ? LessonState.Running : LessonState.Ended, lesson.Running ? lesson.Block : null,
            [.. lesson.Targets.Select(Names.SkillId)], Some(lesson.PlannedEnd), lesson.EyesUp, Some(lesson.StartedAt), Some(lesson.EndedAt),
            state.Undo.FindLast(undo => undo.Eyes is not null) is { } eyes ? Names.AdultName(new AdultKey(eyes.By.Key)) : null, lesson.Late ?? 0);
    }

    private StudentView Of(ClassroomState state, StudentState student, ImmutableArray<SkillKey> columns)
    {
        if (known.TryGetValue(student.Key.Value, out var before) && before.ChangedAt == student.ChangedAt) return before.View;
        var view = new StudentView
        {
            Id = Names.StudentId(student.Key),
            Name = Names.StudentName(student.Key),
            Presence = student.Presence,
            Since = Some(student.PresenceSince),
            LastVisit = Some(student.LastVisit),
            ClaimedBy = Names.AdultName(student.VisitedBy.Value != 0 ? student.VisitedBy : student.ClaimedBy),
            Station = Names.StationId(student.Station),
            Help = Help(student),
            NextStep = StepOf(student.NextStep),
            Goal = student.Goal > 0 ? new GoalView(student.Goal, student.LessonItems) : null,
            BreakUntil = Some(student.BreakUntil),
            Accommodations = Names.Accommodations(student.Key),
            Cells = Cells(state, student, columns),
        };
        known[student.Key.Value] = (student.ChangedAt, view);
        return view;
    }

    private ImmutableArray<HelpView> Help(StudentState student)
    {
        var help = student.Help;
        var views = ImmutableArray.CreateBuilder<HelpView>(help.Count);
        foreach (var reason in help.Span)
        {
            var shown = ShownReasons.Of(reason.Reason);
            if (shown is null) continue;
            views.Add(new HelpView(
                shown.Value, reason.Since, EnglishWords.Evidence(reason, Names.SkillName(reason.Skill)),
                reason.Skill.Value == 0 ? null : Names.SkillId(reason.Skill),
                reason.Reason == HelpReason.HandRaised ? null : reason.Count, reason.Of == 0 ? null : reason.Of,
                reason.Reason == HelpReason.HandRaised ? student.HandTopic : null));
        }

        return views.DrainToImmutable();
    }

    /// <summary>A next step as an adult reads it; null where none was chosen.</summary>
    public NextStepView? StepOf(in NextStep step) => step.Kind == NextStepKind.None ? null : new NextStepView(
        step.Kind, step.Skill.Value == 0 ? null : Names.SkillId(step.Skill),
        EnglishWords.Why(step, Names.SkillName(step.Skill), Names.StationName(step.Station)),
        Names.ItemId(step.Item), Some(step.Until), Names.StationId(step.Station), Reason: step.Reason,
        Options: step.OtherSkill.Value == 0 ? null : [Names.SkillId(step.Skill), Names.SkillId(step.OtherSkill)]);

    private ImmutableArray<CellView> Cells(ClassroomState state, StudentState student, ImmutableArray<SkillKey> columns)
    {
        var cells = ImmutableArray.CreateBuilder<CellView>(columns.Length);
        foreach (var line in state.SkillLines)
        {
            var estimate = student.Skill(state.SlotOf(line.Skill));
            if (estimate.Opportunities == 0 && !columns.Contains(line.Skill)) continue;
            var mastery = estimate.Opportunities == 0 ? state.Policy.PriorMastery : estimate.Mastery;
            cells.Add(new CellView(
                Names.SkillId(line.Skill), Math.Round(mastery, 4), Math.Round(estimate.Next, 4), estimate.Level, estimate.Opportunities));
        }

        return cells.DrainToImmutable();
    }

    private StationView StationOf(Silo.Grains.Station.StationState station, StudentState[] roster)
    {
        var line = station.Line;
        return new StationView(
            Names.StationId(line.Station) ?? $"station-{line.Station.Value}", Names.StationName(line.Station) ?? "", line.Number, line.Kind,
            line.Capacity, roster.Count(s => s.Station == line.Station), line.Adults, Names.Materials(line.Station), []);
    }

    // A line a student, with the most pressing reason that the class's one line does not say already.
    private ImmutableArray<QueueLineView> Queue(StudentState[] roster, SkillKey everyone)
    {
        var lines = new List<HelpLine>(roster.Length);
        foreach (var student in roster)
        {
            foreach (var need in student.Help.Span)
            {
                if (EveryoneRule.Covers(need, everyone)) continue;
                lines.Add(new HelpLine(student.Order, need, student.LastVisit > student.JoinedAt ? student.LastVisit : student.JoinedAt));
                break;
            }
        }

        lines.Sort(static (a, b) => HelpQueue.Compare(a, b));
        var byOrder = roster.ToDictionary(s => s.Order);
        return [.. lines.Select(line => new QueueLineView(
            Names.StudentId(byOrder[line.Student].Key), ShownReasons.Of(line.Need.Reason)!.Value, line.Need.Since))];
    }

    private NotNowView NotNowOf(StudentState student) =>
        new(Names.StudentId(student.Key), ShownReasons.Of(student.PutOff) ?? ShownReason.Struggling, student.PutOffUntil);

    private PraiseView PraiseOf(StudentState student)
    {
        var right = System.Numerics.BitOperations.PopCount(student.Ability.Recent & 0x7Fu);
        return new(Names.StudentId(student.Key), EnglishWords.Praise(right, 7), right, 7);
    }

    private static (SkillKey Skill, int Struggling)? Everyone(ClassroomState state, StudentState[] present)
    {
        if (!state.LessonRuns) return null;
        var struggling = new int[state.Skills.Count];
        foreach (var student in present)
            for (var slot = 0; slot < student.Skills.Length; slot++)
                if (student.Skills[slot].Level == MasteryLevel.Struggling) struggling[slot]++;
        var found = EveryoneRule.Find(struggling, present.Length);
        return found < 0 ? null : (state.Skills[found], struggling[found]);
    }

    private static bool AtTeacher(ClassroomState state, StudentState student) =>
        state.Find(student.Station)?.Line.Kind == StationKind.TeacherLed;

    private static Instant? Some(Instant instant) => instant.IsSome ? instant : null;
}
