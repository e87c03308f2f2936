using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Progressions;

namespace LiveClass.Learning.NextSteps;

/// <summary>What the choice of a student's next step depends on, and nothing else.</summary>
public readonly ref struct NextStepQuestion
{
    /// <summary>The classroom's thresholds.</summary>
    public required ClassroomPolicy Policy { get; init; }

    /// <summary>The classroom's skills.</summary>
    public required Progression Progression { get; init; }

    /// <summary>The student's estimates, by skill index.</summary>
    public required ReadOnlySpan<MasteryEstimate> Skills { get; init; }

    /// <summary>The student over all skills.</summary>
    public required AbilityEstimate Student { get; init; }

    /// <summary>Today's targets in the teacher's order, as skill indexes.</summary>
    public required ReadOnlySpan<int> Targets { get; init; }

    /// <summary>What the classroom can give.</summary>
    public required IItemBank Items { get; init; }

    /// <summary>The index of the item answered last; -1 where there is none.</summary>
    public required int LastItem { get; init; }

    /// <summary>The skill that the teacher pinned, as index; -1 where none is.</summary>
    public required int PinnedSkill { get; init; }

    /// <summary>The item that the teacher pinned; none where any of the skill will do.</summary>
    public required ItemKey PinnedItem { get; init; }

    /// <summary>Until when the pin holds; none where it is open.</summary>
    public required Instant PinnedUntil { get; init; }

    /// <summary>True while a lesson is running.</summary>
    public required bool LessonRunning { get; init; }

    /// <summary>True while all student pages wait.</summary>
    public required bool EyesUp { get; init; }

    /// <summary>The kind of the student's station; null where the student has none.</summary>
    public required StationKind? Station { get; init; }

    /// <summary>The student's station; none where there is none.</summary>
    public required StationKey StationKey { get; init; }

    /// <summary>Now.</summary>
    public required Instant Now { get; init; }

    /// <summary>The card that the student has now; none where there is none. It keeps its item until that is answered.</summary>
    public NextStep Current { get; init; }

    /// <summary>The check that is under way; null where none is.</summary>
    public CheckAsked? Check { get; init; }

    /// <summary>Indexes of items that the student has answered in this lesson: a check takes others first.</summary>
    public ReadOnlySpan<int> Answered { get; init; }

    /// <summary>The skill that the student chose of two, as index + 1; 0 where none was.</summary>
    public int Chosen { get; init; }

    /// <summary>Indexes of skills whose work on paper is done.</summary>
    public ReadOnlySpan<int> PaperDone { get; init; }

    /// <summary>True where the work at the student's station is done.</summary>
    public bool StationDone { get; init; }

    /// <summary>The turn's seed: the entry's position. Same question, same seed, same step.</summary>
    public required long Seed { get; init; }
}

/// <summary>A check that is under way.</summary>
/// <param name="Skill">What is checked, as skill index.</param>
/// <param name="Kind">Items of this kind come first.</param>
/// <param name="ByTeacher">True where an adult asked for it, wherever the student sits; else the student did.</param>
public readonly record struct CheckAsked(int Skill, EvidenceKind Kind, bool ByTeacher);
