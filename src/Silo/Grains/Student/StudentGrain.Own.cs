using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Contracts;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Learning.NextSteps;

namespace LiveClass.Silo.Grains.Student;

/// <summary>What a student decides for itself: goal, choice, check, break, work on paper. An adult may do the same for it.</summary>
public sealed partial class StudentGrain
{
    /// <inheritdoc/>
    public Outcome Admit(in Turn turn, AdmitStudent command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (student.Presence == Presence.Here) return Outcome.Accepted(turn.Position);
        UndoOffer.Brief(desk, turn, key, StudentParts.Presence);
        desk.Record(new PresenceChanged(key, Presence.Here, turn.At));
        desk.Fold(classroom);
        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome SetGoal(in Turn turn, SetGoal command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        var by = Math.Clamp(command.By, 0, LiveClass.Grains.Abstractions.Commands.SetGoal.Most);
        if (student.Goal == by) return Outcome.Accepted(turn.Position);
        UndoOffer.Brief(desk, turn, key, StudentParts.Goal);
        desk.Record(new GoalSet(key, by, turn.At));
        desk.Fold(classroom);
        return Outcome.Accepted(turn.Position);
    }

    /// <inheritdoc/>
    public Outcome ChooseNextStep(in Turn turn, ChooseNextStep command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        var offered = student.NextStep;
        if (offered.Kind != NextStepKind.Choose || (command.Choice != offered.Skill && command.Choice != offered.OtherSkill))
            return Outcome.Refused(RefusalCode.NotOffered, turn.Position);
        UndoOffer.Brief(desk, turn, key, StudentParts.Choice);
        desk.Record(new NextStepTaken(key, command.Choice, turn.At));
        desk.Fold(classroom);
        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome AskForCheck(in Turn turn, AskForCheck command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is null) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        var slot = classroom.SlotOf(command.Skill);
        if (slot < 0 || !classroom.IsListed(slot)) return Outcome.Refused(RefusalCode.UnknownSkill, turn.Position);
        if (!NextStepRule.CanCheck(classroom, slot, EvidenceKind.Formative)) return Outcome.Refused(RefusalCode.NoItems, turn.Position);
        UndoOffer.Brief(desk, turn, key, StudentParts.Check);
        desk.Record(new CheckOpened(key, command.Skill, EvidenceKind.Formative, OpenCheck.Items, turn.By, turn.At));
        desk.Fold(classroom);
        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome StartBreak(in Turn turn, StartBreak command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is null) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (command.Until.IsSome && command.Until <= turn.Received) return Outcome.Refused(RefusalCode.BadTime, turn.Position);
        UndoOffer.Brief(desk, turn, key, StudentParts.Presence);
        desk.Record(new BreakBegan(key, command.Until, turn.At));
        desk.Fold(classroom);
        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome EndBreak(in Turn turn, EndBreak command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (student.Presence != Presence.OnBreak) return Outcome.Refused(RefusalCode.NothingToDo, turn.Position);
        UndoOffer.Brief(desk, turn, key, StudentParts.Presence);
        desk.Record(new PresenceChanged(key, Presence.Here, turn.At));
        desk.Fold(classroom);
        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome PaperDone(in Turn turn, PaperDone command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        var step = student.NextStep;
        if (step.Kind != NextStepKind.WorkOnPaper) return Outcome.Refused(RefusalCode.NothingToDo, turn.Position);
        // What the teacher pinned has no item either: it is done, and the pin comes out.
        var pinned = step.Reason == NextStepReason.TeacherPinned;
        UndoOffer.Brief(desk, turn, key, pinned ? StudentParts.Paper | StudentParts.Pin : StudentParts.Paper);
        desk.Record(new PaperFinished(key, step.Skill, step.Skill.Value == 0 ? student.Station : default, turn.At));
        if (pinned) desk.Record(new NextStepPinned(key, default, default, default));
        desk.Fold(classroom);
        return Settled(turn);
    }
}
