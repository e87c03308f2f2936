using System.Collections.Immutable;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Screens.Words;

/// <summary>What stands where in the grid: nothing of it changes while a lesson runs.</summary>
/// <param name="Columns">The skills that have a column.</param>
/// <param name="Tiles">Their tile names.</param>
/// <param name="Halves">The students of each half, in the order of the rows.</param>
/// <param name="Names">Each student's name as its row shows it.</param>
/// <param name="Letters">Each small group's letter.</param>
public sealed record GridPlan(
    ImmutableArray<SkillView> Columns, ImmutableArray<TileName> Tiles, ImmutableArray<ImmutableArray<StudentView>> Halves,
    IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> Letters)
{
    private const int RowsAHalf = 18;
    private const int MostRowsAHalf = 25;
    private const int MostColumns = 12;
    private const int MostColumnsWithLyingNames = 8;

    /// <summary>True where tile names are written upwards.</summary>
    public bool Upright => Columns.Length > MostColumnsWithLyingNames;

    /// <summary>True where a half has more rows than fit without scrolling.</summary>
    public bool Tall => Halves.Any(half => half.Length > RowsAHalf);

    /// <summary>The plan of a board. Before the first lesson, which fixes the columns, they are the first skills.</summary>
    public static GridPlan Of(BoardView board)
    {
        var skills = board.Skills.ToDictionary(skill => skill.Id, StringComparer.Ordinal);
        ImmutableArray<SkillView> columns = board.Columns.IsEmpty
            ? [.. board.Skills.Take(MostColumns)]
            : [.. board.Columns.Select(id => skills.GetValueOrDefault(id) ?? new SkillView(id, id))];

        var count = board.Students.Length;
        var first = count <= 2 * RowsAHalf ? Math.Min(count, RowsAHalf) : Math.Min(Math.Max((count + 1) / 2, MostRowsAHalf), count);
        return new(
            columns, TileName.Of(columns),
            [board.Students[..first], board.Students[first..]],
            RowNames(board.Students),
            board.SmallGroups.ToDictionary(smallGroup => smallGroup.Id, smallGroup => smallGroup.Letter, StringComparer.Ordinal));
    }

    /// <summary>The skill whose cell stands for the student where there is room for one: what help is about, else the next step's, else the first.</summary>
    public string? Focus(StudentView student)
    {
        string?[] wanted = [student.Help.IsEmpty ? null : student.Help[0].Skill, student.NextStep?.Skill];
        return wanted.FirstOrDefault(id => id is not null && Columns.Any(column => column.Id == id)) ?? Columns.FirstOrDefault()?.Id;
    }

    private static Dictionary<string, string> RowNames(ImmutableArray<StudentView> students)
    {
        var initials = students.Select(student => ShortNames.WithInitial(student.Name)).ToList();
        var often = initials.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return students.Select((student, place) => (student, name: initials[place]))
            .ToDictionary(row => row.student.Id, row => often.Contains(row.name) ? row.student.Name : row.name, StringComparer.Ordinal);
    }
}
