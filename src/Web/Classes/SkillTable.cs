using System.Collections.Immutable;
using System.Text;
using LiveClass.Records;
using LiveClass.Records.Classrooms;

namespace LiveClass.Web.Classes;

/// <summary>
/// Skills as a table is pasted: <c>id,name,prerequisites</c>, a skill a line; the cells parted by commas, semicolons or tabs, prerequisites
/// inside their cell by blanks or another of these. The first line may be the heading.
/// </summary>
internal static class SkillTable
{
    /// <summary>The most characters of what is pasted.</summary>
    public const int LongestText = 100_000;

    /// <summary>The skills of a table, or the first thing that is wrong with it: <c>{line}</c> is in the value's place before the colon.</summary>
    public static (ImmutableArray<SkillPut> Skills, NameRemark? Problem) Read(string text)
    {
        var skills = ImmutableArray.CreateBuilder<SkillPut>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var parted = Separator(lines.FirstOrDefault(line => line.Trim().Length > 0) ?? "");
        for (var line = 1; line <= lines.Length; line++)
        {
            if (lines[line - 1].Trim().Length == 0) continue;
            var cells = Cells(lines[line - 1], parted);
            if (skills.Count == 0 && cells[0].Equals("id", StringComparison.OrdinalIgnoreCase)) continue;
            if (cells.Count < 2) return (default, new("classes.csv.cells", line));
            if (!RecordId.IsValid(cells[0])) return (default, new("classes.csv.id", line, cells[0]));
            if (!RecordId.IsName(cells[1])) return (default, new("classes.csv.name", line, cells[0]));
            if (!seen.Add(cells[0])) return (default, new("classes.csv.twice", line, cells[0]));
            var needs = cells.Skip(2).SelectMany(cell => cell.Split([' ', ';', ',', '|'], StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).ToArray();
            if (needs.FirstOrDefault(need => !RecordId.IsValid(need)) is { } bad) return (default, new("classes.csv.id", line, bad));
            skills.Add(new(cells[0], cells[1], needs));
        }

        return (skills.ToImmutable(), null);
    }

    private static char Separator(string line) => line.Contains('\t') ? '\t' : line.Count(c => c == ';') > line.Count(c => c == ',') ? ';' : ',';

    // Cells may be quoted, a quote inside is doubled: RFC 4180.
    private static List<string> Cells(string line, char parted)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            var c = line[at];
            if (quoted && c == '"' && at + 1 < line.Length && line[at + 1] == '"') cell.Append(line[at++]);
            else if (c == '"' && (quoted || cell.ToString().Trim().Length == 0)) quoted = !quoted;
            else if (c == parted && !quoted) Close();
            else cell.Append(c);
        }

        Close();
        return cells;

        void Close()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
