using System.Globalization;
using LiveClass.Learning.Items.Numbers;

namespace LiveClass.Learning.Items.Scoring;

/// <summary>
/// An expression in one letter as it was typed: sums and products of numbers, fractions, the letter and brackets; <c>3(x+2)</c>,
/// <c>6 + 3x</c>, <c>x·3</c>. Products of the letter with itself are not read.
/// </summary>
/// <param name="Value">What it is worth.</param>
/// <param name="Expanded">There are no brackets, no products but number times letter, and each kind of term at most once.</param>
internal readonly record struct TypedExpression(Linear Value, bool Expanded)
{
    private const int MostLength = 60;

    public static bool TryRead(string response, string letter, out TypedExpression typed)
    {
        typed = default;
        var text = response.Replace(" ", "", StringComparison.Ordinal).Replace('\u2212', '-').Replace('·', '*').Replace('×', '*').ToLowerInvariant();
        if (text.Length is 0 or > MostLength) return false;
        var reading = new Reading(text, letter);
        try
        {
            var value = reading.Sum();
            typed = new TypedExpression(value, reading is { Brackets: 0, Products: 0, Letters: <= 1, Numbers: <= 1 });
            return !reading.Failed && reading.AtEnd;
        }
        catch (OverflowException)
        {
            // Digits beyond any answer of ours.
            return false;
        }
    }

    private sealed class Reading(string text, string letter)
    {
        private int at;

        public bool Failed { get; private set; }

        public int Brackets { get; private set; }

        public int Products { get; private set; }

        public int Letters { get; private set; }

        public int Numbers { get; private set; }

        public bool AtEnd => at == text.Length;

        public Linear Sum()
        {
            var sum = default(Linear);
            var negative = Take('-');
            if (!negative) Take('+');
            do
            {
                var term = Term();
                sum = negative ? sum - term : sum + term;
                negative = At == '-';
            }
            while (!Failed && (Take('+') || Take('-')));
            return sum;
        }

        private char At => at < text.Length ? text[at] : '\0';

        private Linear Term()
        {
            var numbers = 0;
            var value = Factor(ref numbers);
            while (!Failed && (Take('*') || char.IsAsciiDigit(At) || At == '(' || At == letter[0]))
            {
                var next = Factor(ref numbers);
                if (value.Slope != 0 && next.Slope != 0) Failed = true;
                value = value.Slope != 0 ? value * next.Constant : next * value.Constant;
            }

            if (numbers > 1) Products++;
            if (value.Slope != 0) Letters++;
            else Numbers++;
            return value;
        }

        private Linear Factor(ref int numbers)
        {
            if (Take('('))
            {
                Brackets++;
                var inner = Sum();
                if (!Take(')')) Failed = true;
                return inner;
            }

            if (Take(letter[0])) return new Linear(1, 0);
            numbers++;
            var value = Digits();
            if (!Take('/')) return new Linear(0, value);
            var by = Digits();
            if (by == 0) Failed = true;
            return new Linear(0, Failed ? 0 : value / by);
        }

        private Rational Digits()
        {
            var start = at;
            while (char.IsAsciiDigit(At)) at++;
            var whole = text[start..at];
            if (whole.Length is 0 or > 9) return Fail();
            if (At is not ('.' or ',')) return long.Parse(whole, CultureInfo.InvariantCulture);
            start = ++at;
            while (char.IsAsciiDigit(At)) at++;
            return TypedNumber.TryRead($"{whole}.{text[start..at]}", out var typed) ? typed.Value : Fail();
        }

        private Rational Fail()
        {
            Failed = true;
            return 0;
        }

        private bool Take(char sign)
        {
            if (At != sign) return false;
            at++;
            return true;
        }
    }
}
