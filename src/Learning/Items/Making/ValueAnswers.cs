using System.Collections.Immutable;
using LiveClass.Learning.Items.Expressions;
using LiveClass.Learning.Items.Numbers;
using LiveClass.Learning.Items.Reading;
using LiveClass.Learning.Items.Texts;

namespace LiveClass.Learning.Items.Making;

/// <summary>Answers that are a value: number, fraction, mixed, line and expression.</summary>
internal static class ValueAnswers
{
    /// <summary>Null where what was drawn has no answer that can be given.</summary>
    public static MadeAnswer? Make(TemplateSource source, Scope scope, Language language)
    {
        var line = source.Line is { } asked ? LineOf(asked, scope) : default;
        var answer = source.Answer[0].Evaluate(scope);
        var form = source.Forms.FirstOrDefault(form => form.When is null || form.When.Evaluate(scope).Truth);
        if (Response(source, answer, line, form?.Form) is not { } right) return null;
        var writer = new RunWriter(language);
        TextPattern.Write(writer, answer, Format(source.Type, form?.Form, line.Step));
        var wrong = ImmutableArray.CreateBuilder<(Misconception, string)>();
        foreach (var misconception in source.Wrong)
        {
            if (Predicted(source, misconception, scope, line, form?.Form) is { } response && response != right && wrong.All(other => other.Item2 != response))
                wrong.Add((misconception.Misconception, response));
        }

        var parts = new FormParts(
            form?.Form,
            source.Line is null ? null : new FormLine($"{line.From}", $"{line.To}", $"{line.Step}", $"{line.Marks}", $"{line.Labels}"),
            Letter: source.Type == ItemType.Expression ? source.Letter : null);
        return new MadeAnswer(right, writer.Finish(), [], parts, wrong.ToImmutable(), form?.Otherwise);
    }

    private readonly record struct Axis(Rational From, Rational To, Rational Step, Rational Marks, Rational Labels);

    private static Axis LineOf(AskedLine asked, Scope scope) => new(
        asked.From.Evaluate(scope).Number, asked.To.Evaluate(scope).Number, asked.Step.Evaluate(scope).Number,
        asked.Marks.Evaluate(scope).Number, asked.Labels.Evaluate(scope).Number);

    /// <summary>As it would be typed or placed; null where it cannot be.</summary>
    private static string? Response(TemplateSource source, Value value, Axis line, AskedForm? form) => source.Type switch
    {
        ItemType.Expression => value.Linear.ToText(source.Letter),
        ItemType.Number => value.Number.TryDecimal(4, out var digits) ? digits : null,
        ItemType.Line => value.Number >= line.From && value.Number <= line.To && ((value.Number - line.From) / line.Step).IsWhole ? $"{value.Number}" : null,
        ItemType.Mixed when form != AskedForm.Fraction => Mixed(value.Number),
        _ => $"{value.Number}",
    };

    private static string? Predicted(TemplateSource source, WrongSource wrong, Scope scope, Axis line, AskedForm? form)
    {
        if (wrong.When is { } when && !when.Evaluate(scope).Truth) return null;
        try
        {
            var value = wrong.Answer[0].Evaluate(scope);
            return Response(source, source.Type == ItemType.Line ? new NumberValue(Nearest(value.Number, line)) : value, line, form);
        }
        catch (DivideByZeroException)
        {
            // The rule has no value for these numbers: nobody can answer it.
            return null;
        }
    }

    /// <summary>The point stops at steps: where the misconception would put it.</summary>
    private static Rational Nearest(Rational value, Axis line) =>
        line.From + line.Step * ((value - line.From) / line.Step + new Rational(1, 2)).Floor;

    private static string Mixed(Rational value)
    {
        if (value.IsWhole || value.Abs < 1) return $"{value}";
        var whole = value.Abs.Floor;
        return $"{(value < 0 ? "-" : "")}{whole} {value.Abs - whole}";
    }

    private static string Format(ItemType type, AskedForm? form, Rational step) => type switch
    {
        ItemType.Number => "decimal",
        ItemType.Line when step.Bottom == 100 => "decimal",
        ItemType.Mixed when form != AskedForm.Fraction => "mixed",
        _ => "",
    };
}
