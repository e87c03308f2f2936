using System.Collections.Immutable;
using LiveClass.Grains.Abstractions.Commands;

namespace LiveClass.Grains.Abstractions.Events;

/// <summary>
/// Two students had each other's name: what belongs to who sat at the device (presence, goal, hand, what was done in the lesson) changes
/// hands at once; estimates and history follow as <see cref="AnswersMoved"/>.
/// </summary>
/// <param name="Lesson">In which lesson.</param>
/// <param name="Student">One.</param>
/// <param name="Other">The other.</param>
/// <param name="Sources">The outboxes of their devices, each with the student that it is of from now on.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record StudentsSwapped(
    LessonKey Lesson, StudentKey Student, StudentKey Other, ImmutableArray<SourceOwner> Sources, Actor By, Instant At) : ClassroomEvent
{
    /// <summary>The same the other way: what takes it back.</summary>
    public StudentsSwapped Back(Actor by, Instant at) =>
        this with { Sources = [.. Sources.Select(source => source with { Student = source.Student == Student ? Other : Student })], By = by, At = at };
}

/// <summary>Answers that a swap moved, with what follows from them.</summary>
/// <param name="Swap">The position of the swap.</param>
/// <param name="Students">The students as they are with their own answers; none where this is about history alone.</param>
/// <param name="Answers">Whose each answer is.</param>
public sealed record AnswersMoved(long Swap, ImmutableArray<MovedStudent> Students, ImmutableArray<MovedAnswer> Answers) : ClassroomEvent;
