using System.Collections.Immutable;

namespace LiveClass.Simulator.Demo;

/// <summary>A classroom of the demo school.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Grade">The grade whose skills its students know from before.</param>
/// <param name="Yesterday">The skills of yesterday's lesson, in order.</param>
/// <param name="Targets">The skills of today's lesson, in order.</param>
/// <param name="Tomorrow">What tomorrow's lesson is called, and its skills in order.</param>
/// <param name="Hard">The skill that was new yesterday and that many miss.</param>
/// <param name="Apart">Two students whom the teacher keeps apart.</param>
/// <param name="Students">Its students in the order of the list.</param>
public sealed record DemoRoom(
    string Id, string Name, int Grade, ImmutableArray<string> Yesterday, ImmutableArray<string> Targets,
    (string Title, ImmutableArray<string> Targets) Tomorrow, string Hard, (string One, string Other) Apart,
    ImmutableArray<DemoStudent> Students)
{
    /// <summary>How long a lesson of the demo lasts.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(50);

    /// <summary>The two rooms.</summary>
    public static ImmutableArray<DemoRoom> All { get; } =
    [
        new(
            "demo-6a", "6a · Fractions and ratios", 5, ["k07", "k11", "k10", "k12"], ["k11", "k13", "k15", "k16", "k17", "k18", "k19", "k22"],
            ("Parts of parts", ["k11", "k13", "k15", "k17"]), "k11",
            ("6a-13", "6a-19"), DemoRoster.Of("6a", "k11")),
        new(
            "demo-7b", "7b · Equations", 6, ["k21", "k25", "k22", "k18"], ["k25", "k19", "k21", "k23", "k24", "k26", "k27", "k28"],
            ("Equations in two moves", ["k25", "k24", "k27", "k28"]), "k25",
            ("7b-13", "7b-19"), DemoRoster.Of("7b", "k25")),
    ];
}
