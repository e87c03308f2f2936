namespace LiveClass.Learning.Items.Numbers;

/// <summary>An expression in one letter: <see cref="Slope"/> times the letter, plus <see cref="Constant"/>.</summary>
/// <param name="Slope">How many of the letter.</param>
/// <param name="Constant">The part without the letter.</param>
public readonly record struct Linear(Rational Slope, Rational Constant)
{
    /// <summary>The sum.</summary>
    public static Linear operator +(Linear a, Linear b) => new(a.Slope + b.Slope, a.Constant + b.Constant);

    /// <summary>The difference.</summary>
    public static Linear operator -(Linear a, Linear b) => new(a.Slope - b.Slope, a.Constant - b.Constant);

    /// <summary>Each part times a number.</summary>
    public static Linear operator *(Linear a, Rational by) => new(a.Slope * by, a.Constant * by);

    /// <summary>As it is typed: <c>3x+6</c>, <c>-x</c>, <c>1/2x-3</c>.</summary>
    /// <param name="letter">The letter.</param>
    public string ToText(string letter)
    {
        if (Slope == 0) return Constant.ToString();
        var first = (Slope == 1 ? "" : Slope == -1 ? "-" : Slope.ToString()) + letter;
        return Constant == 0 ? first : Constant > 0 ? $"{first}+{Constant}" : $"{first}{Constant}";
    }
}
