namespace LiveClass.Bench.Mastery;

/// <summary>One row of a response log, by the numbers that <see cref="ResponseLog"/> gave out.</summary>
/// <param name="Student">The student.</param>
/// <param name="Item">The item.</param>
/// <param name="FirstSkill">Where its skills begin in <see cref="ResponseLog.Skills"/>.</param>
/// <param name="SkillCount">How many skills it has.</param>
/// <param name="Seconds">When; 0 where the log has no times.</param>
/// <param name="Right">Whether it was right.</param>
public readonly record struct Response(int Student, int Item, int FirstSkill, int SkillCount, long Seconds, bool Right);

/// <summary>
/// Response logs with the columns <c>student,item,skills,time,correct</c>, skills joined by <c>;</c>. Several files share one numbering, so
/// that what was learned of an item in one counts in the next.
/// </summary>
public sealed class ResponseLog
{
    private const string Header = "student,item,skills,time,correct";

    private readonly Dictionary<string, int> students = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> skillNumbers = new(StringComparer.Ordinal);

    /// <summary>The skills of all rows, one row after the other.</summary>
    public List<int> Skills { get; } = [];

    /// <summary>How many students were met so far.</summary>
    public int Students => students.Count;

    /// <summary>How many items were met so far.</summary>
    public int Items => items.Count;

    /// <summary>How many skills were met so far.</summary>
    public int SkillCount => skillNumbers.Count;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">A line is not as described; the message names file and line.</exception>
    public List<Response> Read(string path)
    {
        var rows = new List<Response>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (number == 1)
            {
                if (!string.Equals(line.Trim(), Header, StringComparison.Ordinal))
                    throw new InvalidDataException($"{path}: the first line must be '{Header}'.");
                continue;
            }
            if (line.Length > 0) rows.Add(Row(line.Split(','), path, number));
        }
        return rows;
    }

    private Response Row(string[] cells, string path, int number)
    {
        if (cells.Length != 5 || !double.TryParse(cells[3], out var seconds) || cells[4] is not ("0" or "1"))
            throw new InvalidDataException($"{path}, line {number}: expected {Header}.");
        var first = Skills.Count;
        foreach (var skill in cells[2].Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var key = NumberOf(skillNumbers, skill);
            if (Skills.IndexOf(key, first) < 0) Skills.Add(key);
        }
        return new Response(
            NumberOf(students, cells[0]), NumberOf(items, cells[1]), first, Skills.Count - first, (long)seconds, cells[4] == "1");
    }

    private static int NumberOf(Dictionary<string, int> numbers, string id)
    {
        if (!numbers.TryGetValue(id, out var number)) numbers.Add(id, number = numbers.Count);
        return number;
    }
}
