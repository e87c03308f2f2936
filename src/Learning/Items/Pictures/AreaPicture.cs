using System.Text;

namespace LiveClass.Learning.Items.Pictures;

/// <summary>A unit square in columns and rows; <paramref name="Wide"/> columns by <paramref name="High"/> rows are shaded.</summary>
internal sealed record AreaPicture(int Columns, int Wide, int Rows, int High) : Picture
{
    private const int Side = 216;

    public override string Svg()
    {
        var text = new StringBuilder($"<rect class=\"item-shaded\" x=\"4\" y=\"4\" width=\"{At((double)Side * Wide / Columns)}\" height=\"{At((double)Side * High / Rows)}\" fill=\"currentColor\" fill-opacity=\"0.45\" stroke=\"none\"/>");
        text.Append($"<rect class=\"item-part\" x=\"4\" y=\"4\" width=\"{Side}\" height=\"{Side}\"/>");
        for (var column = 1; column < Columns; column++) text.Append($"<path class=\"item-part\" d=\"M{At(4 + (double)Side * column / Columns)} 4V{Side + 4}\"/>");
        for (var row = 1; row < Rows; row++) text.Append($"<path class=\"item-part\" d=\"M4 {At(4 + (double)Side * row / Rows)}H{Side + 4}\"/>");
        return Frame("area", Side + 8, Side + 8, text.ToString());
    }

    public override string Alt(Language language) => language == Language.Spanish
        ? $"Un cuadrado en {Columns} columnas y {Rows} filas; están coloreadas {Wide} de las columnas en {High} de las filas"
        : $"A square in {Columns} columns and {Rows} rows; {Wide} of the columns are shaded in {High} of the rows";
}
