using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Tests.Properties.Views;

/// <summary>Boards from a seed: any field may be null, empty or full, and small id ranges make them overlap.</summary>
internal sealed class RandomBoards(int seed)
{
    private readonly Random random = new(seed);

    public BoardView Board() => new()
    {
        Classroom = "c1",
        Name = Text("class"),
        Version = random.Next(1000),
        Now = Moment(),
        Parked = Flip(),
        Lesson = Maybe(Lesson),
        Skills = Many(6, place => new SkillView($"k{place}", Text("skill"))),
        Columns = Ids("k", 6),
        Students = [.. Ids("s", 8).Select(Student)],
        SmallGroups = Many(3, place => new SmallGroupView($"g{place}", "A", Maybe(() => "k1"), Ids("s", 8), Flip())),
        Proposal = Maybe(() => new ProposalView("p1", Many(3, place => new MoveView($"s{place}", Maybe(() => "g1"), Maybe(() => "g2"), Text("why"))), Ids("u", 3))),
        Stations = Many(4, place => new StationView(
            $"t{place}", Text("station"), place, StationKind.Online, 8, random.Next(8), 1, Maybe(() => Text("take")), Ids("g", 3))),
        Rotation = Maybe(() => new RotationView(
            random.Next(3), 3, RotationPhase.Working, Maybe<Instant?>(() => Moment()), random.Next(9999), Flip(), Ids("g", 3))),
        Queue = Many(4, place => new QueueLineView($"s{place}", Reason(), Moment())),
        NotNow = Many(2, place => new NotNowView($"s{place}", Reason(), Moment())),
        Everyone = Maybe(() => new EveryoneView("k1", random.Next(30), 30)),
        Praise = Many(2, place => new PraiseView($"s{place}", Text("evidence"), 6, 7)),
        Unseen = Ids("s", 8),
        Misses = Many(2, place => new MissView($"k{place}", Text("miss"), random.Next(9))),
        Counts = new CountsView(random.Next(3), random.Next(3), random.Next(3)),
        Coach = Maybe(() => new CoachView(Ids("m", 2), Flip())),
        Plan = Maybe(Plan),
    };

    /// <summary>The same board with a few things changed, as a turn or two would.</summary>
    public BoardView Changed(BoardView board)
    {
        var after = board with { Now = Moment(), Version = board.Version + random.Next(3) };
        for (var left = random.Next(4); left > 0; left--)
            after = random.Next(8) switch
            {
                7 => after with { Plan = Maybe(Plan) },
                6 => after with { Coach = Maybe(() => new CoachView(Ids("m", 2), Flip())) },
                0 => after with { Lesson = Maybe(Lesson) },
                1 => after with { Counts = after.Counts with { Evidence = after.Counts.Evidence + 1 } },
                2 => after with { Queue = Many(4, place => new QueueLineView($"s{place}", Reason(), Moment())) },
                3 => after with { Students = [.. after.Students.OrderBy(_ => random.Next())] },
                _ => after with { Students = [.. after.Students.Select(student => random.Next(4) == 0 ? Touched(student) : student)] },
            };
        return after;
    }

    private PlanView Plan() => new($"plan-{random.Next(2)}", Maybe(() => Text("title")), Moment(), Moment(), Ids("k", 3));

    private StudentView Touched(StudentView student) => random.Next(5) switch
    {
        0 => student with { NextStep = null, Goal = Maybe(() => new GoalView(random.Next(9), random.Next(9))), LastVisit = Maybe<Instant?>(() => Moment()) },
        1 => student with { ClaimedBy = Maybe(() => Text("adult")), Link = (Link)random.Next(3), LostSince = Maybe<Instant?>(() => Moment()) },
        4 => student with { Accommodations = student.Accommodations.IsEmpty ? [Accommodation.FewerItems] : [] },
        2 => student with { Cells = [.. student.Cells.Take(1), .. student.Cells.Skip(2)] },
        _ => student with { Cells = [.. student.Cells.Select(cell => Flip() ? cell : Cell(cell.Skill))] },
    };

    private StudentView Student(string id) => new()
    {
        Id = id,
        Name = Text("name"),
        Presence = (Presence)random.Next(6),
        Link = (Link)random.Next(3),
        Since = Maybe<Instant?>(() => Moment()),
        Waiting = random.Next(3),
        LostSince = Maybe<Instant?>(() => Moment()),
        LastVisit = Maybe<Instant?>(() => Moment()),
        ClaimedBy = Maybe(() => Text("adult")),
        Station = Maybe(() => "t1"),
        SmallGroup = Maybe(() => "g1"),
        Help = Many(2, _ => new HelpView(Reason(), Moment(), Text("evidence"), Maybe(() => "k1"), 1, 7)),
        NextStep = Maybe(() => new NextStepView(NextStepKind.Practice, Maybe(() => "k1"), Text("why"), Maybe(() => "i1"), Maybe<Instant?>(() => Moment()), Options: Flip() ? null : Ids("k", 6))),
        Goal = Maybe(() => new GoalView(random.Next(9), random.Next(9))),
        BreakUntil = Maybe<Instant?>(() => Moment()),
        Accommodations = Flip() ? [] : [Accommodation.ReadAloud, .. Flip() ? [Accommodation.Calm] : Array.Empty<Accommodation>()],
        Cells = [.. Ids("k", 6).Select(Cell)],
    };

    private CellView Cell(string skill) =>
        new(skill, random.Next(1000) / 1000.0, random.Next(1000) / 1000.0, (MasteryLevel)random.Next(5), random.Next(20));

    private LessonView Lesson() => new(
        "l1", (LessonState)random.Next(3), Maybe<LessonBlockKind?>(() => LessonBlockKind.Flex), Ids("k", 6), Maybe<Instant?>(() => Moment()), Flip());

    private ShownReason Reason() => (ShownReason)random.Next(5);

    private Instant Moment() => new(1_790_000_000_000 + random.Next(5));

    private bool Flip() => random.Next(2) == 0;

    private string Text(string stem) => $"{stem} {random.Next(3)}";

    private T? Maybe<T>(Func<T> make) => Flip() ? make() : default;

    private ImmutableArray<T> Many<T>(int atMost, Func<int, T> make) => [.. Enumerable.Range(0, random.Next(atMost + 1)).Select(make)];

    private ImmutableArray<string> Ids(string stem, int from) =>
        [.. Enumerable.Range(0, from).Where(_ => Flip()).OrderBy(_ => random.Next()).Select(place => $"{stem}{place}")];
}
