namespace LiveClass.Web.Ingest;

/// <summary>One answer as it is sent: for the API document alone. It is read by <see cref="EvidenceParser"/>.</summary>
internal sealed class EvidenceItemDocument
{
    /// <summary>Names one outbox, which sends to one classroom.</summary>
    public required string Source { get; init; }

    /// <summary>The outbox's own number, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>The classroom's id.</summary>
    public required string Classroom { get; init; }

    /// <summary>The student's id.</summary>
    public required string Student { get; init; }

    /// <summary>The item's id; one that is not known is learned.</summary>
    public required string Item { get; init; }

    /// <summary>At most 8 ids; may be left out for a known item.</summary>
    public string[]? Skills { get; init; }

    /// <summary>0 to 1; 1 is right.</summary>
    public required double Score { get; init; }

    /// <summary>practice, formative, interim or summative.</summary>
    public required string Kind { get; init; }

    /// <summary>1 for the first try at this form.</summary>
    public int? Attempt { get; init; }

    /// <summary>Hints taken before it.</summary>
    public int? Hints { get; init; }

    /// <summary>How long it took in milliseconds.</summary>
    public int? DurationMs { get; init; }

    /// <summary>What was answered, at most 500 characters.</summary>
    public string? Response { get; init; }

    /// <summary>The misconception that it shows.</summary>
    public string? Misconception { get; init; }

    /// <summary>The seed of a generated item.</summary>
    public long? Form { get; init; }

    /// <summary>When it was given by the device's clock, RFC 3339.</summary>
    public string? At { get; init; }
}
