using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>The classroom's lesson: the running one, or the last.</summary>
/// <param name="Key">The classroom's n-th.</param>
/// <param name="Running">True until it ends.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="EndedAt">When it ended; none while it runs.</param>
/// <param name="PlannedEnd">When it ends; none: an hour after the last evidence or command.</param>
/// <param name="Block">Its block.</param>
/// <param name="EyesUp">True while all student pages wait.</param>
/// <param name="Targets">What it is for.</param>
/// <param name="Columns">The columns of the grid.</param>
/// <param name="ItemsKept">True where each student's answered items are remembered; null in lessons from before that was done.</param>
/// <param name="Late">Answers of this lesson that came in after its end; null where none did.</param>
public sealed record Lesson(
    LessonKey Key, bool Running, Instant StartedAt, Instant EndedAt, Instant PlannedEnd, LessonBlockKind Block, bool EyesUp,
    ImmutableArray<SkillKey> Targets, ImmutableArray<SkillKey> Columns, bool? ItemsKept = null, int? Late = null);
