using System.Buffers;

namespace LiveClass.Records;

/// <summary>Outside ids: 1 to 64 characters of <c>[A-Za-z0-9._:-]</c>, case-sensitive.</summary>
public static class RecordId
{
    /// <summary>The most characters of an id.</summary>
    public const int MaxLength = 64;

    /// <summary>The most characters of a name.</summary>
    public const int MaxName = 200;

    private const string Allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-";
    private static readonly SearchValues<char> Characters = SearchValues.Create(Allowed);
    private static readonly SearchValues<byte> Bytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-"u8);

    /// <summary>True for a well-formed id.</summary>
    public static bool IsValid(ReadOnlySpan<char> id) => id.Length is > 0 and <= MaxLength && !id.ContainsAnyExcept(Characters);

    /// <summary>True for a well-formed id in UTF-8.</summary>
    public static bool IsValid(ReadOnlySpan<byte> id) => id.Length is > 0 and <= MaxLength && !id.ContainsAnyExcept(Bytes);

    /// <summary>True for a name of 1 to 200 characters that is not blank and has no control characters.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= MaxName && !string.IsNullOrWhiteSpace(name) && !name.AsSpan().ContainsAnyInRange('\0', '\u001f');

    /// <summary>True for free text of at most so many characters, without control characters but line breaks and tabs.</summary>
    public static bool IsText(string text, int most)
    {
        if (text.Length > most) return false;
        foreach (var character in text)
            if (char.IsControl(character) && character is not ('\n' or '\r' or '\t')) return false;
        return true;
    }
}
