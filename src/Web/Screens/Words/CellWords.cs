using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Words;

namespace LiveClass.Web.Screens.Words;

/// <summary>
/// How a cell of the grid is shown. Written again in <c>Scripts/src/words/cell.ts</c>; both are held to <c>Scripts/vectors/cells.json</c>.
/// </summary>
/// <param name="Text">The figure, P(mastery) × 100, that shows on demand; empty where nothing is known.</param>
/// <param name="Class">The level; <c>b0</c>-<c>b20</c>, the bar in steps of 5 %; <c>thin</c> where there is little evidence.</param>
/// <param name="Label">The accessible name.</param>
public readonly record struct CellWords(string Text, string Class, string Label)
{
    /// <summary>Fewer opportunities than this are too few to tell.</summary>
    public const int ThinUnder = 3;

    /// <summary>The words of a student's cell on a skill, which may have none yet.</summary>
    public static CellWords Of(string student, string skill, CellView? cell, PageWords words)
    {
        if (cell is null || cell.Level == MasteryLevel.NotStarted)
            return new("", "notStarted", words.Say("live.cell", ("student", student), ("skill", skill), ("level", words["live.level.notStarted"])));

        var thin = cell.Opportunities < ThinUnder;
        var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(cell.Level.ToString());
        var bar = cell.Level == MasteryLevel.Learning ? $" b{Rounded(cell.Mastery * 20)}" : "";
        return new(
            Rounded(cell.Mastery * 100).ToString(),
            name + bar + (thin ? " thin" : ""),
            words.Say(
                thin ? "live.cell.early" : "live.cell.tried", ("student", student), ("skill", skill), ("level", words[$"live.level.{name}"]),
                ("tries", words.Say("live.tries", ("count", cell.Opportunities)))));
    }

    // Half goes up, as in JavaScript.
    private static int Rounded(double value) => (int)Math.Floor(value + 0.5);
}
