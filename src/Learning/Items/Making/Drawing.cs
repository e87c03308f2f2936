using System.Collections.Immutable;
using System.Text;
using LiveClass.Learning.Items.Expressions;
using LiveClass.Learning.Items.Reading;

namespace LiveClass.Learning.Items.Making;

/// <summary>Draws a template's numbers until its conditions hold.</summary>
internal static class Drawing
{
    /// <summary>Gives the names their values; false where a condition does not hold.</summary>
    public static bool TryDraw(TemplateSource source, int level, SeededDraw seeded, out Scope scope, out string variant)
    {
        scope = new Scope();
        scope.Set("level", new NumberValue(level));
        var drawn = new StringBuilder();
        try
        {
            foreach (var statement in source.Levels[level - 1]) Run(statement, scope, seeded, drawn);
            foreach (var statement in source.Draw) Run(statement, scope, seeded, drawn);
        }
        catch (DivideByZeroException)
        {
            // As good as a condition that does not hold.
            variant = "";
            return false;
        }

        variant = SeededDraw.Fnv(drawn.ToString()).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var condition in source.Where)
            if (!condition.Evaluate(scope).Truth) return false;
        return true;
    }

    /// <summary>The first text whose condition holds.</summary>
    public static Texts.LocalText Fitting(ImmutableArray<ConditionalText> texts, Scope scope, string what)
    {
        foreach (var text in texts)
            if (text.When is null || text.When.Evaluate(scope).Truth) return text.Text;
        throw new ItemTemplateException($"no {what} fits what was drawn.");
    }

    private static void Run(Statement statement, Scope scope, SeededDraw seeded, StringBuilder drawn)
    {
        var value = statement switch
        {
            DrawRange range => Between(Whole(range.From, scope), Whole(range.To, scope), seeded),
            DrawOf of => of.Values[seeded.Next(of.Values.Length)].Evaluate(scope),
            _ => ((Let)statement).Is.Evaluate(scope),
        };
        scope.Set(statement.Name, value);
        if (statement is not Let) drawn.Append(statement.Name).Append('=').Append(value.Mark).Append(';');
    }

    /// <summary>An empty range gives its start: a condition has to sort that out.</summary>
    private static NumberValue Between(long from, long to, SeededDraw seeded) => new(from + (to > from ? seeded.Next((int)(to - from + 1)) : 0));

    private static long Whole(Expression expression, Scope scope) =>
        expression.Evaluate(scope).Number is { IsWhole: true } number ? number.Top : throw new ItemTemplateException("A range goes from a whole number to a whole number.");
}
