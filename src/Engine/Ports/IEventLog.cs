using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Ports;

/// <summary>Entries of one classroom on their way into the log. The body is whole entries one after the other.</summary>
/// <param name="Partition">The classroom's partition, 0 to 63.</param>
/// <param name="Classroom">The classroom.</param>
/// <param name="Count">How many entries the body holds, at least 1.</param>
/// <param name="Format">The version of the body's format.</param>
/// <param name="Body">The entries. The caller must not change it until the append has ended.</param>
/// <param name="Priority">Commands and the owner's own entries go before a flood of evidence and are not held by its bounds.</param>
public readonly record struct LogAppend(
    int Partition, ClassroomKey Classroom, int Count, byte Format, ReadOnlyMemory<byte> Body, bool Priority = false);

/// <summary>How an append ended.</summary>
public enum AppendResult : byte
{
    /// <summary>Durable.</summary>
    Appended,
    /// <summary>Nothing was taken: the queue, or this classroom's share of it, is full. Try again shortly.</summary>
    Busy,
    /// <summary>The store cannot keep anything now. Nothing is acknowledged; whether this append is kept is unknown. Send it again.</summary>
    Unavailable,
}

/// <summary>The end of an append.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="First">The position of its first entry; the others follow without a gap. 0 where not appended.</param>
/// <param name="Received">The receipt time that the log stamped.</param>
public readonly record struct Appended(AppendResult Result, long First, Instant Received);

/// <summary>
/// A row of the log: what one classroom got in one commit. Positions count entries, from 1, for each partition; the next
/// block of the partition starts at <see cref="First"/> + <see cref="Count"/>. All its entries carry its receipt time.
/// </summary>
public sealed record LogBlock(int Partition, long First, int Count, Instant Received, ClassroomKey Classroom, byte Format, ReadOnlyMemory<byte> Body)
{
    /// <summary>The position of the last entry.</summary>
    public long Last => First + Count - 1;
}

/// <summary>
/// The ordered, durable record of what came in: one order for each partition. Whoever reads a position has been able to read every
/// one before it. Reads throw <see cref="StoreUnavailableException"/> while the store cannot be read.
/// </summary>
public interface IEventLog
{
    /// <summary>
    /// Appends. Ends when the entries are durable, or not taken. Appends of one classroom keep their order, commands before the
    /// evidence that waits; those that share a commit share a block. Cancellation counts until the append is queued: from then on
    /// the body belongs to the log until this has ended, which it does soon, whatever happens to the disk.
    /// </summary>
    ValueTask<Appended> AppendAsync(LogAppend append, CancellationToken cancellation = default);

    /// <summary>
    /// Blocks of a partition after a position, in order, up to about <paramref name="maxBytes"/> of bodies but at least one.
    /// A position inside a block gives that whole block: the reader skips what it has. Empty at the head.
    /// </summary>
    ValueTask<IReadOnlyList<LogBlock>> ReadAsync(int partition, long after, int maxBytes, CancellationToken cancellation = default);

    /// <summary>The same for one classroom. A classroom lives in one partition for ever.</summary>
    ValueTask<IReadOnlyList<LogBlock>> ReadClassroomAsync(ClassroomKey classroom, long after, int maxBytes, CancellationToken cancellation = default);

    /// <summary>The last durable position of a partition; 0 where it is empty.</summary>
    ValueTask<long> HeadAsync(int partition, CancellationToken cancellation = default);

    /// <summary>Ends when the partition's head may be beyond a position, or after a time. May end early; the caller reads.</summary>
    ValueTask WaitAsync(int partition, long after, TimeSpan atMost, CancellationToken cancellation = default);
}
