using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Views;

/// <summary>
/// What is known of one classroom, as its teacher may see it: names and words, ready to show. The shape of
/// <c>GET /api/v1/classrooms/{id}/board</c>, of the hub's <c>Snapshot</c> and of the record inside the live page. Every array is
/// set (never default); compare two boards with <see cref="BoardDiff"/>, not with ==, which compares arrays by identity.
/// </summary>
public sealed record BoardView
{
    /// <summary>The classroom's id.</summary>
    public required string Classroom { get; init; }

    /// <summary>The classroom's name.</summary>
    public required string Name { get; init; }

    /// <summary>The position of the last log entry that this board includes. Same version, same content, but for parked, coach, plan, link, waiting and now.</summary>
    public required long Version { get; init; }

    /// <summary>The server's clock when this was sent; screens count from it with their own monotonic clock.</summary>
    [JsonConverter(typeof(InstantJson))]
    public required Instant Now { get; init; }

    /// <summary>True while the classroom takes no turns: what comes for it is kept and waits. Outside the version.</summary>
    public bool Parked { get; init; }

    /// <summary>The lesson under way, or the last one; null before the first.</summary>
    public LessonView? Lesson { get; init; }

    /// <summary>The classroom's skills, in its order.</summary>
    public required ImmutableArray<SkillView> Skills { get; init; }

    /// <summary>Up to 12 skill ids, the targets first; fixed for the lesson.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>The roster, in the order of the rows.</summary>
    public required ImmutableArray<StudentView> Students { get; init; }

    /// <summary>The small groups.</summary>
    public ImmutableArray<SmallGroupView> SmallGroups { get; init; } = [];

    /// <summary>The re-grouping that waits for an answer; null where none does.</summary>
    public ProposalView? Proposal { get; init; }

    /// <summary>The stations, by number.</summary>
    public ImmutableArray<StationView> Stations { get; init; } = [];

    /// <summary>The rotation's clock; null where no rotation runs.</summary>
    public RotationView? Rotation { get; init; }

    /// <summary>Go to next: ranked, one line a student with its most pressing reason, hands included.</summary>
    public ImmutableArray<QueueLineView> Queue { get; init; } = [];

    /// <summary>Reasons that were put off.</summary>
    public ImmutableArray<NotNowView> NotNow { get; init; } = [];

    /// <summary>The skill that 40 % of those present struggle with; null where there is none.</summary>
    public EveryoneView? Everyone { get; init; }

    /// <summary>Students who do well and were not visited.</summary>
    public ImmutableArray<PraiseView> Praise { get; init; } = [];

    /// <summary>Ids of students without a visit, observation or teacher-led station in this lesson.</summary>
    public ImmutableArray<string> Unseen { get; init; } = [];

    /// <summary>The commonest misconception of each skill in this lesson, the most frequent first.</summary>
    public ImmutableArray<MissView> Misses { get; init; } = [];

    /// <summary>What came in.</summary>
    public CountsView Counts { get; init; } = new(0, 0, 0);

    /// <summary>Coaches who look at it, and whether they see names; null where none does and they would not. Outside the version.</summary>
    public CoachView? Coach { get; init; }

    /// <summary>The next lesson that is planned; null where there is none. Outside the version.</summary>
    public PlanView? Plan { get; init; }
}

/// <summary>One student.</summary>
public sealed record StudentView
{
    /// <summary>The student's id.</summary>
    public required string Id { get; init; }

    /// <summary>The student's name.</summary>
    public required string Name { get; init; }

    /// <summary>Is the child in the room.</summary>
    [JsonConverter(typeof(CamelCaseEnum<Presence>))]
    public Presence Presence { get; init; }

    /// <summary>Does the device answer. Outside the version.</summary>
    public Link Link { get; init; }

    /// <summary>Since when the presence holds; null where it never changed.</summary>
    [JsonConverter(typeof(InstantJson))]
    public Instant? Since { get; init; }

    /// <summary>Answers that the device says it still holds. Outside the version.</summary>
    public int Waiting { get; init; }

    /// <summary>Since when the device does not answer; null while it does. Outside the version.</summary>
    [JsonConverter(typeof(InstantJson))]
    public Instant? LostSince { get; init; }

    /// <summary>When an adult was last there.</summary>
    [JsonConverter(typeof(InstantJson))]
    public Instant? LastVisit { get; init; }

    /// <summary>The name of the adult who is on the way or there; null where nobody is.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>The id of the station where the student sits.</summary>
    public string? Station { get; init; }

    /// <summary>The id of the student's small group.</summary>
    public string? SmallGroup { get; init; }

    /// <summary>Reasons for help, the most pressing first.</summary>
    public ImmutableArray<HelpView> Help { get; init; } = [];

    /// <summary>What the student is asked to do now.</summary>
    public NextStepView? NextStep { get; init; }

    /// <summary>The student's own goal; null where it has none.</summary>
    public GoalView? Goal { get; init; }

    /// <summary>Until when the break is to last; null where open or where there is none.</summary>
    [JsonConverter(typeof(InstantJson))]
    public Instant? BreakUntil { get; init; }

    /// <summary>What the student's page does otherwise; for the class's teachers alone.</summary>
    public ImmutableArray<Accommodation> Accommodations { get; init; } = [];

    /// <summary>Skills with an opportunity, and the columns.</summary>
    public ImmutableArray<CellView> Cells { get; init; } = [];
}
