using System.Collections.Immutable;
using System.Text;
using LiveClass.Learning.Items.Expressions;
using LiveClass.Learning.Items.Numbers;

namespace LiveClass.Learning.Items.Texts;

/// <summary>A text of a template: words, <c>{values}</c> and <c>$mathematics$</c>.</summary>
internal sealed class TextPattern
{
    private abstract record Piece;

    private sealed record Words(string Text) : Piece;

    private sealed record Slot(Expression Expression, string Format) : Piece;

    private sealed record Formula(MathNode Node) : Piece;

    private readonly ImmutableArray<Piece> pieces;

    private TextPattern(ImmutableArray<Piece> pieces) => this.pieces = pieces;

    /// <summary>Whether its last piece is <c>{answer}</c>.</summary>
    public bool EndsInAnswer => pieces is [.., Slot { Expression: Name { Is: "answer" } }];

    public static TextPattern Read(string text)
    {
        var read = ImmutableArray.CreateBuilder<Piece>();
        var words = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (sign is not ('{' or '$'))
            {
                words.Append(sign);
                continue;
            }

            var end = text.IndexOf(sign == '{' ? '}' : '$', at + 1);
            if (end < 0) throw new ItemTemplateException($"'{text}' opens '{sign}' and does not close it.");
            if (words.Length > 0) read.Add(new Words(words.ToString()));
            words.Clear();
            read.Add(Inside(sign, text[(at + 1)..end]));
            at = end;
        }

        if (words.Length > 0) read.Add(new Words(words.ToString()));
        return new TextPattern(read.ToImmutable());
    }

    public void Write(RunWriter writer, Scope scope)
    {
        foreach (var piece in pieces)
        {
            if (piece is Words words) writer.AddText(words.Text);
            else if (piece is Formula formula) writer.AddMath(formula.Node.Resolve(scope));
            else if (piece is Slot slot) Write(writer, slot.Expression.Evaluate(scope), slot.Format);
        }
    }

    /// <summary>Whole numbers, decimals and words stay in the sentence; fractions and expressions become mathematics.</summary>
    public static void Write(RunWriter writer, Value value, string format)
    {
        switch (value)
        {
            case WrittenValue written:
                writer.Add(written.Is);
                break;
            case PictureValue picture:
                writer.AddPicture(picture.Is);
                break;
            case TextValue text:
                writer.AddText(text.Is);
                break;
            case NumberValue { Is: var number } when number.IsWhole || format == "decimal":
                writer.AddNumber(Digits(number));
                break;
            default:
                writer.AddMath(MathOfValue.Of(value, format));
                break;
        }
    }

    private static string Digits(Rational number) =>
        number.TryDecimal(6, out var digits) ? digits : throw new ItemTemplateException($"{number} has no decimal with an end.");

    private static Piece Inside(char sign, string inside)
    {
        if (sign == '$') return new Formula(MathParser.Read(inside));
        var (expression, format) = SlotText.Read(inside);
        return new Slot(expression, format);
    }
}

/// <summary>The same text in each language.</summary>
/// <param name="English">In English.</param>
/// <param name="Spanish">In Spanish.</param>
internal sealed record LocalText(TextPattern English, TextPattern Spanish)
{
    public TextPattern In(Language language) => language == Language.Spanish ? Spanish : English;

    public Written Write(Scope scope, Language language)
    {
        var writer = new RunWriter(language);
        In(language).Write(writer, scope);
        return writer.Finish();
    }
}
