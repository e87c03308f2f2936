using System.Collections.Immutable;
using LiveClass.Learning.Items.Expressions;
using LiveClass.Learning.Items.Numbers;

namespace LiveClass.Learning.Items.Texts;

/// <summary>A piece of mathematics, as it is written and not as it is worth: 2/4 stays 2/4.</summary>
internal abstract record MathNode
{
    /// <summary>With the values of a scope in place of its slots.</summary>
    public virtual MathNode Resolve(Scope scope) => this;

    /// <summary>Whether it begins with a minus.</summary>
    public virtual bool IsNegative => false;
}

/// <summary>Digits, without a sign where it is not negative.</summary>
internal sealed record NumberNode(string Digits) : MathNode
{
    public override bool IsNegative => Digits.StartsWith('-');
}

internal sealed record LetterNode(string Letter) : MathNode;

internal sealed record OperatorNode(char Sign) : MathNode;

/// <summary>The place of what is asked.</summary>
internal sealed record GapNode : MathNode;

internal sealed record FractionNode(MathNode Top, MathNode Bottom) : MathNode
{
    public override bool IsNegative => Top.IsNegative;

    public override MathNode Resolve(Scope scope) => new FractionNode(Top.Resolve(scope), Bottom.Resolve(scope));
}

internal sealed record BracketNode(MathNode Inner) : MathNode
{
    public override MathNode Resolve(Scope scope) => new BracketNode(Inner.Resolve(scope));
}

internal sealed record AbsNode(MathNode Inner) : MathNode
{
    public override MathNode Resolve(Scope scope) => new AbsNode(Inner.Resolve(scope));
}

internal sealed record RowNode(ImmutableArray<MathNode> Parts) : MathNode
{
    public override bool IsNegative => Parts.Length > 0 && Parts[0].IsNegative;

    /// <summary>A negative number after a sign is put in brackets.</summary>
    public override MathNode Resolve(Scope scope)
    {
        var resolved = ImmutableArray.CreateBuilder<MathNode>(Parts.Length);
        foreach (var part in Parts)
        {
            var next = part.Resolve(scope);
            var after = resolved.Count > 0 ? resolved[^1] : null;
            var bracketed = next.IsNegative && after is OperatorNode { Sign: '+' or '-' or '×' or '÷' } && resolved.Count > 1;
            resolved.Add(bracketed ? new BracketNode(next) : next);
        }

        return new RowNode(resolved.ToImmutable());
    }
}

/// <summary>A value of the template, in a format: as it is, <c>mixed</c> or <c>decimal</c>.</summary>
internal sealed record SlotNode(Expression Expression, string Format) : MathNode
{
    public override MathNode Resolve(Scope scope) => MathOfValue.Of(Expression.Evaluate(scope), Format);
}

/// <summary>How values are written.</summary>
internal static class MathOfValue
{
    public static MathNode Of(Value value, string format) => value switch
    {
        NumberValue number => Of(number.Is, format),
        LinearValue linear => Of(linear.Is, linear.Letter),
        TextValue { Is: [var sign] } when MathSigns.IsOperator(sign) => new OperatorNode(MathSigns.Canonical(sign)),
        TextValue text => new LetterNode(text.Is),
        _ => throw new ItemTemplateException($"{value.Mark} cannot stand in mathematics."),
    };

    public static MathNode Of(Rational value, string format)
    {
        if (value.IsWhole) return new NumberNode($"{value.Top}");
        if (format == "decimal" && value.TryDecimal(6, out var digits)) return new NumberNode(digits);
        if (format != "mixed" || value.Abs < 1) return new FractionNode(new NumberNode($"{value.Top}"), new NumberNode($"{value.Bottom}"));
        var whole = value.Abs.Floor;
        var rest = value.Abs - whole;
        return new RowNode([new NumberNode($"{(value < 0 ? "-" : "")}{whole}"), new FractionNode(new NumberNode($"{rest.Top}"), new NumberNode($"{rest.Bottom}"))]);
    }

    public static MathNode Of(Linear value, string letter)
    {
        if (value.Slope == 0) return Of(value.Constant, "");
        var parts = ImmutableArray.CreateBuilder<MathNode>();
        if (value.Slope < 0) parts.Add(new OperatorNode('-'));
        if (value.Slope.Abs != 1) parts.Add(Of(value.Slope.Abs, ""));
        parts.Add(new LetterNode(letter));
        if (value.Constant != 0)
        {
            parts.Add(new OperatorNode(value.Constant < 0 ? '-' : '+'));
            parts.Add(Of(value.Constant.Abs, ""));
        }

        return new RowNode(parts.ToImmutable());
    }
}

/// <summary>The signs that mathematics may use; <c>*</c> is ×, and the typed minus is ours.</summary>
internal static class MathSigns
{
    public static bool IsOperator(char sign) => sign is '+' or '-' or '\u2212' or '*' or '×' or '÷' or '=' or '<' or '>' or ':' or '%' or '≠';

    public static char Canonical(char sign) => sign switch { '*' => '×', '\u2212' => '-', _ => sign };
}
