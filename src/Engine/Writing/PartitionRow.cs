using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Writing;

/// <summary>What the store knows of a partition.</summary>
internal struct PartitionRow
{
    /// <summary>The newest owner's number.</summary>
    public long Epoch;

    /// <summary>The position up to which the journal covers every entry.</summary>
    public long Cursor;

    /// <summary>The last position of the log.</summary>
    public long Head;

    /// <summary>The last receipt time: the next is never earlier.</summary>
    public Instant LastReceived;

    /// <summary>The last row of the journal; not kept, found when the store is opened.</summary>
    public long JournalRow;
}
