using System.Globalization;

namespace LiveClass.Learning.Items.Numbers;

/// <summary>An exact fraction in lowest terms with a positive bottom. What does not fit into 64 bits throws <see cref="OverflowException"/>.</summary>
public readonly record struct Rational : IComparable<Rational>
{
    private readonly long bottomLessOne;

    /// <summary>Makes <paramref name="top"/> over <paramref name="bottom"/> in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The bottom is 0.</exception>
    public Rational(long top, long bottom = 1)
    {
        if (bottom == 0) throw new DivideByZeroException();
        var shared = Gcd(top, bottom);
        if (bottom < 0) shared = -shared;
        Top = checked(top / shared);
        bottomLessOne = checked(bottom / shared) - 1;
    }

    /// <summary>The top, with the sign.</summary>
    public long Top { get; }

    /// <summary>The bottom, at least 1.</summary>
    public long Bottom => bottomLessOne + 1;

    /// <summary>Whether it is a whole number.</summary>
    public bool IsWhole => bottomLessOne == 0;

    /// <summary>The largest whole number that is not above it.</summary>
    public Rational Floor => new((Top - Modulo(Top, Bottom)) / Bottom);

    /// <summary>Without its sign.</summary>
    public Rational Abs => new(Math.Abs(Top), Bottom);

    /// <summary>A whole number as a fraction.</summary>
    public static implicit operator Rational(long whole) => new(whole);

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational a, Rational b) => checked(new(a.Top * b.Bottom + b.Top * a.Bottom, a.Bottom * b.Bottom));

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational a, Rational b) => checked(new(a.Top * b.Bottom - b.Top * a.Bottom, a.Bottom * b.Bottom));

    /// <summary>The opposite.</summary>
    public static Rational operator -(Rational a) => new(checked(-a.Top), a.Bottom);

    /// <summary>The product.</summary>
    public static Rational operator *(Rational a, Rational b) => checked(new(a.Top * b.Top, a.Bottom * b.Bottom));

    /// <summary>The quotient.</summary>
    public static Rational operator /(Rational a, Rational b) => checked(new(a.Top * b.Bottom, a.Bottom * b.Top));

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first is not more.</summary>
    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first is not less.</summary>
    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Rational other) => ((Int128)Top * other.Bottom).CompareTo((Int128)other.Top * Bottom);

    /// <summary>As a decimal with at most <paramref name="places"/> places, exactly; false where it has more or no end.</summary>
    public bool TryDecimal(int places, out string text)
    {
        var scale = 1L;
        for (var place = 0; place <= places; place++, scale *= 10)
        {
            if (scale % Bottom != 0) continue;
            var digits = ((Int128)Math.Abs(Top) * (scale / Bottom)).ToString(CultureInfo.InvariantCulture).PadLeft(place + 1, '0');
            text = (Top < 0 ? "-" : "") + (place == 0 ? digits : $"{digits[..^place]}.{digits[^place..]}");
            return true;
        }

        text = "";
        return false;
    }

    /// <summary><c>3</c>, <c>-3/4</c>.</summary>
    public override string ToString() => IsWhole ? $"{Top}" : $"{Top}/{Bottom}";

    /// <summary>The greatest number that divides both; not negative.</summary>
    public static long Gcd(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return Math.Abs(a);
    }

    private static long Modulo(long value, long by) => (value % by + by) % by;
}
