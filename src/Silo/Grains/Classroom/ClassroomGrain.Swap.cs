using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Contracts;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Grains.Student;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>Names that were swapped.</summary>
public sealed partial class ClassroomGrain
{
    /// <inheritdoc/>
    public Outcome SwapStudents(in Turn turn, SwapStudents command)
    {
        if (state.Lesson is not { Running: true } lesson) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (state.Find(command.Student) is not { Ended: false } one || state.Find(command.Other) is not { Ended: false } other || one == other)
            return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (!Did(one) && !Did(other)) return Outcome.Refused(RefusalCode.NothingToDo, turn.Position);
        var swap = new StudentsSwapped(lesson.Key, one.Key, other.Key, command.Sources, turn.By, turn.At);
        UndoOffer.Swap(desk, turn, swap);
        return Swap(turn, swap);

        static bool Did(StudentState student) => student.JoinedAt.IsSome || student.LessonAnswers > 0;
    }

    /// <inheritdoc/>
    public Outcome MoveAnswers(in Turn turn, MoveAnswers command)
    {
        foreach (var moved in command.Students)
            if (state.Find(moved.Student) is not { } student || student.ChangedAt > command.AsOf) return Outcome.Refused(RefusalCode.NoLongerSo, turn.Position);
        desk.Record(new AnswersMoved(command.Swap, command.Students, command.Answers));
        desk.Fold(state);
        Settle(turn, [.. command.Students.Select(moved => moved.Student)]);
        return Outcome.Accepted(turn.Position);
    }

    private Outcome Swap(in Turn turn, StudentsSwapped swap)
    {
        desk.Record(swap);
        desk.Fold(state);
        Settle(turn, [swap.Student, swap.Other]);
        return Outcome.Accepted(turn.Position);
    }

    private void Settle(in Turn turn, ReadOnlySpan<StudentKey> students)
    {
        if (!state.LessonRuns) return;
        foreach (var key in students) StudentOutlook.Settle(state, state.Find(key)!, desk, turn.Received);
        desk.Fold(state);
    }
}
