using System.Collections.Immutable;

namespace LiveClass.Simulator.Http;

/// <summary>The stations of any simulated classroom.</summary>
public static class Stations
{
    /// <summary>Four stations; the online one has room for everybody.</summary>
    public static ImmutableArray<StationBody> OfAnyClassroom(int students) =>
    [
        new("teacher", "Teacher", 1, "teacherLed", 6, Adults: 1),
        new("online", "Online", 2, "online", Math.Max(12, students)),
        new("pairs", "Pairs", 3, "collaborative", 8),
        new("own", "On your own", 4, "independent", 8),
    ];
}
