using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Tests.Browser.Sample;

/// <summary>Boards of an invented class, the same each time. Names come from several languages; two share a first name, one has 24 letters.</summary>
public static class SampleBoards
{
    public static readonly Instant Now = Instant.Of(new DateTimeOffset(2026, 11, 22, 10, 28, 0, TimeSpan.Zero));

    /// <summary>How students join, while two devices wait.</summary>
    public static readonly object Waiting = new
    {
        classroom = "demo-6a",
        lesson = "l1",
        code = "KITE-27",
        waiting = new[] { new { number = 1, since = "2026-11-22T10:27:00Z" }, new { number = 2, since = "2026-11-22T10:27:30Z" } },
        joined = Array.Empty<string>(),
    };

    /// <summary>The same, while no device waits.</summary>
    public static readonly object NobodyWaits = new { classroom = "demo-6a", lesson = "l1", code = "KITE-27", waiting = Array.Empty<object>(), joined = new[] { "s1" } };

    private static readonly string[] Names =
    [
        "Abena Adjei", "Ahmad Aziz", "Ana Barros", "Ana Castillo", "Anneliese Dombrowski-Haas", "Ayşe Demir", "Bao Dinh", "Björn Ek", "Chiara Ferri",
        "Dmitri Gurin", "Elif Güneş", "Emeka Hassan", "Fatou Ibrahima", "Finn Jansen", "Giulia Kowalczyk", "Hana Kimura", "Ibrahim Lawal", "Inés Lozano",
        "Jasper Maas", "Kai Mbeki", "Kofi Mensah", "Leila Nasser", "Leo Novák", "Maya O'Brien", "Mei Okafor", "Nikhil Patel", "Noor Qureshi",
        "Olu Rahman", "Priya Sato", "Ravi Silva", "Sofía Torres", "Tomás Ueda", "Wren Vance", "Xiomara Villanueva", "Zoë Wójcik",
        "Yusuf Xavier", "Zainab Young", "Adam Zeller", "Bea Zhou", "Carl Zimmer",
    ];

    private static readonly (string Id, string Name)[] Skills =
    [
        ("k11", "Add unlike"), ("k13", "Fraction times fraction"), ("k15", "Divide fractions"), ("k16", "Ratios in words"), ("k17", "Per one"),
        ("k18", "Ratio tables"), ("k19", "Percent of a number"), ("k22", "Use a letter for a number"), ("k05", "Make equal fractions"),
        ("k07", "Add and take away, same bottom"), ("k12", "Fraction as division"), ("k21", "Order and distance from zero"),
    ];

    private static readonly StationView[] AllStations =
    [
        new("teacher", "Teacher", 1, StationKind.TeacherLed, 6, 6, 1, "whiteboards", []),
        new("online", "Online", 2, StationKind.Online, 12, 9, 0, "devices", []),
        new("pairs", "Pairs", 3, StationKind.Collaborative, 8, 8, 0, "fraction tiles", []),
        new("own", "On your own", 4, StationKind.Independent, 8, 8, 0, "booklet p. 12", []),
    ];

    /// <summary>A class in the middle of a lesson, with every level and every mark.</summary>
    public static BoardView Running(int students = 35, int columns = 8)
    {
        var random = new Random(students * 100 + columns);
        ImmutableArray<SkillView> skills = [.. Skills.Select(skill => new SkillView(skill.Id, skill.Name))];
        ImmutableArray<string> shown = [.. skills.Take(columns).Select(skill => skill.Id)];
        var rows = Enumerable.Range(0, students).Select(place => Student(place, shown, random)).ToImmutableArray();
        ImmutableArray<QueueLineView> queue = [.. rows
            .Where(student => !student.Help.IsEmpty && student.Presence == Presence.Here)
            .OrderBy(student => student.Help[0].Reason).ThenBy(student => student.Help[0].Since)
            .Select(student => new QueueLineView(student.Id, student.Help[0].Reason, student.Help[0].Since))];
        return new BoardView
        {
            Classroom = "demo-6a",
            Name = "6a",
            Version = 917,
            Now = Now,
            Lesson = new("l1", LessonState.Running, LessonBlockKind.Flex, [.. shown.Take(3)], Now + TimeSpan.FromMinutes(22), false, Now - TimeSpan.FromMinutes(28)),
            Skills = skills,
            Columns = shown,
            Students = rows,
            SmallGroups = [.. "ABCDEF".Select(letter => new SmallGroupView($"g{letter}", $"{letter}", "k11", [], false))],
            Stations = [.. AllStations],
            Queue = queue,
            Everyone = new("k11", 14, 31),
            Praise = [.. rows.Where((_, place) => place is 8 or 16).Select(student => new PraiseView(student.Id, "6 of the last 7 right"))],
            Unseen = [.. rows.Take(9).Select(student => student.Id)],
            Counts = new(12_345, 3, 0),
        };
    }

    /// <summary>A class before its first lesson: nothing is known.</summary>
    public static BoardView NoLesson() => Running() with
    {
        Lesson = null,
        Columns = [],
        Queue = [],
        Everyone = null,
        Praise = [],
        Unseen = [],
        Counts = new(0, 0, 0),
        Students = [.. Running().Students.Select(Unknown)],
    };

