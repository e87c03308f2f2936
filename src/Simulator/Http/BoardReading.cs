using System.Collections.Immutable;

namespace LiveClass.Simulator.Http;

/// <summary>What the simulator reads of a classroom's board.</summary>
public sealed record BoardReading
{
    /// <summary>The position of the last entry that it includes.</summary>
    public long Version { get; init; }

    /// <summary>The lesson; null where there is none.</summary>
    public BoardLesson? Lesson { get; init; }

    /// <summary>The roster with each student's next step.</summary>
    public ImmutableArray<BoardStudent> Students { get; init; } = [];

    /// <summary>What was counted.</summary>
    public BoardCounts Counts { get; init; } = new(0, 0, 0);
}

/// <summary>A board's lesson.</summary>
public sealed record BoardLesson(string? Id, string? State);

/// <summary>A board's student.</summary>
public sealed record BoardStudent(string Id, string? Presence, string? Station, BoardNextStep? NextStep);

/// <summary>What a student is asked to do now.</summary>
public sealed record BoardNextStep(string? Kind, string? Skill, string? Item, string? Where, ImmutableArray<string>? Options);

/// <summary>What a classroom counted since it was made.</summary>
/// <param name="Evidence">Answers counted, each once.</param>
/// <param name="Duplicates">Repeats that were dropped.</param>
/// <param name="Quarantined">Entries in quarantine.</param>
public sealed record BoardCounts(long Evidence, long Duplicates, long Quarantined);
