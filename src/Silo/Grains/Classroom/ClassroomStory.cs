using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Silo.Grains.Station;
using LiveClass.Silo.Grains.Student;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>The fold of the rare events, in the order of a classroom's story.</summary>
internal static class ClassroomStory
{
    private static readonly TimeSpan BodiesAreCompared = TimeSpan.FromDays(14);

    // Longer than the lesson, so that a repeat that is on its way when the next one begins does nothing in it.
    private static readonly TimeSpan OutcomesAreKept = TimeSpan.FromDays(1);

    /// <summary>Applies one event.</summary>
    public static void Apply(ClassroomState state, ClassroomEvent e)
    {
        switch (e)
        {
            case RosterTaken taken: Apply(state, taken.Sequence, taken.Configuration); break;
            case ItemsTaken taken: Apply(state, taken.Sequence, taken.Items); break;
            case RulesAdopted adopted: state.RulesVersion = adopted.RulesVersion; break;
            case PolicyChanged changed: state.Policy = changed.Policy; break;
            case LessonStarted started: Apply(state, started); break;
            case PresenceChanged changed: Apply(state, changed); break;
            case SeatTaken taken: Apply(state, taken); break;
            case HandRaised raised: SetHand(Touched(state, raised.Student, StudentParts.Hand), raised.At, raised.About, raised.Topic); break;
            case HandLowered lowered: SetHand(Touched(state, lowered.Student, StudentParts.Hand), Instant.None, default); break;
            case Claimed claimed: Touched(state, claimed.Student, StudentParts.Visit).ClaimedBy = claimed.By; break;
            case ClaimReleased released: Touched(state, released.Student, StudentParts.Visit).ClaimedBy = default; break;
            case VisitBegan began: Apply(state, began); break;
            case VisitEnded ended: Apply(state, ended); break;
            case ReasonPutOff put: Apply(state, put); break;
            case IdleNoticed noticed: ClassroomFold.Changed(state, noticed.Student).IdleNoticed = noticed.Due; break;
            case SkillObserved observed: Apply(state, observed); break;
            case NextStepPinned pinned: Apply(state, pinned); break;
            case EyesCalledUp called: SetEyes(state, true, called.At); break;
            case WorkResumed resumed: SetEyes(state, false, resumed.At); break;
            case LessonEnded ended: Apply(state, ended); break;
            case LessonReopened reopened: Apply(state, reopened); break;
            case CommandSettled settled: Apply(state, settled); break;
            case GoalSet set: Touched(state, set.Student, StudentParts.Goal).Goal = set.By; break;
            case NextStepTaken taken: Touched(state, taken.Student, StudentParts.Choice).Chosen = taken.Skill; break;
            case CheckOpened opened: Apply(state, opened); break;
            case BreakBegan began: Apply(state, began); break;
            case PaperFinished finished: Apply(state, finished); break;
            case NoteAdded: break;
            case NoteWithdrawn: break;
            case UndoOffered offered: UndoStory.Apply(state, offered); break;
            case EstimateWithout without: UndoStory.Apply(state, without); break;
            case CommandUndone undone: UndoStory.Apply(state, undone); break;
            case StudentsSwapped swapped: SwapStory.Apply(state, swapped); break;
            case AnswersMoved moved: SwapStory.Apply(state, moved); break;
            default: throw new InvalidOperationException($"The event {e.GetType().Name} has no fold.");
        }
    }

    private static void Apply(ClassroomState state, long sequence, ClassroomConfigured configuration)
    {
        state.ConfiguredBy = sequence;
        state.School = configuration.School;
        foreach (var student in state.Students)
        {
            student.Order = int.MaxValue;
            student.ChangedAt = state.Version;
        }

        for (var i = 0; i < configuration.Students.Length; i++)
        {
            var line = configuration.Students[i];
            var student = ClassroomFold.Changed(state, line.Student);
            student.Order = i;
            student.Ended = line.Ended;
        }

        state.SetSkillLines(configuration.Skills);
        SetStations(state, configuration);
        state.LessonTouchedAt = state.Version;
    }

