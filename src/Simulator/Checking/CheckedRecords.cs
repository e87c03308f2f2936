using System.Collections.Immutable;

namespace LiveClass.Simulator.Checking;

/// <summary>An answer that the server acknowledged to its sender: from the sender's own ledger.</summary>
/// <param name="Source">The outbox, by its name.</param>
/// <param name="Sequence">Its number.</param>
/// <param name="Fingerprint">Of the body as it was sent: <see cref="AnswerFingerprint"/>.</param>
public readonly record struct AcknowledgedAnswer(string Source, long Sequence, ulong Fingerprint);

/// <summary>An answer as it stands in the log, read from the files of a server that has stopped.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Position">The position in it.</param>
/// <param name="Source">The outbox, by its name.</param>
/// <param name="Sequence">Its number.</param>
/// <param name="Fingerprint">Of the content, with keys turned back into outside ids.</param>
public readonly record struct LoggedAnswer(int Partition, long Position, string Source, long Sequence, ulong Fingerprint);

/// <summary>An effect: an answer that was counted.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Position">The position of the entry that was counted.</param>
/// <param name="Source">The outbox, by its name.</param>
/// <param name="Sequence">Its number.</param>
public readonly record struct CountedAnswer(int Partition, long Position, string Source, long Sequence);

/// <summary>An entry that the server keeps in quarantine: in the log, rightly not counted.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Position">The position in it.</param>
public readonly record struct QuarantinedEntry(int Partition, long Position);

/// <summary>The hash of a classroom's kept state beside that of a fresh fold of the log.</summary>
/// <param name="Classroom">The classroom.</param>
/// <param name="Kept">As the server left it: checkpoint and journal.</param>
/// <param name="Folded">As the rules make it from the log alone.</param>
public readonly record struct StateHashes(string Classroom, string Kept, string Folded);

/// <summary>All that is checked. The order matters in <see cref="Logged"/> (ascending by position in each partition) and <see cref="Counted"/> (the order of effects in each partition).</summary>
public sealed record CheckedRecords
{
    /// <summary>What was acknowledged.</summary>
    public required IReadOnlyCollection<AcknowledgedAnswer> Acknowledged { get; init; }

    /// <summary>The log.</summary>
    public required IReadOnlyCollection<LoggedAnswer> Logged { get; init; }

    /// <summary>What was counted, in the order in which it took effect.</summary>
    public required IReadOnlyCollection<CountedAnswer> Counted { get; init; }

    /// <summary>What is in quarantine.</summary>
    public IReadOnlyCollection<QuarantinedEntry> Quarantined { get; init; } = [];

    /// <summary>The classrooms' state.</summary>
    public ImmutableArray<StateHashes> Hashes { get; init; } = [];
}

/// <summary>What went wrong.</summary>
public enum FindingKind
{
    /// <summary>Acknowledged, and not in the log; or in the log, and not counted.</summary>
    Lost,

    /// <summary>Counted more than once.</summary>
    Doubled,

    /// <summary>What was counted has another body than what was acknowledged.</summary>
    Changed,

    /// <summary>Effects of one source in another order than the log's.</summary>
    OutOfOrder,

    /// <summary>Counted, and not in the log at that position.</summary>
    Unfounded,

    /// <summary>The kept state is not a fold of the log.</summary>
    StateDiffers,
}

/// <summary>One thing that went wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Source">The outbox, or the classroom for a state.</param>
/// <param name="Sequence">The number; 0 for a state.</param>
/// <param name="Detail">Expected and found.</param>
public sealed record Finding(FindingKind Kind, string Source, long Sequence, string Detail);
