using System.Collections.Immutable;
using System.Globalization;

namespace LiveClass.Simulator.Replay;

/// <summary>One answer of a log, in the log's order.</summary>
/// <param name="Student">Who.</param>
/// <param name="Item">What.</param>
/// <param name="Skills">The skills that it shows, at least one.</param>
/// <param name="Seconds">When, in seconds; 0 where the log has no times.</param>
/// <param name="Score">0 to 1.</param>
public sealed record LoggedResponse(string Student, string Item, ImmutableArray<string> Skills, double Seconds, double Score);

/// <summary>Reads a log of responses: <c>student,item,skills,time,correct</c>, skills joined by <c>;</c>, rows in the order of time.</summary>
public static class ResponseLog
{
    private const string Header = "student,item,skills,time,correct";

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">A line is not as described; the message names it.</exception>
    public static ImmutableArray<LoggedResponse> Read(TextReader reader)
    {
        if (!string.Equals(reader.ReadLine()?.TrimEnd(), Header, StringComparison.Ordinal))
            throw new InvalidDataException($"Line 1 must be '{Header}'.");
        var skills = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        var responses = ImmutableArray.CreateBuilder<LoggedResponse>();
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            if (text.Length > 0) responses.Add(Parse(text, line, skills));
        }
        return responses.ToImmutable();
    }

    private static LoggedResponse Parse(string text, int line, Dictionary<string, ImmutableArray<string>> known)
    {
        var parts = text.TrimEnd('\r').Split(',');
        if (parts.Length != 5 || parts[0].Length == 0 || parts[1].Length == 0 || parts[2].Length == 0)
            throw new InvalidDataException($"Line {line} needs five parts, with a student, an item and a skill: '{text}'.");
        if (!double.TryParse(parts[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || !double.IsFinite(seconds))
            throw new InvalidDataException($"Line {line}: the time '{parts[3]}' is not a number.");
        if (!double.TryParse(parts[4], NumberStyles.Float, CultureInfo.InvariantCulture, out var score) || score is not (>= 0 and <= 1))
            throw new InvalidDataException($"Line {line}: correct is '{parts[4]}', not 0 to 1.");
        if (!known.TryGetValue(parts[2], out var skills))
        {
            skills = [.. parts[2].Split(';', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
            known.Add(parts[2], skills);
        }
        return new LoggedResponse(parts[0], parts[1], skills, seconds, score);
    }
}