    private static void SetStations(ClassroomState state, ClassroomConfigured configuration)
    {
        var before = new Dictionary<StationKey, StationState>();
        foreach (var station in state.Stations) before[station.Line.Station] = station;
        state.Stations.Clear();
        foreach (var line in configuration.Stations.OrderBy(line => line.Number))
        {
            if (before.Remove(line.Station, out var known)) known.Line = line;
            state.Stations.Add(known ?? new StationState(line));
        }

        foreach (var student in state.Students)
            if (before.ContainsKey(student.Station)) student.Station = default;
    }

    private static void Apply(ClassroomState state, long sequence, ItemsConfigured items)
    {
        foreach (var line in items.Items)
        {
            var skills = SkillSet.Of(line.Skills.AsSpan()[..Math.Min(line.Skills.Length, SkillSet.Capacity)]);
            ref var item = ref state.ItemFor(line.Item, skills);
            if (item.ConfiguredBy > sequence) continue;
            item.Options = line.Options;
            item.Kind = line.Kind;
            item.ConfiguredBy = sequence;
            state.SetItemSkills(state.SlotOf(line.Item), skills);
        }
    }

    private static void Apply(ClassroomState state, LessonStarted e)
    {
        state.Lesson = new Lesson(e.Lesson, true, e.At, Instant.None, e.PlannedEnd, e.Block, false, e.Targets, e.Columns, e.ItemsKept);
        state.Undo.Clear();
        state.LessonTouchedAt = state.Version;
        state.LastActivity = e.At;
        foreach (var (command, settled) in state.Settled)
            if (settled.At < e.At - OutcomesAreKept) state.Settled.Remove(command);
        state.Misses.Clear();
        foreach (var source in state.Sources.Values)
            if (source.LastAt < e.At - BodiesAreCompared) source.ForgetBodies();
        foreach (var station in state.Stations) station.Seated = 0;
        foreach (var student in state.Students) BeginLesson(student, state.Version);
    }

    private static void BeginLesson(StudentState student, long version)
    {
        student.ChangedAt = version;
        student.Presence = Presence.Expected;
        student.PresenceSince = default;
        student.JoinedAt = default;
        student.Station = default;
        student.ExpectedSince = default;
        student.LastSkill = -1;
        student.LessonAnswers = 0;
        student.LessonRight = 0;
        student.Help = default;
        student.PinnedSkill = -1;
        student.PinnedItem = default;
        student.PinnedUntil = default;
        student.ClaimedBy = default;
        student.VisitedBy = default;
        student.Seen = false;
        student.PutOff = default;
        student.PutOffUntil = default;
        student.Goal = 0;
        student.LessonItems = 0;
        student.Chosen = default;
        student.Check = null;
        student.BreakUntil = default;
        student.PaperSkills.Clear();
        student.PaperStation = default;
        student.Undo.Clear();
        student.ForgetAnswered();
        SetHand(student, Instant.None, default);
    }

    private static void Apply(ClassroomState state, PresenceChanged e)
    {
        var student = Touched(state, e.Student, StudentParts.Presence);
        student.BreakUntil = default;
        student.Presence = e.Presence;
        student.PresenceSince = e.At;
        student.ExpectedSince = e.At;
        if (e.Presence == Presence.Here && !student.JoinedAt.IsSome) student.JoinedAt = e.At;
    }

    private static void Apply(ClassroomState state, SeatTaken e)
    {
        var student = Touched(state, e.Student, StudentParts.Seat);
        Reseat(state, student, e.Station);
        student.ExpectedSince = e.At;
        student.PaperStation = default;
    }

    internal static void Reseat(ClassroomState state, StudentState student, StationKey station)
    {
        if (state.Find(student.Station) is { } left) left.Seated--;
        student.Station = station;
        if (state.Find(station) is { } taken) taken.Seated++;
    }

    private static void Apply(ClassroomState state, CheckOpened e)
    {
        var student = Touched(state, e.Student, StudentParts.Check);
        state.SkillFor(e.Skill);
        student.Check = new OpenCheck(e.Skill, e.Kind, e.Items, e.By.Kind != ActorKind.Student, e.At);
    }

    private static void Apply(ClassroomState state, BreakBegan e)
    {
        var student = Touched(state, e.Student, StudentParts.Presence);
        student.Presence = Presence.OnBreak;
        student.PresenceSince = e.At;
        student.ExpectedSince = e.At;
        student.BreakUntil = e.Until;
        if (!student.JoinedAt.IsSome) student.JoinedAt = e.At;
    }

