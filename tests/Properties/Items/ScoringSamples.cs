using LiveClass.Learning.Items;

namespace LiveClass.Tests.Properties.Items;

/// <summary>Responses of every kind, well and badly written, to one form of each answer type.</summary>
internal static class ScoringSamples
{
    public static IEnumerable<(ItemForm Form, string Response, ResponseScore Score)> All()
    {
        foreach (var (template, level, responses) in Responses)
        {
            if (!ItemTemplates.Shipped.TryFind(template, level, out var found)) throw new InvalidOperationException(template);
            var form = found.Generate(11, Language.English);
            var own = form.Key!.Misconceptions.Select(one => one.Response).Prepend(form.Key.Right);
            foreach (var response in own.Concat(responses)) yield return (form, response, ResponseScorer.Score(form, response));
        }
    }

    private static readonly (string Template, int Level, string[] Responses)[] Responses =
    [
        ("k01a", 1, ["1/4", "2/8", "0.25", "0,25", "1/2", "3/0", "/4", "1/", "", " ", "1/2/3", "-1/4", "\u22121/4", "9999999999/1"]),
        ("k01b", 2, ["a", "a,b", "b,a", "a, b", "c,d", "a,b,c,d", "d,c,b", ""]),
        ("k02a", 2, ["5/4", "1.25", "1 1/4", "2", "0", "-1", "x"]),
        ("k04a", 1, ["a", "b", "c", "d", "", "a,b"]),
        ("k04b", 2, ["a,b,c", "c,b,a", "b,a,c", "a,c,b", "b,c,a", "c,a,b", "a,b"]),
        ("k05a", 2, ["12", "12.0", "12/1", "012", "1e2", "12.", ".5", "2,5", "-3", "1 2"]),
        ("k05b", 1, ["2/3", "4/6", "6/9", "10/15", "1/2", "0.5", "0/5", "1 0/2", "1/3", "2/5", "3/5", "3/4"]),
        ("k08a", 2, ["7/2", "3 1/2", "2 3/2", "3.5", "-3 1/2", "3 1", "3 1/0", "14/4", "3 2/4", "23/4", "5 3/4", "15/4"]),
        ("k16b", 1, ["1a,2b,3c", "3c,2b,1a", "1b,2a,3c", "1c,2a,3b", "1a,2a,3a", ""]),
        ("k23a", 1, ["3x+6", "6+3x", "3(x+2)", "x*3+6", "3 x + 6", "3·x+6", "x+x+x+6", "3x+3*2", "3x", "6", "-x", "3x+", "(3x+6", "xx", "2.5x+1", "1/2x", "3y+6", "3X+6", "+3x+6", "3x--6", "3/0x", "7x+7", "7(x+1)", "x7+7", "5x+20", "5(x+4)", "4x+8", "1234567890x"]),
    ];
}
