using System.Text;
using LiveClass.Learning.Items.Numbers;

namespace LiveClass.Learning.Items.Pictures;

/// <summary>A number line with a mark at each multiple of <paramref name="Marks"/>, numbers at multiples of <paramref name="Labels"/> and a dot.</summary>
internal sealed record LinePicture(Rational From, Rational To, Rational Marks, Rational Dot, Rational Labels) : Picture
{
    private const int Width = 560;
    private const int Edge = 24;

    public override string Svg()
    {
        var text = new StringBuilder($"<path class=\"item-axis\" d=\"M{Edge} 40H{Width - Edge}\"/>");
        for (var mark = From; mark <= To; mark += Marks)
        {
            var labelled = (mark / Labels).IsWhole;
            text.Append($"<path class=\"item-mark\" d=\"M{X(mark)} {(labelled ? 28 : 33)}V{(labelled ? 52 : 47)}\"/>");
            if (labelled) text.Append($"<text class=\"item-label\" x=\"{X(mark)}\" y=\"74\" text-anchor=\"middle\" font-size=\"18\" fill=\"currentColor\" stroke=\"none\">{Label(mark)}</text>");
        }

        text.Append($"<circle class=\"item-dot\" cx=\"{X(Dot)}\" cy=\"40\" r=\"8\" fill=\"currentColor\"/>");
        return Frame("line", Width, 84, text.ToString());
    }

    public override string Alt(Language language)
    {
        var marks = ((To - From) / Marks).Floor.Top;
        var jumps = ((Dot - From) / Marks).Floor.Top;
        var first = Said(From, language);
        var last = Said(To, language);
        return language == Language.Spanish
            ? $"Una recta de {first} a {last} en {marks} saltos iguales, un punto tras {(jumps == 1 ? "1 salto" : $"{jumps} saltos")} desde {first}"
            : $"A number line from {first} to {last} in {marks} equal jumps, a dot after {jumps} {(jumps == 1 ? "jump" : "jumps")} from {first}";
    }

    private string X(Rational value)
    {
        var along = (value - From) / (To - From);
        return At(Edge + (Width - 2.0 * Edge) * along.Top / along.Bottom);
    }
}
