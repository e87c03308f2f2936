using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Help;

/// <summary>What the judgement whether a student needs help depends on, and nothing else.</summary>
public readonly ref struct HelpQuestion
{
    /// <summary>The classroom's thresholds.</summary>
    public required ClassroomPolicy Policy { get; init; }

    /// <summary>Now.</summary>
    public required Instant Now { get; init; }

    /// <summary>When the student joined this lesson; none: not joined, and only a raised hand counts.</summary>
    public required Instant JoinedAt { get; init; }

    /// <summary>When the student last answered; none: not yet.</summary>
    public required Instant LastAnswerAt { get; init; }

    /// <summary>
    /// Since when an answer is expected without a break: the end of eyes-up, a break or a pause, the arrival at the station. None
    /// where nothing came between. Idleness is counted from the latest of this, the last answer and joining.
    /// </summary>
    public Instant ExpectedSince { get; init; }

    /// <summary>The student over all skills.</summary>
    public required AbilityEstimate Student { get; init; }

    /// <summary>The student's estimates, by skill index.</summary>
    public required ReadOnlySpan<MasteryEstimate> Skills { get; init; }

    /// <summary>Is the student in the room.</summary>
    public required Presence Presence { get; init; }

    /// <summary>The kind of the student's station; null where the student has none.</summary>
    public required StationKind? Station { get; init; }

    /// <summary>What the student was asked to do.</summary>
    public required NextStepKind Card { get; init; }

    /// <summary>The lesson's block.</summary>
    public required LessonBlockKind Block { get; init; }

    /// <summary>True while a lesson is running.</summary>
    public required bool LessonRunning { get; init; }

    /// <summary>True while all student pages wait.</summary>
    public required bool EyesUp { get; init; }

    /// <summary>True while the lesson or its rotation is paused, or small groups are on their way between stations.</summary>
    public bool Paused { get; init; }

    /// <summary>True while the student's device does not answer: its own mark, never idleness.</summary>
    public required bool LinkLost { get; init; }

    /// <summary>True while the student's hand is raised.</summary>
    public required bool HandUp { get; init; }

    /// <summary>Since when.</summary>
    public required Instant HandSince { get; init; }

    /// <summary>The reasons that hold now: one that goes on holding keeps its <see cref="HelpNeeded.Since"/>.</summary>
    public required ReadOnlySpan<HelpNeeded> Held { get; init; }

    /// <summary>The skill practised last in this lesson, as index; -1 where none was.</summary>
    public required int LastSkill { get; init; }

    /// <summary>The key of that skill; none where none was practised.</summary>
    public required SkillKey LastSkillKey { get; init; }
}
