using System.Buffers.Text;
using System.Text;

namespace LiveClass.Web.Reading;

/// <summary>Where a page of a list ends. Clients give it back as it came; what is in it is ours to change.</summary>
internal static class Cursors
{
    /// <summary>The cursor of a position in a list.</summary>
    public static string Of(char list, long position) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{list}{position}"));

    /// <summary>The position of a cursor of that list; 0 where there is no cursor.</summary>
    public static bool TryRead(char list, string? cursor, out long position)
    {
        position = 0;
        if (string.IsNullOrEmpty(cursor)) return true;
        if (cursor.Length > 40 || !Base64Url.IsValid(cursor)) return false;
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return text.Length > 1 && text[0] == list && long.TryParse(text.AsSpan(1), out position) && position >= 0;
    }
}
