using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Silo.Partitions;

/// <summary>
/// Walks a block of the log by its count, whatever its body holds: each position has one entry, and one whose bytes cannot be told
/// apart, or are of a format that this version does not know, is empty. Its turn fails, and that is all that fails.
/// </summary>
internal ref struct BlockEntries(LogBlock block)
{
    private readonly long last = block.Last;
    private ByteReader reader = new(block.Body.Span);
    private bool lost = block.Format != EntryFormat.Version;

    /// <summary>The position of <see cref="Current"/>.</summary>
    public long Position { get; private set; } = block.First - 1;

    /// <summary>The entry's bytes.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Goes to the next position; false at the end.</summary>
    public bool MoveNext()
    {
        if (Position == last) return false;
        Position++;
        Current = lost ? default : Next();
        return true;
    }

    private ReadOnlySpan<byte> Next()
    {
        try
        {
            return reader.Bytes();
        }
        catch (FormatViolationException)
        {
            lost = true;
            return default;
        }
    }
}
