using System.Collections.Immutable;

namespace LiveClass.Learning.Items.Texts;

/// <summary>Takes out of a solution that ends in "a = b =" and then the answer b what would say b twice: where nothing was left to shorten.</summary>
internal static class Repetition
{
    private const string Open = "<math><mrow>";
    private const string EqualSign = "<mo>=</mo>";
    private const string Close = "</mrow></math>";

    /// <summary>The runs, with the answer once.</summary>
    public static ImmutableArray<FormRun> Without(ImmutableArray<FormRun> runs)
    {
        if (runs is not [.., { Math: { } open }, { Text: " " }, { Math: { } answer }]) return runs;
        var last = Inside(answer) + EqualSign + Close;
        if (!open.EndsWith(last, StringComparison.Ordinal)) return runs;
        var kept = open[..^last.Length];
        if (kept == Open) return runs.RemoveRange(runs.Length - 3, 2);
        return kept.EndsWith(EqualSign, StringComparison.Ordinal) ? runs.SetItem(runs.Length - 3, new FormRun(Math: kept + Close)) : runs;
    }

    private static string Inside(string math) => math["<math>".Length..^"</math>".Length];
}
