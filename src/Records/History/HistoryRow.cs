using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Records.History;

/// <summary>What one answer did to one skill's estimate.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Mastery">Probability of mastery after it.</param>
/// <param name="Next">Probability that the next answer is right, after it.</param>
public readonly record struct HistorySkill(SkillKey Skill, float Mastery, float Next);

/// <summary>An answer that is another student's than the name it came under.</summary>
/// <param name="Classroom">The classroom.</param>
/// <param name="Position">The answer's position.</param>
/// <param name="Student">Whose it is.</param>
/// <param name="Skills">Its skills with that student's estimates after it.</param>
public sealed record HistoryMove(ClassroomKey Classroom, long Position, StudentKey Student, ImmutableArray<HistorySkill> Skills);

/// <summary>One counted answer with what it did: for reading by student, skill and day. A repeat of its position overwrites itself.</summary>
public sealed record HistoryRow
{
    /// <summary>Its position in the log.</summary>
    public required long Position { get; init; }

    /// <summary>Where it counted.</summary>
    public required ClassroomKey Classroom { get; init; }

    /// <summary>Who answered.</summary>
    public required StudentKey Student { get; init; }

    /// <summary>What was answered.</summary>
    public required ItemKey Item { get; init; }

    /// <summary>Its skills in order, with what it did to each.</summary>
    public required ImmutableArray<HistorySkill> Skills { get; init; }

    /// <summary>0 to 1; 1 is right.</summary>
    public required float Score { get; init; }

    /// <summary>What it was for.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>1 for the first try at the form.</summary>
    public required int Attempt { get; init; }

    /// <summary>True when it was an opportunity: it moved the estimates.</summary>
    public required bool FirstAttempt { get; init; }

    /// <summary>When it was given.</summary>
    public required Instant At { get; init; }

    /// <summary>When the log received it.</summary>
    public required Instant Received { get; init; }

    /// <summary>How long it took; -1 where unknown.</summary>
    public int DurationMs { get; init; } = -1;

    /// <summary>Hints taken before it.</summary>
    public int Hints { get; init; }

    /// <summary>The response's text; none where there is none.</summary>
    public TextKey Response { get; init; }

    /// <summary>The misconception that it shows; none where none is known.</summary>
    public MisconceptionKey Misconception { get; init; }

    /// <summary>The seed of a generated item; 0 where there is none.</summary>
    public long Form { get; init; }

    /// <summary>The outbox it came from.</summary>
    public SourceKey Source { get; init; }

    /// <summary>The outbox's number for it.</summary>
    public long Sequence { get; init; }
}
