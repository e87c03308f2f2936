using System.Collections.Immutable;
using LiveClass.Learning.Items.Expressions;

namespace LiveClass.Learning.Items.Texts;

/// <summary>
/// Reads what stands between dollar signs: numbers, letters, <c>{values}</c>, signs, <c>?</c> for the gap, <c>a/b</c> for a fraction,
/// brackets and <c>|bars|</c>. What stands side by side is a product, or a mixed number where a fraction follows a number.
/// </summary>
internal ref struct MathParser(string text)
{
    private int at;

    public static MathNode Read(string text)
    {
        var parser = new MathParser(text);
        var row = parser.Row(default);
        return parser.at == text.Length ? row : throw parser.Unexpected();
    }

    private MathNode Row(char end)
    {
        var parts = ImmutableArray.CreateBuilder<MathNode>();
        for (SkipSpace(); at < text.Length && text[at] != end; SkipSpace())
        {
            if (MathSigns.IsOperator(text[at])) parts.Add(new OperatorNode(MathSigns.Canonical(text[at++])));
            else parts.Add(Fraction());
        }

        return parts.Count == 1 ? parts[0] : new RowNode(parts.ToImmutable());
    }

    private MathNode Fraction()
    {
        var top = Atom();
        SkipSpace();
        if (at >= text.Length || text[at] != '/') return top;
        at++;
        SkipSpace();
        return new FractionNode(Bare(top), Bare(Atom()));
    }

    /// <summary>Brackets that only hold a top or bottom together are not shown.</summary>
    private static MathNode Bare(MathNode node) => node is BracketNode bracket ? bracket.Inner : node;

    private MathNode Atom()
    {
        if (at >= text.Length) throw Unexpected();
        var sign = text[at];
        if (sign == '{') return Slot();
        if (sign == '?')
        {
            at++;
            return new GapNode();
        }

        if (sign == '(') return Enclosed(')', inner => new BracketNode(inner));
        if (sign == '|') return Enclosed('|', inner => new AbsNode(inner));
        var start = at;
        if (char.IsAsciiDigit(sign))
        {
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
            return new NumberNode(text[start..at]);
        }

        if (!char.IsAsciiLetter(sign)) throw Unexpected();
        at++;
        return new LetterNode(text[start..at]);
    }

    private MathNode Enclosed(char end, Func<MathNode, MathNode> make)
    {
        at++;
        var inner = Row(end);
        if (at >= text.Length) throw new ItemTemplateException($"'{text}' has no closing '{end}'.");
        at++;
        return make(inner);
    }

    private SlotNode Slot()
    {
        var end = text.IndexOf('}', at);
        if (end < 0) throw new ItemTemplateException($"'{text}' has no closing '}}'.");
        var (expression, format) = SlotText.Read(text[(at + 1)..end]);
        at = end + 1;
        return new SlotNode(expression, format);
    }

    private void SkipSpace()
    {
        while (at < text.Length && text[at] == ' ') at++;
    }

    private readonly ItemTemplateException Unexpected() => new($"'{text[Math.Min(at, text.Length)..]}' is not understood in the mathematics '{text}'.");
}

/// <summary>The inside of braces: an expression and, after a colon, its format.</summary>
internal static class SlotText
{
    public static (Expression Expression, string Format) Read(string text)
    {
        var colon = text.LastIndexOf(':');
        var format = colon < 0 ? "" : text[(colon + 1)..].Trim();
        if (colon >= 0 && format is not ("mixed" or "decimal")) throw new ItemTemplateException($"There is no format '{format}'. There are mixed and decimal.");
        return (ExpressionParser.Read(colon < 0 ? text : text[..colon]), format);
    }
}
