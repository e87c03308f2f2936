using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LiveClass.Records;

namespace LiveClass.Web.Classes;

/// <summary>A name that was read from a line.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Name">The name.</param>
/// <param name="Changed">True where something was taken off the line.</param>
public sealed record ReadName(int Line, string Name, bool Changed);

/// <summary>Something that a person should know about a line: the key of the sentence and what fills it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Value">What fills <c>{value}</c>.</param>
public sealed record NameRemark(string Key, int Line, string Value = "");

/// <summary>
/// A list of names as people paste it: one a line, from a letter, a spreadsheet or a register. Numbers, bullets, quotes and e-mail
/// addresses are taken off; "Lima, Ana" becomes "Ana Lima". Of the same name twice the first is taken and the second told.
/// </summary>
/// <param name="Names">The names, in order.</param>
/// <param name="Remarks">What was not taken, and why.</param>
public sealed partial record NameList(ImmutableArray<ReadName> Names, ImmutableArray<NameRemark> Remarks)
{
    /// <summary>The most students of a class.</summary>
    public const int Most = 50;

    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 80;

    /// <summary>The most characters of what is pasted.</summary>
    public const int LongestText = 20_000;

    private static readonly HashSet<string> Headings = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "names", "student", "students", "student name", "full name", "nombre", "nombres", "estudiante", "estudiantes", "alumno", "alumnos",
        "nombre y apellidos", "apellidos y nombre",
    };

    /// <summary>Reads what was pasted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Names that are on the list already: they are told and not taken.</param>
    public static NameList Read(string text, IEnumerable<string>? known = null)
    {
        var names = ImmutableArray.CreateBuilder<ReadName>();
        var remarks = ImmutableArray.CreateBuilder<NameRemark>();
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in known ?? []) seen[name] = 0;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var line = 1; line <= lines.Length; line++)
        {
            var typed = lines[line - 1];
            if (string.IsNullOrWhiteSpace(typed)) continue;
            var name = NameOf(typed);
            if (name.Length == 0) remarks.Add(new("classes.names.no-name", line, Short(typed)));
            else if (names.Count == 0 && Headings.Contains(name)) remarks.Add(new("classes.names.heading", line, name));
            else if (name.Length > LongestName || !RecordId.IsName(name)) remarks.Add(new("classes.names.long", line, Short(name)));
            else if (seen.TryGetValue(name, out var first)) remarks.Add(new(first == 0 ? "classes.names.known" : "classes.names.twice", line, name));
            else
            {
                seen[name] = line;
                names.Add(new(line, name, name != typed.Trim()));
            }
        }

        return new(names.ToImmutable(), remarks.ToImmutable());
    }

    private static string NameOf(string line)
    {
        var bare = Control().Replace(line.Replace('\t', ';'), " ");
        bare = Email().Replace(bare, " ");
        bare = Leading().Replace(bare, "");
        var cells = bare.Split(';').Select(cell => Blank().Replace(cell, " ").Trim(Around)).Where(cell => cell.Any(char.IsLetter)).ToArray();
        var name = string.Join(' ', cells);
        return name.Split(',') is [var family, var given] && given.Trim(Around).Length > 0
            ? $"{given.Trim(Around)} {family.Trim(Around)}".Trim()
            : name.Trim(Around);
    }

    private static string Short(string text) => text.Trim() is { Length: > 40 } longer ? $"{longer[..40]}…" : text.Trim();

    private static readonly char[] Around = [' ', '"', '“', '”', '«', '»', ',', ';', '|', '\''];

    [GeneratedRegex(@"^[\s""“«|;]*(?:[-–—•*·▪◦○●>☐]+\s*)?(?:[(\[]?\d{1,3}\s*[.):\]\-;]\s*|\d{1,3}\s+)?(?:[-–—•*·▪◦○●>☐]+\s*)?", RegexOptions.None, 1000)]
    private static partial Regex Leading();

    [GeneratedRegex(@"[<(\[]?[^\s<>()\[\];,""]+@[^\s<>()\[\];,""]+[>)\]]?", RegexOptions.None, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"[\u0000-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]", RegexOptions.None, 1000)]
    private static partial Regex Control();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
