using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace LiveClass.Learning.Items.Pictures;

/// <summary>Two rows of figures that belong together: two headings, then pairs. A question mark is the gap.</summary>
internal sealed record TablePicture(ImmutableArray<string> Cells) : Picture
{
    private const int Head = 120;
    private const int Cell = 72;
    private const int High = 44;

    private int Pairs => Cells.Length / 2 - 1;

    public bool Equals(TablePicture? other) => other is not null && Cells.SequenceEqual(other.Cells, StringComparer.Ordinal);

    public override int GetHashCode() => Cells.Length;

    public override string Svg()
    {
        var width = Head + Pairs * Cell;
        var text = new StringBuilder($"<rect class=\"item-part\" x=\"2\" y=\"2\" width=\"{width}\" height=\"{2 * High}\"/><path class=\"item-part\" d=\"M2 {High + 2}H{width + 2}\"/>");
        for (var pair = 0; pair < Pairs; pair++) text.Append($"<path class=\"item-part\" d=\"M{2 + Head + pair * Cell} 2V{2 * High + 2}\"/>");
        for (var index = 0; index < 2 * (Pairs + 1); index++)
        {
            var (column, row) = (index / 2, index % 2);
            var x = column == 0 ? 2 + Head / 2 : 2 + Head + (column - 1) * Cell + Cell / 2;
            var mark = Cells[index] == "?" ? "item-label item-gap" : "item-label";
            text.Append($"<text class=\"{mark}\" x=\"{x}\" y=\"{row * High + 31}\" text-anchor=\"middle\" font-size=\"18\" fill=\"currentColor\" stroke=\"none\">{WebUtility.HtmlEncode(Cells[index])}</text>");
        }

        return Frame("table", width + 4, 2 * High + 4, text.ToString());
    }

    public override string Alt(Language language)
    {
        var spanish = language == Language.Spanish;
        var columns = Enumerable.Range(1, Pairs).Select(pair => $"{Said(2 * pair, spanish)} {(spanish ? "con" : "with")} {Said(2 * pair + 1, spanish)}");
        return spanish
            ? $"Tabla de {Cells[0]} y {Cells[1]}: {string.Join("; ", columns)}"
            : $"Table of {Cells[0]} and {Cells[1]}: {string.Join("; ", columns)}";
    }

    private string Said(int cell, bool spanish) => Cells[cell] switch
    {
        "?" => spanish ? "hueco" : "blank",
        var figure when figure.StartsWith('\u2212') => $"{(spanish ? "menos" : "minus")} {figure[1..]}",
        var figure => figure,
    };
}
