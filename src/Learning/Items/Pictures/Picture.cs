using LiveClass.Learning.Items.Numbers;

namespace LiveClass.Learning.Items.Pictures;

/// <summary>A picture that a template can draw: SVG in currentColor, legible at 260 px high, with words for who does not see it.</summary>
internal abstract record Picture
{
    /// <summary>The SVG element.</summary>
    public abstract string Svg();

    /// <summary>What it shows, without saying what is asked.</summary>
    public abstract string Alt(Language language);

    protected static string Frame(string name, int width, int height, string inside) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" class="item-picture item-{name}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">{inside}</svg>""";

    /// <summary>Coordinates with at most one decimal.</summary>
    protected static string At(double value) => Math.Round(value, 1).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    protected static string Label(Rational value) => (value.TryDecimal(2, out var digits) ? digits : value.ToString()).Replace('-', '\u2212');

    /// <summary>A number as a voice reads it.</summary>
    protected static string Said(Rational value, Language language) =>
        Texts.SpokenMath.Of(Texts.MathOfValue.Of(value, value.TryDecimal(2, out _) && value.Bottom > 12 ? "decimal" : "mixed"), language);
}
