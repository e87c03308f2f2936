using System.Text;

namespace LiveClass.Learning.Items.Texts;

/// <summary>Writes mathematics as MathML of the core set, which browsers draw themselves.</summary>
internal static class MathMl
{
    public static string Of(MathNode node)
    {
        var text = new StringBuilder("<math>");
        Write(text, node);
        return text.Append("</math>").ToString();
    }

    private static void Write(StringBuilder text, MathNode node)
    {
        switch (node)
        {
            case NumberNode { IsNegative: true } number:
                text.Append("<mrow><mo form=\"prefix\">\u2212</mo><mn>").Append(number.Digits.AsSpan(1)).Append("</mn></mrow>");
                break;
            case NumberNode number:
                text.Append("<mn>").Append(number.Digits).Append("</mn>");
                break;
            case LetterNode letter:
                text.Append("<mi>").Append(letter.Letter).Append("</mi>");
                break;
            case OperatorNode sign:
                text.Append("<mo>").Append(sign.Sign switch { '-' => "\u2212", '<' => "&lt;", '>' => "&gt;", var other => other.ToString() }).Append("</mo>");
                break;
            case GapNode:
                text.Append("<mi class=\"gap\">?</mi>");
                break;
            case FractionNode { Top: NumberNode { IsNegative: true } top } fraction:
                text.Append("<mrow><mo form=\"prefix\">\u2212</mo>");
                Write(text, new FractionNode(new NumberNode(top.Digits[1..]), fraction.Bottom));
                text.Append("</mrow>");
                break;
            case FractionNode fraction:
                text.Append("<mfrac>");
                Write(text, fraction.Top);
                Write(text, fraction.Bottom);
                text.Append("</mfrac>");
                break;
            case BracketNode bracket:
                text.Append("<mrow><mo>(</mo>");
                Write(text, bracket.Inner);
                text.Append("<mo>)</mo></mrow>");
                break;
            case AbsNode abs:
                text.Append("<mrow><mo>|</mo>");
                Write(text, abs.Inner);
                text.Append("<mo>|</mo></mrow>");
                break;
            case RowNode row:
                text.Append("<mrow>");
                foreach (var part in row.Parts) Write(text, part);
                text.Append("</mrow>");
                break;
            default:
                throw new InvalidOperationException($"{node.GetType().Name} cannot be written: it has to be resolved first.");
        }
    }
}
