using System.Collections.Immutable;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Commands;

// A child took another's name: what was done under the wrong one moves to the right one.

/// <summary>Two students had each other's name in this lesson; one of them may have had none.</summary>
/// <param name="Student">One.</param>
/// <param name="Other">The other.</param>
/// <param name="Sources">The outboxes of their devices in this lesson, each with the student that it is of from now on.</param>
public sealed record SwapStudents(StudentKey Student, StudentKey Other, ImmutableArray<SourceOwner> Sources) : ClassroomCommand;

/// <summary>Whose answers an outbox holds.</summary>
public readonly record struct SourceOwner(SourceKey Source, StudentKey Student);

/// <summary>
/// What a swap makes of the answers that were counted before it, worked out beside the turns from the journal. Does nothing where one of
/// the students has changed since.
/// </summary>
/// <param name="Swap">The position of the swap.</param>
/// <param name="AsOf">The version of the classroom that it was worked out from.</param>
/// <param name="Students">The students as they are with their own answers; none where this is about history alone.</param>
/// <param name="Answers">Answers with the student that they are of, and their skills' figures after each; at most <see cref="MostAnswers"/>.</param>
public sealed record MoveAnswers(long Swap, long AsOf, ImmutableArray<MovedStudent> Students, ImmutableArray<MovedAnswer> Answers) : ClassroomCommand
{
    /// <summary>So many answers stand in one command; more come in several.</summary>
    public const int MostAnswers = 1_000;
}

/// <summary>A student with the estimates of its own answers.</summary>
/// <param name="Student">Who.</param>
/// <param name="Ability">Over all skills.</param>
/// <param name="Skills">The estimates that the swap touches.</param>
public sealed record MovedStudent(StudentKey Student, AbilityEstimate Ability, ImmutableArray<MovedEstimate> Skills);

/// <summary>A skill's estimate.</summary>
public readonly record struct MovedEstimate(SkillKey Skill, MasteryEstimate Estimate);

/// <summary>An answer that was counted before, and whose it is.</summary>
/// <param name="Position">The entry that it came with.</param>
/// <param name="Student">Whose it is.</param>
/// <param name="Skills">Its skills in order, with the figures after it.</param>
public sealed record MovedAnswer(long Position, StudentKey Student, ImmutableArray<MovedFigures> Skills);

/// <summary>A skill's two figures, both 0 to 1.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Mastery">P(mastery).</param>
/// <param name="Next">P(the next answer is right).</param>
public readonly record struct MovedFigures(SkillKey Skill, float Mastery, float Next);
