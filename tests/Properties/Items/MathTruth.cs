using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Xml.Linq;
using LiveClass.Learning.Items;

namespace LiveClass.Tests.Properties.Items;

/// <summary>Reads mathematics back from what is shown and works it out with a calculator of its own.</summary>
internal static class MathTruth
{
    private readonly record struct Worth(BigInteger Top, BigInteger Bottom)
    {
        public bool Same(Worth other) => Top * other.Bottom == other.Top * Bottom;
    }

    private static readonly ConcurrentDictionary<string, string[]> TokensOf = new(StringComparer.Ordinal);

    public static bool CanRead(string math) => Tokens(math).Length > 0;

    /// <summary>Equations without letters or gaps whose sides differ. Mathematics that ends in = goes on in what follows.</summary>
    public static IEnumerable<string> Untrue(IReadOnlyList<FormRun> runs)
    {
        foreach (var tokens in Stretches(runs))
        {
            if (!tokens.Contains("=") || tokens.Any(token => token is "?" or "<" or ">" or ":" or "%" or "≠" || char.IsAsciiLetter(token[0]))) continue;
            var sides = Split(tokens, "=").ToArray();
            if (sides.Any(side => side.Count == 0)) continue;
            var worth = sides.Select(side => Work(side)).ToArray();
            if (worth.Any(one => !one.Same(worth[0]))) yield return string.Join(' ', tokens);
        }
    }

    /// <summary>The last value that is shown, as a response.</summary>
    public static string? Last(IReadOnlyList<FormRun> runs)
    {
        var last = runs[^1];
        if (last.Text is { } text)
        {
            var word = text.TrimEnd().Split(' ', '\n')[^1].Replace('\u2212', '-');
            return word.Length > 0 && (char.IsAsciiDigit(word[^1])) ? word : null;
        }

        if (last.Math is null) return null;
        var side = Split([.. Tokens(last.Math)], "=").Last();
        if (side.Any(token => char.IsAsciiLetter(token[0]))) return string.Concat(side).Replace("×", "", StringComparison.Ordinal);
        var shown = string.Concat(side.Select((token, at) => token == "(" && at > 0 && side[at - 1] is not "-" ? " (" : token)).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        return shown;
    }

    private static string[] Tokens(string math) => TokensOf.GetOrAdd(math, static text =>
    {
        var tokens = new List<string>();
        var element = XElement.Parse(text);
        if (element.Name == "math") Read(element, tokens);
        return [.. tokens];
    });

    private static IEnumerable<List<string>> Stretches(IReadOnlyList<FormRun> runs)
    {
        var open = new List<string>();
        foreach (var run in runs)
        {
            if (run.Math is { } math)
            {
                if (open.Count > 0 && open[^1] != "=")
                {
                    yield return open;
                    open = [];
                }

                open.AddRange(Tokens(math));
            }
            else if (open.Count > 0 && open[^1] == "=" && run.Text is { } text && text.Trim().Length > 0)
            {
                var word = text.TrimStart().Split(' ', '\n', ';')[0].TrimEnd('.', ',').Replace('\u2212', '-');
                if (decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) open.Add(word);
                yield return open;
                open = [];
            }
            else if (open.Count > 0 && open[^1] != "=")
            {
                yield return open;
                open = [];
            }
        }

        if (open.Count > 0) yield return open;
    }

    /// <summary>Fractions become (top / bottom); so a mixed number is a number and a bracket.</summary>
    private static void Read(XElement element, List<string> tokens)
    {
        switch (element.Name.LocalName)
        {
            case "mfrac":
                var parts = element.Elements().ToArray();
                tokens.Add("(");
                Side(parts[0], tokens);
                tokens.Add("/");
                Side(parts[1], tokens);
                tokens.Add(")");
                break;
            case "mn" or "mi" or "mo":
                tokens.Add(element.Value.Replace('\u2212', '-'));
                break;
            default:
                foreach (var part in element.Elements()) Read(part, tokens);
                break;
        }
    }

    private static void Side(XElement side, List<string> tokens)
    {
        if (side.Name.LocalName == "mn")
        {
            Read(side, tokens);
            return;
        }

        tokens.Add("(");
        Read(side, tokens);
        tokens.Add(")");
    }

    private static IEnumerable<List<string>> Split(List<string> tokens, string by)
    {
        var side = new List<string>();
        foreach (var token in tokens)
        {
            if (token != by)
            {
                side.Add(token);
                continue;
            }

            yield return side;
            side = [];
        }

        yield return side;
    }

    private static Worth Work(List<string> tokens)
    {
        var at = 0;
        var sum = Sum(tokens, ref at);
        return at == tokens.Count ? sum : throw new FormatException($"'{string.Join(' ', tokens)}' is no sum.");
    }

    private static Worth Sum(List<string> tokens, ref int at)
    {
        var sum = Product(tokens, ref at);
        while (at < tokens.Count && tokens[at] is "+" or "-")
        {
            var sign = tokens[at++] == "+" ? 1 : -1;
            var next = Product(tokens, ref at);
            sum = new Worth(sum.Top * next.Bottom + sign * next.Top * sum.Bottom, sum.Bottom * next.Bottom);
        }

        return sum;
    }

    private static Worth Product(List<string> tokens, ref int at)
    {
        var product = Signed(tokens, ref at);
        while (at < tokens.Count && tokens[at] is "×" or "÷" or "/")
        {
            var times = tokens[at++] == "×";
            var next = Signed(tokens, ref at);
            product = times ? new Worth(product.Top * next.Top, product.Bottom * next.Bottom) : new Worth(product.Top * next.Bottom, product.Bottom * next.Top);
        }

        return product;
    }

    private static Worth Signed(List<string> tokens, ref int at)
    {
        var negative = tokens[at] == "-";
        if (negative) at++;
        Worth value;
        if (tokens[at] == "|")
        {
            at++;
            value = Sum(tokens, ref at);
            at++;
            value = new Worth(BigInteger.Abs(value.Top), BigInteger.Abs(value.Bottom));
        }
        else if (tokens[at] == "(")
        {
            at++;
            value = Sum(tokens, ref at);
            at++;
        }
        else
        {
            value = Digits(tokens[at++]);
        }

        // A fraction beside a number is a mixed number; a bracket beside one is a product.
        if (at < tokens.Count && tokens[at] == "(")
        {
            var fraction = tokens.IndexOf("/", at) is var slash and > 0 && slash < tokens.IndexOf(")", at);
            var next = Signed(tokens, ref at);
            value = fraction ? new Worth(value.Top * next.Bottom + next.Top * value.Bottom, value.Bottom * next.Bottom) : new Worth(value.Top * next.Top, value.Bottom * next.Bottom);
        }

        return negative ? new Worth(-value.Top, value.Bottom) : value;
    }

    private static Worth Digits(string digits)
    {
        var negative = digits.StartsWith('-');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : digits.Length - point - 1;
        var whole = BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal).TrimStart('-'), CultureInfo.InvariantCulture);
        return new Worth(negative ? -whole : whole, BigInteger.Pow(10, places));
    }
}
