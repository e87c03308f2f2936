using System.Collections.Immutable;
using LiveClass.Learning.Items.Expressions;
using LiveClass.Learning.Items.Numbers;
using LiveClass.Learning.Items.Reading;
using LiveClass.Learning.Items.Texts;

namespace LiveClass.Learning.Items.Making;

/// <summary>Answers that are chosen: choice, many, order and pairs. Each gives null where what was drawn makes no fair question.</summary>
internal static class ChosenAnswers
{
    public static MadeAnswer? Choices(TemplateSource source, Scope scope, SeededDraw seeded, Language language)
    {
        var right = source.Choices.Select(choice => choice.Right == (choice.When is null || choice.When.Evaluate(scope).Truth)).ToArray();
        var count = right.Count(one => one);
        if (source.Type == ItemType.Choice ? count != 1 : count == 0 || count == right.Length) return null;
        var texts = source.Choices.Select(choice => choice.Text).ToArray();
        if (!AllDiffer(texts, scope)) return null;
        var order = source.KeepsOrder ? [.. Enumerable.Range(0, texts.Length)] : seeded.Shuffled(texts.Length);
        var written = order.Select(index => texts[index].Write(scope, language)).ToArray();
        var wrong = ImmutableArray.CreateBuilder<(Misconception, string)>();
        for (var place = 0; place < order.Length; place++)
        {
            if (right[order[place]]) continue;
            var shown = source.Choices[order[place]].Shows.FirstOrDefault(shown => shown.When is null || shown.When.Evaluate(scope).Truth);
            if (shown is not null) wrong.Add((shown.Misconception, Letter(place)));
        }

        var rights = Enumerable.Range(0, order.Length).Where(place => right[order[place]]).ToArray();
        return new MadeAnswer(
            string.Join(',', rights.Select(Letter)), Joined(rights.Select(place => written[place]), source.Type == ItemType.Many ? "; " : "", language),
            Lettered(written), new FormParts(), wrong.ToImmutable());
    }

    public static MadeAnswer? Order(TemplateSource source, Scope scope, SeededDraw seeded, Language language)
    {
        var values = source.Answer.Select(expression => expression.Evaluate(scope).Number).ToArray();
        if (values.Distinct().Count() != values.Length) return null;
        var shown = seeded.Shuffled(values.Length);
        if (Sorted(shown, values).SequenceEqual(Enumerable.Range(0, values.Length))) Array.Reverse(shown);
        var written = shown.Select(index => Write(new NumberValue(values[index]), language)).ToArray();
        var right = Sorted(shown, values);
        var wrong = ImmutableArray.CreateBuilder<(Misconception, string)>();
        foreach (var misconception in source.Wrong.Where(one => one.When is null || one.When.Evaluate(scope).Truth))
        {
            var keys = misconception.Answer.Select(expression => expression.Evaluate(scope).Number).ToArray();
            if (keys.Length != values.Length) throw new ItemTemplateException($"{source.Id}: 'wrong {misconception.Misconception.Id}' has as many values as the answer.");
            if (keys.Distinct().Count() != keys.Length) continue;
            var response = Response(Sorted(shown, keys));
            if (response != Response(right) && wrong.All(other => other.Item2 != response)) wrong.Add((misconception.Misconception, response));
        }

        return new MadeAnswer(
            Response(right), Joined(right.Select(place => written[place]), " < ", language), Lettered(written), new FormParts(), wrong.ToImmutable());
    }

    public static MadeAnswer? Pairs(TemplateSource source, Scope scope, SeededDraw seeded, Language language)
    {
        if (!AllDiffer([.. source.Pairs.Select(pair => pair.Left)], scope) || !AllDiffer([.. source.Pairs.Select(pair => pair.Right)], scope)) return null;
        var shown = seeded.Shuffled(source.Pairs.Length);
        var left = source.Pairs.Select(pair => pair.Left.Write(scope, language)).ToArray();
        var right = shown.Select(index => source.Pairs[index].Right.Write(scope, language)).ToArray();
        string Matched(Func<int, int> with) =>
            string.Join(',', Enumerable.Range(0, left.Length).Select(index => $"{index + 1}{Letter(Array.IndexOf(shown, with(index)))}"));
        var answer = Matched(index => index);
        var wrong = ImmutableArray.CreateBuilder<(Misconception, string)>();
        foreach (var misconception in source.Wrong.Where(one => one.When is null || one.When.Evaluate(scope).Truth))
        {
            var with = misconception.Answer.Select(expression => (int)expression.Evaluate(scope).Number.Top - 1).ToArray();
            var response = Matched(index => with[index]);
            if (response != answer && wrong.All(other => other.Item2 != response)) wrong.Add((misconception.Misconception, response));
        }

        var lines = left.Select((one, index) => Joined([one, source.Pairs[index].Right.Write(scope, language)], ": ", language));
        return new MadeAnswer(
            answer, Joined(lines, "\n", language), Lettered(right),
            new FormParts(Left: [.. left.Select((one, index) => new FormChoice($"{index + 1}", one.Runs, one.Speech))]), wrong.ToImmutable());
    }

    /// <summary>Places of the shown entries from the least value to the greatest.</summary>
    private static int[] Sorted(int[] shown, Rational[] values) => [.. Enumerable.Range(0, shown.Length).OrderBy(place => values[shown[place]])];

    private static string Response(int[] places) => string.Join(',', places.Select(Letter));

    private static string Letter(int place) => ((char)('a' + place)).ToString();

    private static ImmutableArray<FormChoice> Lettered(Written[] written) =>
        [.. written.Select((one, place) => new FormChoice(Letter(place), one.Runs, one.Speech))];

    private static Written Write(Value value, Language language)
    {
        var writer = new RunWriter(language);
        TextPattern.Write(writer, value, "");
        return writer.Finish();
    }

    private static Written Joined(IEnumerable<Written> parts, string between, Language language)
    {
        var writer = new RunWriter(language);
        var first = true;
        foreach (var part in parts)
        {
            if (!first) writer.AddText(between);
            writer.Add(part);
            first = false;
        }

        return writer.Finish();
    }

    /// <summary>In every language, so that a seed draws the same in each.</summary>
    private static bool AllDiffer(LocalText[] texts, Scope scope) => Enum.GetValues<Language>().All(language =>
    {
        var written = texts.Select(text => text.Write(scope, language)).ToArray();
        for (var one = 0; one < written.Length; one++)
            for (var other = 0; other < one; other++)
                if (written[one].Shows(written[other])) return false;
        return true;
    });
}
