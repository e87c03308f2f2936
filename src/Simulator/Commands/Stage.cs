using System.CommandLine;
using LiveClass.Simulator.Showing;
using Spectre.Console;

namespace LiveClass.Simulator.Commands;

/// <summary>Where commands write, how they show progress, and which clock they keep.</summary>
/// <param name="Output">Gets the receipt; its last line is one JSON object.</param>
/// <param name="Display">Shows progress.</param>
/// <param name="Time">The clock.</param>
public sealed record Stage(TextWriter Output, IDisplay Display, TimeProvider Time)
{
    /// <summary>The console: bars on a terminal, plain lines into a file or a pipe.</summary>
    public static Stage OfConsole() => new(
        Console.Out,
        Console.IsOutputRedirected ? new LineDisplay(Console.Out, TimeProvider.System) : new BarDisplay(AnsiConsole.Console),
        TimeProvider.System);
}

/// <summary>The whole command line.</summary>
public static class CommandLine
{
    /// <summary>All commands, on a stage.</summary>
    public static RootCommand Create(Stage stage) => new("Plays students against a running LiveClass server, and says honestly what came of it.")
    {
        ReplayCommand.Create(stage),
        ClassCommand.Create(stage),
        LoadCommand.Create(stage),
    };
}
