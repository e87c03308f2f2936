using System.Collections.Immutable;

namespace LiveClass.Simulator.Demo;

/// <summary>A station of a demo classroom.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">Its kind, as the API writes it.</param>
/// <param name="Capacity">How many sit there.</param>
/// <param name="Adults">How many adults are there.</param>
/// <param name="Materials">What to take.</param>
public sealed record DemoStation(string Id, string Name, int Number, string Kind, int Capacity, int Adults, string Materials);

/// <summary>The stations of the demo classrooms.</summary>
public static class DemoStations
{
    /// <summary>The teacher's table.</summary>
    public const string Teacher = "teacher";

    /// <summary>Devices.</summary>
    public const string Online = "online";

    /// <summary>Two by two.</summary>
    public const string Pairs = "pairs";

    /// <summary>On one's own, on paper.</summary>
    public const string Own = "own";

    /// <summary>All of them.</summary>
    public static ImmutableArray<DemoStation> All { get; } =
    [
        new(Teacher, "Teacher", 1, "teacherLed", 6, 1, "A whiteboard and a pen each"),
        new(Online, "Online", 2, "online", 12, 0, "A device and headphones"),
        new(Pairs, "Pairs", 3, "collaborative", 8, 0, "Fraction cards, one box for two"),
        new(Own, "On your own", 4, "independent", 8, 0, "Notebook and the sheet from the tray"),
    ];
}
