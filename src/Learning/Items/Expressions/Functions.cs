using System.Collections.Immutable;
using LiveClass.Learning.Items.Numbers;
using LiveClass.Learning.Items.Pictures;

namespace LiveClass.Learning.Items.Expressions;

/// <summary>The functions of the template language, with how many arguments each takes.</summary>
internal static class Functions
{
    private sealed record Entry(int Least, int Most, Func<ImmutableArray<Value>, Value> Function);

    private static readonly ImmutableDictionary<string, Entry> All = new Dictionary<string, Entry>(StringComparer.Ordinal)
    {
        ["gcd"] = Numbers(2, (a, b) => Gcd(a, b)),
        ["lcm"] = Numbers(2, (a, b) => a * b / Gcd(a, b)),
        ["min"] = Numbers(2, (a, b) => a < b ? a : b),
        ["max"] = Numbers(2, (a, b) => a > b ? a : b),
        ["mod"] = Numbers(2, (a, b) => a - b * (a / b).Floor),
        ["abs"] = Number(a => a.Abs),
        ["floor"] = Number(a => a.Floor),
        ["top"] = Number(a => a.Top),
        ["bottom"] = Number(a => a.Bottom),
        ["decimals"] = Number(a => a.TryDecimal(6, out var text) ? text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0 : 99),
        ["joined"] = new(2, 2, values => new NumberValue(long.Parse($"{Whole(values[0])}{Whole(values[1])}", System.Globalization.CultureInfo.InvariantCulture))),
        ["linear"] = new(3, 3, values => new LinearValue(new Linear(values[0].Number, values[1].Number), values[2].Text)),
        ["bar"] = new(2, 3, values => Shown(new PartsPicture(PartsShape.Bar, Size(values[0]), Size(values[1]), values.Length > 2 ? Size(values[2]) : 0))),
        ["circle"] = new(2, 3, values => Shown(new PartsPicture(PartsShape.Circle, Size(values[0]), Size(values[1]), values.Length > 2 ? Size(values[2]) : 0))),
        ["unequal"] = new(2, 2, values => Shown(new PartsPicture(PartsShape.Unequal, Size(values[0]), Size(values[1]), 0))),
        ["dot"] = new(4, 5, values => Shown(new LinePicture(values[0].Number, values[1].Number, values[2].Number, values[3].Number, values.Length > 4 ? values[4].Number : 1))),
        ["counters"] = new(2, 2, values => Shown(new CountersPicture(Size(values[0]), Size(values[1])))),
        ["area"] = new(4, 4, values => Shown(new AreaPicture(Size(values[0]), Size(values[1]), Size(values[2]), Size(values[3])))),
        ["table"] = new(6, 14, values => Shown(new TablePicture(values.Select(Cell).ToImmutableArray()))),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The call of a function; says what is wrong with it where it cannot be made.</summary>
    public static Expression Call(string name, ImmutableArray<Expression> arguments)
    {
        if (name == "if")
            return arguments.Length == 3 ? new Choosing(arguments[0], arguments[1], arguments[2]) : throw new ItemTemplateException("if takes 3 arguments: a condition and two values.");
        if (!All.TryGetValue(name, out var entry)) throw new ItemTemplateException($"There is no function {name}. There are: if, {string.Join(", ", All.Keys.Order(StringComparer.Ordinal))}.");
        return arguments.Length >= entry.Least && arguments.Length <= entry.Most
            ? new Call(entry.Function, arguments)
            : throw new ItemTemplateException($"{name} takes {entry.Least}{(entry.Most > entry.Least ? $" to {entry.Most}" : "")} arguments, not {arguments.Length}.");
    }

    private static Entry Number(Func<Rational, Rational> of) => new(1, 1, values => new NumberValue(of(values[0].Number)));

    private static Entry Numbers(int count, Func<Rational, Rational, Rational> of) =>
        new(count, 9, values => new NumberValue(values.Skip(1).Aggregate(values[0].Number, (sum, value) => of(sum, value.Number))));

    private static Rational Gcd(Rational a, Rational b) => Rational.Gcd(Whole(a), Whole(b));

    private static long Whole(Value value) => Whole(value.Number);

    private static long Whole(Rational value) => value.IsWhole ? value.Top : throw new ItemTemplateException($"{value} stands where a whole number must stand.");

    private static int Size(Value value) => (int)Whole(value);

    private static string Cell(Value value) => value is TextValue text ? text.Is : value.Number.TryDecimal(3, out var digits) ? digits.Replace('-', '\u2212') : value.Number.ToString();

    private static PictureValue Shown(Picture picture) => new(picture);
}
