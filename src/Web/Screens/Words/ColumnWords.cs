using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Words;

namespace LiveClass.Web.Screens.Words;

/// <summary>
/// The figures under a column's name: those who are here alone. Written again in <c>Scripts/src/words/column.ts</c>; both are held to
/// <c>Scripts/vectors/columns.json</c>.
/// </summary>
/// <param name="Mastered">How many mastered it.</param>
/// <param name="Present">How many are here.</param>
/// <param name="Struggling">How many struggle, where that is 4 or more; else empty.</param>
/// <param name="Label">The accessible name.</param>
public readonly record struct ColumnWords(string Mastered, string Present, string Struggling, string Label)
{
    private const int ManyFrom = 4;

    /// <summary>The words of a skill's column.</summary>
    public static ColumnWords Of(SkillView skill, IEnumerable<StudentView> students, PageWords words)
    {
        int present = 0, mastered = 0, struggling = 0;
        foreach (var student in students)
        {
            if (student.Presence is not (Presence.Here or Presence.OnBreak)) continue;
            present++;
            var level = student.Cells.FirstOrDefault(cell => cell.Skill == skill.Id)?.Level;
            if (level == MasteryLevel.Mastered) mastered++;
            if (level == MasteryLevel.Struggling) struggling++;
        }

        var label = words.Say(
            struggling > 0 ? "live.column.struggling" : "live.column", ("skill", skill.Name), ("mastered", mastered), ("present", present), ("struggling", struggling));
        return new($"{mastered}", $"{present}", struggling >= ManyFrom ? $"{struggling}" : "", label);
    }
}
