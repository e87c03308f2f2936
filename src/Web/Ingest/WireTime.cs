using System.Globalization;
using System.Text;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Web.Ingest;

/// <summary>Times on the wire: RFC 3339 with an offset, so that no machine's own zone matters.</summary>
internal static class WireTime
{
    private const int Longest = 40;

    /// <summary>Reads a time in UTF-8; false where it is none or lacks its offset.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Instant at)
    {
        at = default;
        Span<char> characters = stackalloc char[Longest];
        return text.Length <= Longest && Encoding.ASCII.TryGetChars(text, characters, out var length) && TryParse(characters[..length], out at);
    }

    /// <summary>Reads a time; false where it is none or lacks its offset.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Instant at)
    {
        at = default;
        if (text.Length is < 20 or > Longest || text[4] != '-' || text[10] is not ('T' or 't')) return false;
        if (text[^1] is not ('Z' or 'z') && text[^6] is not ('+' or '-')) return false;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return false;
        at = Instant.Of(time);
        return at.IsSome;
    }

    /// <summary>A time as it is written: UTC, with milliseconds where there are any.</summary>
    public static string Format(Instant at) =>
        at.ToDateTimeOffset().ToString(at.Milliseconds % 1000 == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
