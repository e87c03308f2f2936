namespace LiveClass.Records;

/// <summary>Ids are ASCII: widening a well-formed one needs no decoder and no heap.</summary>
internal static class Utf8Id
{
    /// <summary>False for bytes that are no well-formed id.</summary>
    public static bool TryWiden(ReadOnlySpan<byte> id, Span<char> into, out int length)
    {
        length = id.Length;
        if (!RecordId.IsValid(id)) return false;
        for (var i = 0; i < id.Length; i++) into[i] = (char)id[i];
        return true;
    }
}
