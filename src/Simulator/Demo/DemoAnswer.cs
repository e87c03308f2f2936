using LiveClass.Learning.Items;

namespace LiveClass.Simulator.Demo;

/// <summary>What a student of the demo school answers to one form of an item.</summary>
/// <param name="Score">What the item's scorer gives, 0 to 1.</param>
/// <param name="Form">The seed of the form; 0 where the item has no template.</param>
/// <param name="Response">The response; null where the item has no template.</param>
/// <param name="Misconception">The misconception that the scorer finds in it; null where none.</param>
public readonly record struct DemoAnswer(double Score, long Form, string? Response, string? Misconception)
{
    /// <summary>Whether it is right.</summary>
    public bool IsRight => Score >= 1;

    /// <summary>Answers a form as the student wishes: right, or wrong by one of the misconceptions that the form predicts.</summary>
    /// <param name="item">The item, <c>k05a-2</c>.</param>
    /// <param name="right">Whether the student gets it.</param>
    /// <param name="random">The student's own randomness: draws the form and the wrong answer.</param>
    public static DemoAnswer To(string item, bool right, Random random)
    {
        var seed = 1 + random.NextInt64(1L << 52);
        var which = random.Next();
        if (!TryFind(item, out var template)) return new DemoAnswer(right ? 1 : 0, 0, null, null);
        var form = template.Generate(seed, Language.English);
        var response = right ? form.Key!.Right : Wrong(form, which);
        var score = ResponseScorer.Score(form, response);
        return new DemoAnswer(score.Score, seed, response, score.Misconception);
    }

    private static bool TryFind(string item, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ItemTemplate? template)
    {
        template = null;
        var dash = item.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && int.TryParse(item.AsSpan(dash + 1), out var level) && ItemTemplates.Shipped.TryFind(item[..dash], level, out template);
    }

    private static string Wrong(ItemForm form, int which)
    {
        var key = form.Key!;
        return key.Misconceptions.Length > 0
            ? key.Misconceptions[which % key.Misconceptions.Length].Response
            : Careless(form).First(response => ResponseScorer.Score(form, response).Score < 1);
    }

    // Where no misconception predicts an answer to these numbers: two that are readable, of which one at most is right.
    private static string[] Careless(ItemForm form) => form.Type switch
    {
        ItemType.Choice or ItemType.Many => [.. form.Choices.Select(choice => choice.Id)],
        ItemType.Order => [string.Join(',', form.Choices.Select(choice => choice.Id)), string.Join(',', form.Choices.Select(choice => choice.Id).Reverse())],
        ItemType.Pairs => [Pairs(form.Choices.Select(choice => choice.Id)), Pairs(form.Choices.Select(choice => choice.Id).Reverse())],
        ItemType.Number => ["1", "10"],
        ItemType.Mixed => ["1 1/2", "2 1/3"],
        ItemType.Expression => [$"{form.Parts.Letter}+1", $"2{form.Parts.Letter}"],
        _ => ["1/2", "2/3"],
    };

    private static string Pairs(IEnumerable<string> right) => string.Join(',', right.Select((id, index) => $"{index + 1}{id}"));
}
