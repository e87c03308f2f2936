using System.Collections.Immutable;
using System.Globalization;
using LiveClass.Learning.Items.Numbers;

namespace LiveClass.Learning.Items.Expressions;

/// <summary>
/// Reads an expression. From loose to tight: <c>or</c>, <c>and</c>, <c>not</c>, comparisons, <c>+ -</c>, <c>* /</c>, a leading minus,
/// then numbers, names, 'texts', calls and brackets.
/// </summary>
internal ref struct ExpressionParser(string text)
{
    private int at;

    public static Expression Read(string text)
    {
        var parser = new ExpressionParser(text);
        var read = parser.Or();
        parser.SkipSpace();
        return parser.at == text.Length ? read : throw parser.Unexpected();
    }

    /// <summary>Reads expressions that commas part.</summary>
    public static ImmutableArray<Expression> ReadList(string text)
    {
        var parser = new ExpressionParser(text);
        var read = ImmutableArray.CreateBuilder<Expression>();
        do read.Add(parser.Or()); while (parser.Take(","));
        parser.SkipSpace();
        return parser.at == text.Length ? read.ToImmutable() : throw parser.Unexpected();
    }

    private Expression Or()
    {
        var left = And();
        while (TakeWord("or")) left = new Both(false, left, And());
        return left;
    }

    private Expression And()
    {
        var left = Inverse();
        while (TakeWord("and")) left = new Both(true, left, Inverse());
        return left;
    }

    private Expression Inverse() => TakeWord("not") ? new Not(Inverse()) : Compared();

    private Expression Compared()
    {
        var left = Sum();
        foreach (var sign in (ReadOnlySpan<string>)["<>", "<=", ">=", "<", ">", "="])
            if (Take(sign)) return new Comparison(sign, left, Sum());
        return left;
    }

    private Expression Sum()
    {
        var left = Product();
        while (true)
        {
            if (Take("+")) left = new Arithmetic('+', left, Product());
            else if (Take("-")) left = new Arithmetic('-', left, Product());
            else return left;
        }
    }

    private Expression Product()
    {
        var left = Signed();
        while (true)
        {
            if (Take("*")) left = new Arithmetic('*', left, Signed());
            else if (Take("/")) left = new Arithmetic('/', left, Signed());
            else return left;
        }
    }

    private Expression Signed() => Take("-") ? new Negative(Signed()) : Primary();

    private Expression Primary()
    {
        if (Take("("))
        {
            var inner = Or();
            return Take(")") ? inner : throw Unexpected();
        }

        if (Take("'"))
        {
            var end = text.IndexOf('\'', at);
            if (end < 0) throw new ItemTemplateException($"A text in '{text}' has no closing quote.");
            var quoted = text[at..end];
            at = end + 1;
            return new Constant(new TextValue(quoted));
        }

        SkipSpace();
        if (at < text.Length && char.IsAsciiDigit(text[at])) return Digits();
        var name = Word();
        if (name.Length == 0) throw Unexpected();
        if (!Take("(")) return new Name(name);
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        if (!Take(")"))
        {
            do arguments.Add(Or()); while (Take(","));
            if (!Take(")")) throw Unexpected();
        }

        return Functions.Call(name, arguments.ToImmutable());
    }

    private Constant Digits()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        var value = (Rational)long.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture);
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            var scale = 1L;
            for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++) value += new Rational(text[at] - '0', scale *= 10);
        }

        return new Constant(new NumberValue(value));
    }

    private string Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetter(text[at]) || (at > start && char.IsAsciiDigit(text[at])))) at++;
        return text[start..at];
    }

    private bool TakeWord(string word)
    {
        SkipSpace();
        var before = at;
        if (Word() == word) return true;
        at = before;
        return false;
    }

    private bool Take(string sign)
    {
        SkipSpace();
        if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0) return false;
        at += sign.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (at < text.Length && text[at] == ' ') at++;
    }

    private readonly ItemTemplateException Unexpected() =>
        new(at < text.Length ? $"'{text[at..]}' is not understood in '{text}'." : $"'{text}' ends too early.");
}
