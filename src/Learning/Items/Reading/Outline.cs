using System.Collections.Immutable;

namespace LiveClass.Learning.Items.Reading;

/// <summary>A line of a template file with the lines that are indented under it.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Number">The line's number, from 1.</param>
/// <param name="Key">What stands before the first colon, trimmed.</param>
/// <param name="Rest">What stands after it.</param>
/// <param name="Under">The lines below, deeper indented.</param>
internal sealed record Line(string File, int Number, string Key, string Rest, ImmutableArray<Line> Under)
{
    public ItemTemplateException Fault(string message) => new(File, Number, message);

    /// <summary>Reads with this line as the place of every fault.</summary>
    public T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ItemTemplateException fault) when (!fault.Message.StartsWith(File, StringComparison.Ordinal))
        {
            throw Fault(fault.Message);
        }
    }
}

/// <summary>Reads a file's indentation: two spaces a level, <c>#</c> begins a comment line, empty lines do not matter.</summary>
internal static class Outline
{
    private sealed record Raw(int Number, int Depth, string Text);

    public static ImmutableArray<Line> Read(string file, string text)
    {
        var raw = new List<Raw>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var trimmed = line.Trim();
            if (trimmed.Length == 0 || trimmed[0] == '#') continue;
            var indent = line.Length - line.TrimStart().Length;
            if (indent % 2 != 0 || line.Contains('\t', StringComparison.Ordinal))
                throw new ItemTemplateException(file, number, "Indent by two spaces a level.");
            raw.Add(new Raw(number, indent / 2, trimmed));
        }

        var at = 0;
        return Under(file, raw, ref at, 0);
    }

    private static ImmutableArray<Line> Under(string file, List<Raw> raw, ref int at, int depth)
    {
        var lines = ImmutableArray.CreateBuilder<Line>();
        while (at < raw.Count && raw[at].Depth >= depth)
        {
            var line = raw[at];
            if (line.Depth > depth) throw new ItemTemplateException(file, line.Number, "This line is indented too far.");
            at++;
            var colon = line.Text.IndexOf(':');
            var (key, rest) = colon < 0 ? (line.Text, "") : (line.Text[..colon].Trim(), line.Text[(colon + 1)..].Trim());
            lines.Add(new Line(file, line.Number, key, rest, Under(file, raw, ref at, depth + 1)));
        }

        return lines.ToImmutable();
    }
}
