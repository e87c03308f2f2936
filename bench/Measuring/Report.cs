using System.Text.Json;
using Spectre.Console;

namespace LiveClass.Bench.Measuring;

/// <summary>How a run shows its figures: a table to read, and one JSON object as its last line.</summary>
public static class Report
{
    private const int Widest = 200;

    /// <summary>Writes the table at its full width, also into a file.</summary>
    public static void Table(Table table)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = Widest;
        AnsiConsole.Write(table);
    }

    /// <summary>Writes the last line.</summary>
    public static void LastLine(object figures) => Console.WriteLine(JsonSerializer.Serialize(figures));
}
