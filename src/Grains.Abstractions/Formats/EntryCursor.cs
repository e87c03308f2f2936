namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>Walks the entries of a log block's body.</summary>
public ref struct EntryCursor(ReadOnlySpan<byte> body, long first)
{
    private ByteReader reader = new(body);
    private long next = first;

    /// <summary>The position of <see cref="Current"/>.</summary>
    public readonly long Position => next - 1;

    /// <summary>The entry's bytes, without its length.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Goes to the next entry; false at the end.</summary>
    public bool MoveNext()
    {
        if (reader.AtEnd) return false;
        Current = reader.Bytes();
        next++;
        return true;
    }
}
