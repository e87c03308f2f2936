using System.Text;

namespace LiveClass.Learning.Items.Pictures;

/// <summary>Red circles and blue squares, told apart by shape and filling as well as by colour.</summary>
internal sealed record CountersPicture(int Red, int Blue) : Picture
{
    private const int Cell = 36;
    private const int Columns = 8;

    public override string Svg()
    {
        var text = new StringBuilder();
        for (var counter = 0; counter < Red + Blue; counter++)
        {
            var (x, y) = (counter % Columns * Cell, counter / Columns * Cell);
            text.Append(counter < Red
                ? $"<circle class=\"item-red\" cx=\"{x + Cell / 2}\" cy=\"{y + Cell / 2}\" r=\"13\" fill=\"currentColor\"/>"
                : $"<rect class=\"item-blue\" x=\"{x + 6}\" y=\"{y + 6}\" width=\"24\" height=\"24\"/>");
        }

        return Frame("counters", Math.Min(Columns, Red + Blue) * Cell, (Red + Blue + Columns - 1) / Columns * Cell, text.ToString());
    }

    public override string Alt(Language language) => language == Language.Spanish
        ? $"{Red} {(Red == 1 ? "círculo rojo" : "círculos rojos")} y {Blue} {(Blue == 1 ? "cuadrado azul" : "cuadrados azules")}"
        : $"{Red} red {(Red == 1 ? "circle" : "circles")} and {Blue} blue {(Blue == 1 ? "square" : "squares")}";
}