    private static void Apply(ClassroomState state, PaperFinished e)
    {
        var student = Touched(state, e.Student, StudentParts.Paper);
        if (e.Skill.Value == 0) student.PaperStation = e.Station;
        else if (!student.PaperSkills.Contains(e.Skill))
        {
            state.SkillFor(e.Skill);
            student.PaperSkills.Add(e.Skill);
        }
    }

    private static void SetHand(StudentState student, Instant since, TextKey about, HandTopic? topic = null)
    {
        student.HandSince = since;
        student.HandAbout = about;
        student.HandTopic = topic;
    }

    private static void Apply(ClassroomState state, VisitBegan e)
    {
        var student = Touched(state, e.Student, StudentParts.Visit | StudentParts.Seen);
        student.VisitedBy = e.By;
        student.ClaimedBy = default;
        student.LastVisit = e.At;
        student.Seen = true;
    }

    private static void Apply(ClassroomState state, VisitEnded e)
    {
        var student = Touched(state, e.Student, StudentParts.Visit | StudentParts.Seen);
        student.VisitedBy = default;
        student.ClaimedBy = default;
        student.LastVisit = e.At;
        student.Seen = true;
    }

    private static void Apply(ClassroomState state, ReasonPutOff e)
    {
        var student = Touched(state, e.Student, StudentParts.PutOff);
        student.PutOff = e.Reason;
        student.PutOffUntil = e.Until;
    }

    private static void Apply(ClassroomState state, SkillObserved e)
    {
        Touched(state, e.Student, StudentParts.Seen, e.Skill).Seen = true;
        state.Ordinal++;
    }

    private static void Apply(ClassroomState state, NextStepPinned e)
    {
        var student = Touched(state, e.Student, StudentParts.Pin);
        student.PinnedSkill = e.Skill.Value == 0 ? -1 : state.SkillFor(e.Skill);
        student.PinnedItem = e.Item;
        student.PinnedUntil = e.Until;
    }

    private static void SetEyes(ClassroomState state, bool up, Instant at)
    {
        if (state.Lesson is not null) state.Lesson = state.Lesson with { EyesUp = up };
        state.LessonTouchedAt = state.Version;
        state.Undo.RemoveAll(undo => undo.Eyes is not null && undo.Position != state.Version);
        if (!up) ExpectAnswersFrom(state, at);
    }

    // What lies before was no time in which an answer was expected.
    private static void ExpectAnswersFrom(ClassroomState state, Instant at)
    {
        foreach (var student in state.Students) student.ExpectedSince = at;
    }

    private static void Apply(ClassroomState state, LessonEnded e)
    {
        if (state.Lesson is null) return;
        state.Lesson = state.Lesson with { Running = false, EndedAt = e.At, EyesUp = false };
        state.LessonTouchedAt = state.Version;
        foreach (var student in state.Students)
        {
            student.ChangedAt = state.Version;
            student.NextStep = new NextStep(NextStepKind.Done, default, default, NextStepReason.NoLesson, 0, default, default);
            student.Help = default;
            student.ClaimedBy = default;
            student.VisitedBy = default;
            student.Undo.Clear();
            SetHand(student, Instant.None, default);
        }

        state.Undo.Clear();
    }

    private static void Apply(ClassroomState state, LessonReopened e)
    {
        if (state.Lesson is null) return;
        state.Lesson = state.Lesson with { Running = true, EndedAt = Instant.None, PlannedEnd = Instant.None };
        state.LastActivity = e.At;
        state.LessonTouchedAt = state.Version;
        ExpectAnswersFrom(state, e.At);
    }

    private static void Apply(ClassroomState state, CommandSettled e)
    {
        state.Settled[e.Command] = new SettledCommand(e.Kind, e.Code, e.Figure, state.ReceivedAt, state.Version);
        if (e.By.Kind != ActorKind.Clock && state.ReceivedAt > state.LastActivity) state.LastActivity = state.ReceivedAt;
    }

    // What stands on the same part of a student can no longer be taken back.
    private static StudentState Touched(ClassroomState state, StudentKey key, StudentParts parts, SkillKey skill = default)
    {
        var student = ClassroomFold.Changed(state, key);
        student.TouchedAt = state.Version;
        UndoStory.Close(student, parts, skill, state.Version);
        return student;
    }
}
