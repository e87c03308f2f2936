using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Ports;

/// <summary>
/// A row of the journal: what happened in one classroom. <see cref="From"/> is the classroom's version before it (the To of its
/// block before, 0 for the first), <see cref="To"/> the position of the last log entry that it covers.
/// </summary>
public sealed record JournalBlock(int Partition, ClassroomKey Classroom, long From, long To, Instant At, int Count, byte Format, ReadOnlyMemory<byte> Body);

/// <summary>A classroom's state at a position.</summary>
public sealed record Checkpoint(int Partition, ClassroomKey Classroom, long Version, Instant At, byte Format, ReadOnlyMemory<byte> Body);

/// <summary>The last that the journal knows of a classroom.</summary>
/// <param name="Classroom">The classroom.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="Version">The To of its last block.</param>
/// <param name="Due">When its owner must look at it next; none where nothing is due.</param>
/// <param name="Parked">True while it takes no turns: too many entries failed, or what is kept of it cannot be read.</param>
public sealed record ClassroomHead(ClassroomKey Classroom, int Partition, long Version, Instant Due, bool Parked);

/// <summary>Why an entry stands in quarantine.</summary>
public enum QuarantineReason : byte
{
    /// <summary>The same source and sequence with another body.</summary>
    SequenceConflict = 1,
    /// <summary>Its source is too far ahead or has too many gaps.</summary>
    SourceFull = 2,
    /// <summary>A turn failed on it.</summary>
    TurnFailed = 3,
    /// <summary>The process died on it twice.</summary>
    ProcessDied = 4,
    /// <summary>It names something that the classroom does not have.</summary>
    Unknown = 5,
}

/// <summary>An entry that a turn could not digest, kept with the reason. Replay never handles its position again.</summary>
public sealed record Quarantined(int Partition, long Position, ClassroomKey Classroom, Instant At, QuarantineReason Reason);

/// <summary>
/// What an owner makes durable at once: journal blocks, checkpoints, heads and quarantined entries, and the partition's cursor
/// up to which every entry of the log is covered. All or nothing.
/// </summary>
/// <param name="Partition">The partition.</param>
/// <param name="Epoch">The owner's epoch; refused where a newer one exists.</param>
/// <param name="Cursor">The position up to which all entries are covered; never falls.</param>
/// <param name="Blocks">Journal blocks, each continuing its classroom's last.</param>
/// <param name="Checkpoints">Checkpoints at the version of the classroom's last block.</param>
/// <param name="Heads">Heads of the classrooms that changed.</param>
/// <param name="Quarantined">Entries for the quarantine.</param>
public sealed record JournalCommit(
    int Partition, long Epoch, long Cursor,
    IReadOnlyList<JournalBlock> Blocks, IReadOnlyList<Checkpoint> Checkpoints,
    IReadOnlyList<ClassroomHead> Heads, IReadOnlyList<Quarantined> Quarantined);

/// <summary>How a commit ended.</summary>
public enum CommitResult : byte
{
    /// <summary>Durable.</summary>
    Committed,
    /// <summary>A newer owner exists: stop owning the partition.</summary>
    Fenced,
    /// <summary>The store cannot keep anything now; whether this commit is kept is unknown. Commit the same again (it is idempotent).</summary>
    Unavailable,
}

/// <summary>
/// What happened, in order, with the results. Written by a partition's owner alone. Reads throw
/// <see cref="StoreUnavailableException"/> while the store cannot be read.
/// </summary>
public interface IJournal
{
    /// <summary>
    /// Makes a commit durable. The same commit again (same blocks) changes nothing. A commit of a newer epoch than any before makes
    /// that the newest. A block that does not continue its classroom's last is a bug of the owner: nothing of its commit is written,
    /// and <see cref="InvalidOperationException"/> is thrown.
    /// </summary>
    ValueTask<CommitResult> CommitAsync(JournalCommit commit, CancellationToken cancellation = default);

    /// <summary>The partition's cursor; 0 at the start.</summary>
    ValueTask<long> CursorAsync(int partition, CancellationToken cancellation = default);

    /// <summary>Blocks of a classroom whose To is beyond a position, in order, up to about <paramref name="maxBytes"/> but at least one.</summary>
    ValueTask<IReadOnlyList<JournalBlock>> ReadClassroomAsync(ClassroomKey classroom, long after, int maxBytes, CancellationToken cancellation = default);

    /// <summary>
    /// Blocks of a partition in the order of their writing, after a row number (0: from the start), for reactors.
    /// Gives the row number of each.
    /// </summary>
    ValueTask<IReadOnlyList<(long Row, JournalBlock Block)>> ReadPartitionAsync(int partition, long afterRow, int maxBytes, CancellationToken cancellation = default);

    /// <summary>Ends when the partition may have a row beyond this one, or after a time.</summary>
    ValueTask WaitAsync(int partition, long afterRow, TimeSpan atMost, CancellationToken cancellation = default);
}

/// <summary>Classrooms' states at positions, and what the journal last knows of each. Written through <see cref="IJournal.CommitAsync"/>.</summary>
public interface ICheckpoints
{
    /// <summary>The newest checkpoint of a classroom, or null.</summary>
    ValueTask<Checkpoint?> LatestAsync(ClassroomKey classroom, CancellationToken cancellation = default);

    /// <summary>The head of a classroom, or null.</summary>
    ValueTask<ClassroomHead?> HeadAsync(ClassroomKey classroom, CancellationToken cancellation = default);

    /// <summary>The heads of a partition.</summary>
    ValueTask<IReadOnlyList<ClassroomHead>> HeadsAsync(int partition, CancellationToken cancellation = default);
}

/// <summary>What a person decided of a quarantined entry.</summary>
public enum QuarantineDecision : byte
{
    /// <summary>Nothing yet.</summary>
    Open,
    /// <summary>Appended anew.</summary>
    Released,
    /// <summary>Left out for good.</summary>
    Discarded,
}

/// <summary>An entry in quarantine with its number and what was decided.</summary>
public sealed record QuarantineRow(long Id, Quarantined Entry, QuarantineDecision Decision);

/// <summary>Entries that turns could not digest. Written through <see cref="IJournal.CommitAsync"/>.</summary>
public interface IQuarantine
{
    /// <summary>Every quarantined position of a partition after a position, with the reason: what replay skips.</summary>
    ValueTask<IReadOnlyList<Quarantined>> PositionsAsync(int partition, long after, CancellationToken cancellation = default);

    /// <summary>Rows of a classroom (or of all), newest first, at most <paramref name="limit"/>.</summary>
    ValueTask<IReadOnlyList<QuarantineRow>> ListAsync(ClassroomKey? classroom, int limit, CancellationToken cancellation = default);

    /// <summary>One row, or null.</summary>
    ValueTask<QuarantineRow?> FindAsync(long id, CancellationToken cancellation = default);

    /// <summary>Keeps a decision. False where the row was not open. Throws <see cref="StoreUnavailableException"/> where it is unknown.</summary>
    ValueTask<bool> DecideAsync(long id, QuarantineDecision decision, CancellationToken cancellation = default);
}

/// <summary>Durable cursors of reactors, one for each reactor and partition: the journal row up to which its work is done.</summary>
public interface IReactorCursors
{
    /// <summary>The row; 0 at the start.</summary>
    ValueTask<long> GetAsync(string reactor, int partition, CancellationToken cancellation = default);

    /// <summary>Moves it.</summary>
    ValueTask<CommitResult> SetAsync(string reactor, int partition, long row, CancellationToken cancellation = default);
}
