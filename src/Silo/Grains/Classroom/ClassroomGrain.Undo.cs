using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Contracts;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Learning.NextSteps;
using LiveClass.Silo.Grains.Student;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>Checks of several students, notes, and taking commands back.</summary>
public sealed partial class ClassroomGrain
{
    /// <inheritdoc/>
    public Outcome StartCheck(in Turn turn, StartCheck command)
    {
        if (!state.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        var slot = state.SlotOf(command.Skill);
        if (slot < 0 || !state.IsListed(slot)) return Outcome.Refused(RefusalCode.UnknownSkill, turn.Position);
        foreach (var key in command.Students)
            if (state.Find(key) is not { Ended: false }) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (!NextStepRule.CanCheck(state, slot, command.Kind)) return Outcome.Refused(RefusalCode.NoItems, turn.Position);

        var students = command.Students.Distinct().ToArray();
        if (students.Length == 0) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        UndoOffer.Brief(desk, turn, students, StudentParts.Check);
        foreach (var key in students) desk.Record(new CheckOpened(key, command.Skill, command.Kind, OpenCheck.Items, turn.By, turn.At));
        desk.Fold(state);
        foreach (var key in students) StudentOutlook.Settle(state, state.Find(key)!, desk, turn.Received);
        desk.Fold(state);
        return Outcome.Accepted(turn.Position);
    }

    /// <inheritdoc/>
    public Outcome AddNote(in Turn turn, AddNote command)
    {
        if (command.Student.Value != 0 && state.Find(command.Student) is null) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (command.Skill.Value != 0 && state.SlotOf(command.Skill) < 0) return Outcome.Refused(RefusalCode.UnknownSkill, turn.Position);
        UndoOffer.Note(desk, turn);
        desk.Record(new NoteAdded(command.Student, command.Skill, command.Text, command.VisibleTo, turn.By, turn.At));
        desk.Fold(state);
        return Outcome.Accepted(turn.Position);
    }

    /// <inheritdoc/>
    public Outcome Undo(in Turn turn, Undo command)
    {
        if (state.Undo.Find(undo => undo.Position == command.Decision) is { } ofLesson)
        {
            if (Cannot(turn, ofLesson.By, ofLesson.Until) is var no && no != RefusalCode.None) return Outcome.Refused(no, turn.Position);
            return UndoOfLesson(turn, ofLesson);
        }

        var found = new List<(StudentState Student, StudentUndo Undo)>();
        foreach (var student in state.Students)
            if (student.Undo.Find(undo => undo.Position == command.Decision) is { } undo) found.Add((student, undo));
        if (found.Count == 0) return Outcome.Refused(RefusalCode.UndoTooLate, turn.Position);
        if (Cannot(turn, found[0].Undo.By, found[0].Undo.Until) is var refusal && refusal != RefusalCode.None)
            return Outcome.Refused(refusal, turn.Position);

        desk.Record(new CommandUndone(command.Decision, turn.By, turn.Received));
        foreach (var (student, undo) in found)
            if (undo.Skill.Value != 0) desk.Record(new EstimateMoved(student.Key, undo.Skill, undo.Without));
        desk.Fold(state);
        if (!state.LessonRuns) return Outcome.Accepted(turn.Position);
        foreach (var (student, _) in found) StudentOutlook.Settle(state, student, desk, turn.Received);
        desk.Fold(state);
        return Outcome.Accepted(turn.Position);
    }

    private static RefusalCode Cannot(in Turn turn, Actor by, Instant until) =>
        by != turn.By ? RefusalCode.NotYours
        : turn.Received > until ? RefusalCode.UndoTooLate
        : RefusalCode.None;

    private Outcome UndoOfLesson(in Turn turn, LessonUndo undo)
    {
        desk.Record(new CommandUndone(undo.Position, turn.By, turn.Received));
        if (undo.Swap is { } swap) return Swap(turn, swap.Back(turn.By, turn.At));
        if (undo.Eyes is not { } up)
        {
            desk.Record(new NoteWithdrawn(undo.Position, turn.Received));
            desk.Fold(state);
            return Outcome.Accepted(turn.Position);
        }

        return ForEverybody(turn, up ? new EyesCalledUp(turn.Received) : new WorkResumed(turn.Received));
    }
}
