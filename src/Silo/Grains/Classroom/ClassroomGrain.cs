using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Contracts;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Learning.Mastery;
using LiveClass.Silo.Grains.Student;
using LiveClass.Silo.Turns;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>A classroom: configuration, lessons, what concerns everybody.</summary>
public sealed partial class ClassroomGrain(ClassroomState state, TurnDesk desk) : IClassroomGrain
{
    private static readonly TimeSpan LongestLesson = TimeSpan.FromDays(1);
    private static readonly TimeSpan CanReopenFor = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public Outcome Configure(in Turn turn, long sequence, ClassroomConfigured configuration)
    {
        // Each carries the whole: an older one that comes late says nothing new.
        if (sequence < state.ConfiguredBy) return Outcome.Accepted(turn.Position);
        desk.Record(new RosterTaken(sequence, configuration));
        desk.Fold(state);
        if (state.LessonRuns) SettleEverybody(turn.Received);
        return Outcome.Accepted(turn.Position);
    }

    /// <inheritdoc/>
    public Outcome ConfigureItems(in Turn turn, long sequence, ItemsConfigured items)
    {
        desk.Record(new ItemsTaken(sequence, items));
        desk.Fold(state);
        if (state.LessonRuns) SettleEverybody(turn.Received);
        return Outcome.Accepted(turn.Position);
    }

    /// <inheritdoc/>
    public Outcome StartLesson(in Turn turn, StartLesson command)
    {
        if (state.LessonRuns) return Outcome.Refused(RefusalCode.LessonRunning, turn.Position);
        foreach (var target in command.Targets)
            if (state.SlotOf(target) is var slot && (slot < 0 || !state.IsListed(slot))) return Outcome.Refused(RefusalCode.UnknownSkill, turn.Position);
        if (command.PlannedEnd.IsSome && (command.PlannedEnd <= turn.Received || command.PlannedEnd > turn.Received + LongestLesson))
            return Outcome.Refused(RefusalCode.BadEnd, turn.Position);

        if (state.RulesVersion != Rules.Version) desk.Record(new RulesAdopted(Rules.Version));
        var number = (state.Lesson?.Key.Value ?? 0) + 1;
        desk.Record(new LessonStarted(
            new LessonKey(number), turn.Received, command.Targets, LessonColumns.Choose(state, command.Targets), command.PlannedEnd,
            command.Block == LessonBlockKind.None ? LessonBlockKind.Flex : command.Block, ItemsKept: true));
        desk.Fold(state);
        RefreshLevels(turn.Received);
        SettleEverybody(turn.Received);
        return Outcome.Accepted(turn.Position);
    }

    /// <inheritdoc/>
    public Outcome EndLesson(in Turn turn, EndLesson command) => End(turn, turn.Received, LessonEndCause.Ended);

    /// <inheritdoc/>
    public Outcome EndLessonDue(in Turn turn, EndLessonDue command)
    {
        if (state.Lesson is not { Running: true } lesson || lesson.Key != command.Lesson || LessonDue.Of(state) != command.Due
            || turn.Received < command.Due)
            return Outcome.Refused(RefusalCode.NoLongerSo, turn.Position);
        return End(turn, command.Due, lesson.PlannedEnd.IsSome ? LessonEndCause.PlannedEnd : LessonEndCause.Quiet);
    }

    /// <inheritdoc/>
    public Outcome ReopenLesson(in Turn turn, ReopenLesson command)
    {
        if (state.LessonRuns) return Outcome.Refused(RefusalCode.LessonRunning, turn.Position);
        if (state.Lesson is not { } lesson) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (turn.Received > lesson.EndedAt + CanReopenFor) return Outcome.Refused(RefusalCode.TooLate, turn.Position);
        desk.Record(new LessonReopened(lesson.Key, turn.Received));
        desk.Fold(state);
        SettleEverybody(turn.Received);
        return Outcome.Accepted(turn.Position);
    }

    /// <inheritdoc/>
    public Outcome EyesUp(in Turn turn, EyesUp command)
    {
        if (state.Lesson is not { Running: true } lesson) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (lesson.EyesUp) return Outcome.Accepted(turn.Position);
        UndoOffer.Eyes(desk, turn);
        return ForEverybody(turn, new EyesCalledUp(turn.Received));
    }

    /// <inheritdoc/>
    public Outcome BackToWork(in Turn turn, BackToWork command)
    {
        if (state.Lesson is not { Running: true } lesson) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (!lesson.EyesUp) return Outcome.Refused(RefusalCode.NothingToDo, turn.Position);
        UndoOffer.Eyes(desk, turn);
        return ForEverybody(turn, new WorkResumed(turn.Received));
    }

    /// <inheritdoc/>
    public Outcome SetPolicy(in Turn turn, SetPolicy command) =>
        PolicyBounds.Hold(command.Policy)
            ? ForEverybody(turn, new PolicyChanged(command.Policy))
            : Outcome.Refused(RefusalCode.BadPolicy, turn.Position);

    /// <inheritdoc/>
    public Outcome AdoptRules(in Turn turn, AdoptRules command)
    {
        if (command.RulesVersion != Rules.Version) return Outcome.Refused(RefusalCode.NoLongerSo, turn.Position);
        return state.RulesVersion == Rules.Version
            ? Outcome.Accepted(turn.Position)
            : ForEverybody(turn, new RulesAdopted(command.RulesVersion));
    }

    private Outcome ForEverybody(in Turn turn, ClassroomEvent e)
    {
        desk.Record(e);
        desk.Fold(state);
        if (state.LessonRuns) SettleEverybody(turn.Received);
        return Outcome.Accepted(turn.Position);
    }

    private Outcome End(in Turn turn, Instant at, LessonEndCause cause)
    {
        if (state.Lesson is not { Running: true } lesson) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        desk.Record(new LessonEnded(lesson.Key, at, cause));
        desk.Fold(state);
        return Outcome.Accepted(turn.Position);
    }

    private void SettleEverybody(Instant now)
    {
        foreach (var student in state.Students)
            if (!student.Ended) StudentOutlook.Settle(state, student, desk, now);
        desk.Fold(state);
    }

    // Time alone can make a mastered skill due for review: it is looked at when a lesson starts.
    private void RefreshLevels(Instant now)
    {
        foreach (var student in state.Students)
        {
            if (student.Ended) continue;
            for (var slot = 0; slot < student.Skills.Length; slot++)
            {
                var estimate = student.Skill(slot);
                var level = Levels.Of(estimate, state.Policy, now);
                if (level == estimate.Level) continue;
                estimate.Level = level;
                desk.Record(new EstimateMoved(student.Key, state.Skills[slot], estimate));
            }
        }

        desk.Fold(state);
    }
}
