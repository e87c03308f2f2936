using System.Text;

namespace LiveClass.Learning.Items.Pictures;

/// <summary>The shape that is cut into parts.</summary>
internal enum PartsShape
{
    Bar,
    Circle,
    Unequal,
}

/// <summary>A shape in parts of which some are shaded, from the <paramref name="First"/>-th on and round again.</summary>
internal sealed record PartsPicture(PartsShape Shape, int Parts, int Shaded, int First) : Picture
{
    private const int Width = 320;
    private const int Height = 72;
    private const int Radius = 96;

    public override string Svg() => Shape == PartsShape.Circle
        ? Frame("circle", 2 * Radius + 8, 2 * Radius + 8, Slices())
        : Frame("bar", Width + 4, Height + 4, Columns());

    public override string Alt(Language language)
    {
        var spanish = language == Language.Spanish;
        if (Shape == PartsShape.Unequal)
            return spanish ? $"Una barra en {Parts} partes de distinto tamaño, {Coloured()}" : $"A bar in {Parts} parts of different sizes, {Shaded} shaded";
        var shape = Shape == PartsShape.Circle ? (spanish ? "Un círculo" : "A circle") : spanish ? "Una barra" : "A bar";
        return spanish ? $"{shape} en {Parts} partes iguales, {Coloured()}" : $"{shape} in {Parts} equal parts, {Shaded} shaded";
    }

    private string Coloured() => Shaded == 1 ? "1 coloreada" : $"{Shaded} coloreadas";

    private bool IsShaded(int part) => (part - First % Parts + Parts) % Parts < Shaded;

    private string Part(int part) => IsShaded(part) ? "class=\"item-part item-shaded\" fill=\"currentColor\" fill-opacity=\"0.45\"" : "class=\"item-part\"";

    private string Columns()
    {
        var text = new StringBuilder();
        var left = 2.0;
        for (var part = 0; part < Parts; part++)
        {
            var width = Shape == PartsShape.Unequal ? Uneven(part) : (double)Width / Parts;
            text.Append($"<rect {Part(part)} x=\"{At(left)}\" y=\"2\" width=\"{At(width)}\" height=\"{Height}\"/>");
            left += width;
        }

        return text.ToString();
    }

    /// <summary>Widths grow evenly; the last is three times the first.</summary>
    private double Uneven(int part) => (double)Width / Parts * (0.5 + (Parts == 1 ? 0.5 : (double)part / (Parts - 1)));

    private string Slices()
    {
        var centre = Radius + 4;
        var text = new StringBuilder();
        if (Parts == 1) return $"<circle {Part(0)} cx=\"{centre}\" cy=\"{centre}\" r=\"{Radius}\"/>";
        for (var part = 0; part < Parts; part++)
        {
            var (from, to) = (Turn(part), Turn(part + 1));
            text.Append($"<path {Part(part)} d=\"M{centre} {centre}L{At(centre + from.X)} {At(centre + from.Y)}A{Radius} {Radius} 0 0 1 {At(centre + to.X)} {At(centre + to.Y)}Z\"/>");
        }

        return text.ToString();
    }

    private (double X, double Y) Turn(int part)
    {
        var angle = 2 * Math.PI * part / Parts;
        return (Radius * Math.Sin(angle), -Radius * Math.Cos(angle));
    }
}
