using System.Collections.Immutable;
using LiveClass.Learning.Items.Expressions;

namespace LiveClass.Learning.Items.Reading;

/// <summary>Reads <c>a in 1..9; b of 2, 4, 8; c = a*b</c>.</summary>
internal static class StatementReader
{
    public static ImmutableArray<Statement> Read(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One)];

    private static Statement One(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) throw Unclear(text);
        var (name, rest) = (text[..space], text[(space + 1)..].Trim());
        if (!name.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiLetter(name[0])) throw new ItemTemplateException($"'{name}' is not a name.");
        if (name == "answer") throw new ItemTemplateException("'answer' is the right answer's own name.");
        if (rest.StartsWith("= ", StringComparison.Ordinal)) return new Let(name, ExpressionParser.Read(rest[2..]));
        if (rest.StartsWith("of ", StringComparison.Ordinal)) return new DrawOf(name, ExpressionParser.ReadList(rest[3..]));
        if (!rest.StartsWith("in ", StringComparison.Ordinal) || rest.Split("..") is not [var from, var to]) throw Unclear(text);
        return new DrawRange(name, ExpressionParser.Read(from[3..]), ExpressionParser.Read(to));
    }

    private static ItemTemplateException Unclear(string text) =>
        new($"'{text}' is not understood. Write 'n in 1..9', 'n of 2, 4, 8' or 'n = 2*m'.");
}
