using System.Text;

namespace LiveClass.Learning.Items.Texts;

/// <summary>Mathematics in words that a voice reads well: 3 fourths, minus 2, 3 times x.</summary>
internal static class SpokenMath
{
    private static readonly string[] EnglishParts =
        ["", "", "half", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    private static readonly string[] SpanishParts =
        ["", "", "medio", "tercio", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno", "décimo", "onceavo", "doceavo"];

    public static string Of(MathNode node, Language language)
    {
        var words = new StringBuilder();
        Say(words, node, language == Language.Spanish);
        return words.ToString();
    }

    /// <summary>A number in digits that a voice reads; a minus is a word.</summary>
    public static string Number(string digits, bool spanish) =>
        digits.StartsWith('-') ? $"{(spanish ? "menos" : "minus")} {digits[1..]}" : digits;

    private static void Say(StringBuilder words, MathNode node, bool spanish)
    {
        switch (node)
        {
            case NumberNode number:
                Add(words, Number(number.Digits, spanish));
                break;
            case LetterNode letter:
                Add(words, letter.Letter);
                break;
            case OperatorNode sign:
                Add(words, Sign(sign.Sign, spanish));
                break;
            case GapNode:
                Add(words, spanish ? "hueco" : "blank");
                break;
            case FractionNode fraction:
                Add(words, Fraction(fraction, spanish));
                break;
            case BracketNode { Inner: { IsNegative: true } inner }:
                Say(words, inner, spanish);
                break;
            case BracketNode bracket:
                Add(words, spanish ? "abre paréntesis" : "open bracket");
                Say(words, bracket.Inner, spanish);
                Add(words, spanish ? "cierra paréntesis" : "close bracket");
                break;
            case AbsNode abs:
                Add(words, spanish ? "el valor absoluto de" : "the absolute value of");
                Say(words, abs.Inner, spanish);
                break;
            case RowNode row:
                Row(words, row, spanish);
                break;
        }
    }

    private static void Row(StringBuilder words, RowNode row, bool spanish)
    {
        MathNode? before = null;
        foreach (var part in row.Parts)
        {
            if (part is FractionNode && before is NumberNode) Add(words, spanish ? "y" : "and");
            else if (before is NumberNode or BracketNode or LetterNode && part is BracketNode) Add(words, spanish ? "por" : "times");
            Say(words, part, spanish);
            before = part;
        }
    }

    private static string Fraction(FractionNode fraction, bool spanish)
    {
        if (fraction is { Top: NumberNode top, Bottom: NumberNode bottom } && Part(bottom.Digits, spanish) is { Length: > 0 } part)
        {
            var plural = top.Digits is not ("1" or "-1");
            var name = !plural ? part : part == "half" ? "halves" : part + "s";
            return $"{Number(spanish && top.Digits == "1" ? "un" : top.Digits, spanish)} {name}";
        }

        return $"{Of(fraction.Top, spanish ? Language.Spanish : Language.English)} {(spanish ? "sobre" : "over")} {Of(fraction.Bottom, spanish ? Language.Spanish : Language.English)}";
    }

    private static string Part(string bottom, bool spanish)
    {
        if (bottom == "100") return spanish ? "centésimo" : "hundredth";
        return int.TryParse(bottom, out var parts) && parts is > 1 and <= 12 ? (spanish ? SpanishParts : EnglishParts)[parts] : "";
    }

    private static string Sign(char sign, bool spanish) => sign switch
    {
        '+' => spanish ? "más" : "plus",
        '-' => spanish ? "menos" : "minus",
        '×' => spanish ? "por" : "times",
        '÷' => spanish ? "dividido entre" : "divided by",
        '=' => spanish ? "es igual a" : "equals",
        '<' => spanish ? "es menor que" : "is less than",
        '>' => spanish ? "es mayor que" : "is greater than",
        '≠' => spanish ? "no es igual a" : "is not equal to",
        ':' => spanish ? "a" : "to",
        _ => spanish ? "por ciento" : "percent",
    };

    private static void Add(StringBuilder words, string word)
    {
        if (words.Length > 0) words.Append(' ');
        words.Append(word);
    }
}