    /// <summary>A lesson's first minute: some have joined.</summary>
    public static BoardView FirstMinute() => NoLesson() with
    {
        Lesson = new("l1", LessonState.Running, null, ["k11"], null, false, Now - TimeSpan.FromSeconds(40)),
        Columns = Running().Columns,
        Students = [.. NoLesson().Students.Select((student, place) => place < 24 ? student with { Presence = Presence.Here, Link = Link.Live } : student)],
    };

    /// <summary>A lesson that nobody has joined yet.</summary>
    public static BoardView Empty() => FirstMinute() with { Students = [.. FirstMinute().Students.Select(student => student with { Presence = Presence.Expected, Link = Link.None })] };

    /// <summary>A lesson of ten minutes in which little has been answered.</summary>
    public static BoardView TooEarly() => FirstMinute() with { Lesson = FirstMinute().Lesson! with { StartedAt = Now - TimeSpan.FromMinutes(10) } };

    /// <summary>A lesson in which nobody needs help.</summary>
    public static BoardView AllWell() => Running() with
    {
        Queue = [],
        Everyone = null,
        Students = [.. Running().Students.Select(student => student with { Help = [], Link = Link.Live })],
    };

    /// <summary>A lesson that ended three minutes ago.</summary>
    public static BoardView Ended() => Running() with
    {
        Lesson = new("l1", LessonState.Ended, null, ["k11"], null, false, Now - TimeSpan.FromMinutes(50), Now - TimeSpan.FromMinutes(3), Late: 4),
        Queue = [],
        Everyone = null,
        Misses = [new("k11", "adds-tops-and-bottoms", 4)],
    };

    /// <summary>A classroom that was made without students.</summary>
    public static BoardView NoStudents() => NoLesson() with { Students = [], Unseen = [] };

    private static StudentView Unknown(StudentView student) => student with
    {
        Presence = Presence.Expected,
        Link = Link.None,
        Station = null,
        SmallGroup = null,
        Help = [],
        NextStep = null,
        Cells = [],
        ClaimedBy = null,
        LastVisit = null,
    };

    private static StudentView Student(int place, ImmutableArray<string> columns, Random random)
    {
        var presence = place switch { 12 => Presence.Absent, 20 => Presence.OnBreak, 27 => Presence.Expected, 31 => Presence.Left, _ => Presence.Here };
        ImmutableArray<HelpView> help = place switch
        {
            2 => [Help(ShownReason.HandRaised, 4, "stuck", null)],
            7 => [Help(ShownReason.Struggling, 3, "1 of the last 7 right", "k11"), Help(ShownReason.Idle, 2, "2 minutes without an answer", null)],
            10 => [Help(ShownReason.WheelSpinning, 12, "12 tries, not mastered", "k13")],
            15 => [Help(ShownReason.RapidGuessing, 1, "3 of the last 5 fast and not right", null)],
            19 => [Help(ShownReason.HandRaised, 1, "check my work", null)],
            4 => [Help(ShownReason.Struggling, 6, "0 of the first 4 right", "k22")],
            24 => [Help(ShownReason.Idle, 5, "5 minutes without an answer", null)],
            _ => [],
        };
        return new StudentView
        {
            Id = $"s{place + 1}",
            Name = Names[place],
            Presence = presence,
            Link = place == 29 ? Link.Lost : Link.Live,
            Since = Now - TimeSpan.FromMinutes(27),
            LastVisit = place % 3 == 1 ? Now - TimeSpan.FromMinutes(22) : null,
            ClaimedBy = place == 19 ? "Ms Ito" : null,
            Station = AllStations[place % 4].Id,
            SmallGroup = $"g{"ABCDEF"[place % 6]}",
            Help = help,
            NextStep = new(NextStepKind.Practice, columns[place % columns.Length], "It is today's target.", Item: $"i{place}", Reason: NextStepReason.Target),
            Cells = [.. columns.Select(skill => Cell(skill, random))],
        };
    }

    private static HelpView Help(ShownReason reason, int minutes, string evidence, string? skill) =>
        new(reason, Now - TimeSpan.FromMinutes(minutes), evidence, skill);

    private static CellView Cell(string skill, Random random)
    {
        var mastery = Math.Round(random.NextDouble(), 3);
        var opportunities = random.Next(1, 14);
        return random.Next(10) switch
        {
            0 => new(skill, 0.4, 0, MasteryLevel.NotStarted, 0),
            1 or 2 => new(skill, Math.Round(mastery * 0.3, 3), 0.2, MasteryLevel.Struggling, Math.Max(4, opportunities)),
            3 or 4 or 5 => new(skill, Math.Round(0.95 + mastery * 0.05, 3), 0.9, MasteryLevel.Mastered, opportunities),
            6 => new(skill, 0.96, 0.62, MasteryLevel.ReviewDue, Math.Max(3, opportunities)),
            _ => new(skill, Math.Round(mastery * 0.94, 3), mastery, MasteryLevel.Learning, opportunities),
        };
    }
}
