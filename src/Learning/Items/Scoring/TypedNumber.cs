using System.Globalization;
using LiveClass.Learning.Items.Numbers;

namespace LiveClass.Learning.Items.Scoring;

/// <summary>A number as it was typed: <c>2.5</c>, <c>3/4</c>, <c>-1 3/4</c>; a decimal comma and the long minus are read too.</summary>
/// <param name="Value">What it is worth.</param>
/// <param name="HasWhole">There is a whole number before the fraction, or no fraction at all.</param>
/// <param name="Top">The fraction's top as typed; 0 without a fraction.</param>
/// <param name="Bottom">The fraction's bottom as typed; 1 without a fraction.</param>
internal readonly record struct TypedNumber(Rational Value, bool HasWhole, long Top, long Bottom)
{
    private const int MostDigits = 9;

    public static bool TryRead(string response, out TypedNumber typed)
    {
        typed = default;
        var text = response.Trim().Replace('\u2212', '-').Replace(',', '.');
        var negative = text.StartsWith('-');
        if (negative) text = text[1..].TrimStart();
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var whole = 0L;
        if (space >= 0 && !TryDigits(text[..space], out whole)) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return space < 0 && TryDecimal(text, negative, out typed);
        if (!TryDigits(text[(space + 1)..slash].Trim(), out var top) || !TryDigits(text[(slash + 1)..].Trim(), out var bottom) || bottom == 0) return false;
        var value = new Rational(top, bottom) + whole;
        typed = new TypedNumber(negative ? -value : value, space >= 0, top, bottom);
        return true;
    }

    private static bool TryDecimal(string text, bool negative, out TypedNumber typed)
    {
        typed = default;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : text.Length - point - 1;
        if (point >= 0 && (places == 0 || point == 0)) return false;
        if (!TryDigits(point < 0 ? text : text.Remove(point, 1), out var digits)) return false;
        var value = new Rational(digits, (long)Math.Pow(10, places));
        typed = new TypedNumber(negative ? -value : value, true, 0, 1);
        return true;
    }

    private static bool TryDigits(string text, out long digits)
    {
        digits = 0;
        return text.Length <= MostDigits && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out digits);
    }
}
