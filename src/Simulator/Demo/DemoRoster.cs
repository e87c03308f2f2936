using System.Collections.Immutable;

namespace LiveClass.Simulator.Demo;

/// <summary>
/// Who sits in a demo classroom: thirty invented students with names from several languages. In each room two share a first name
/// and one has a first name of 24 letters. What is a student's is the same in both rooms by its place on the list.
/// </summary>
internal static class DemoRoster
{
    private static readonly string[] NamesOf6a =
    [
        "Abena Mensah", "Ana Lima", "Anton Weber", "Bilal Haddad", "Carmen Ortiz", "Chiara Ricci", "Dmitri Volkov", "Elif Kaya", "Emma Jensen",
        "Farid Nazari", "Greta Lindqvist", "Hiro Tanaka", "Ines Duarte", "Jamal Carter", "Kalanikaumakaamanoikeola Reyes", "Kofi Owusu", "Leo Brandt",
        "Leo Fontaine", "Linh Tran", "Mateo Vargas", "Maya Cohen", "Noor Rahman", "Oskar Nowak", "Priya Nair", "Quinn O'Brien", "Rosa Delgado",
        "Sami Virtanen", "Tova Berg", "Yusuf Demir", "Zofia Kamińska",
    ];

    private static readonly string[] NamesOf7b =
    [
        "Adaeze Obi", "Aiko Mori", "Amir Karimi", "Beatriz Souza", "Camila Rojas", "Daniel Kim", "Daniel Meyer", "Esra Aydın", "Finn Murphy",
        "Giulia Conti", "Hana Novak", "Ibrahim Diallo", "Jonas Hansen", "Keira Walsh", "Lucía Herrera", "Malik Johnson", "Marta Kowalska", "Mei Chen",
        "Nadia Petrova", "Olivia Smith", "Oluwaseunfunmilayomidele Ade", "Pavel Dvořák", "Rania Saleh", "Ravi Iyer", "Sofia Bianchi", "Tariq Aziz",
        "Ulla Nieminen", "Viktor Horvat", "Wanjiru Kamau", "Yara Haddad",
    ];

    // By place on the list: twelve work online, six at the teacher's table, seven in pairs, four on their own, one is absent.
    private static readonly (DemoHabit Habit, DemoSupport Support, string? Station, string? Weak)[] Places =
    [
        (DemoHabit.Typical, DemoSupport.None, DemoStations.Teacher, Hard),
        (DemoHabit.WheelSpinning, DemoSupport.None, DemoStations.Online, "k11"),
        (DemoHabit.Hole, DemoSupport.None, DemoStations.Online, "k05"),
        (DemoHabit.Guessing, DemoSupport.None, DemoStations.Online, null),
        (DemoHabit.Typical, DemoSupport.Spanish, DemoStations.Online, null),
        (DemoHabit.Typical, DemoSupport.None, DemoStations.Teacher, Hard),
        (DemoHabit.Ahead, DemoSupport.None, DemoStations.Pairs, null),
        (DemoHabit.Pausing, DemoSupport.None, DemoStations.Online, null),
        (DemoHabit.Typical, DemoSupport.None, DemoStations.Pairs, Hard),
        (DemoHabit.Hole, DemoSupport.None, DemoStations.Teacher, "k07"),
        (DemoHabit.Ahead, DemoSupport.None, DemoStations.Online, null),
        (DemoHabit.LosesLink, DemoSupport.None, DemoStations.Online, null),
        (DemoHabit.Typical, DemoSupport.None, DemoStations.Pairs, Hard),
        (DemoHabit.Guessing, DemoSupport.None, DemoStations.Online, null),
        (DemoHabit.Typical, DemoSupport.ExtraTime, DemoStations.Online, null),
        (DemoHabit.Typical, DemoSupport.None, DemoStations.Teacher, Hard),
        (DemoHabit.Absent, DemoSupport.None, null, null),
        (DemoHabit.Late, DemoSupport.None, DemoStations.Online, null),
        (DemoHabit.Typical, DemoSupport.None, DemoStations.Own, Hard),
        (DemoHabit.Typical, DemoSupport.Spanish, DemoStations.Teacher, Hard),
        (DemoHabit.Ahead, DemoSupport.None, DemoStations.Own, null),
        (DemoHabit.Typical, DemoSupport.ReadAloud, DemoStations.Pairs, Hard),
        (DemoHabit.Pausing, DemoSupport.None, DemoStations.Online, null),
        (DemoHabit.Hole, DemoSupport.None, DemoStations.Pairs, "k05"),
        (DemoHabit.Typical, DemoSupport.None, DemoStations.Teacher, Hard),
        (DemoHabit.Hole, DemoSupport.None, DemoStations.Own, "k07"),
        (DemoHabit.Typical, DemoSupport.None, DemoStations.Own, Hard),
        (DemoHabit.Ahead, DemoSupport.None, DemoStations.Pairs, null),
        (DemoHabit.Hole, DemoSupport.None, DemoStations.Online, "k07"),
        (DemoHabit.Typical, DemoSupport.None, DemoStations.Pairs, Hard),
    ];

    private const string Hard = "hard";

    /// <summary>The students of a room.</summary>
    /// <param name="prefix">What their ids begin with.</param>
    /// <param name="hard">The skill that many miss.</param>
    public static ImmutableArray<DemoStudent> Of(string prefix, string hard)
    {
        var names = string.Equals(prefix, "6a", StringComparison.Ordinal) ? NamesOf6a : NamesOf7b;
        return
        [
            .. Places.Select((place, index) => new DemoStudent(
                $"{prefix}-{index + 1:D2}", names[index], place.Habit, place.Support, place.Station, place.Weak is Hard ? hard : place.Weak)),
        ];
    }
}
