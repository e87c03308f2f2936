using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Views;

/// <summary>
/// What changed from one version of a board to another. What is absent did not change. Students merge by id, their cells by skill;
/// every other part replaces the whole. Made and applied by <see cref="BoardDiff"/>. A change of parked, coach, plan, link or waiting alone has
/// <see cref="From"/> = <see cref="To"/>.
/// </summary>
public sealed record DeltaView
{
    /// <summary>The classroom's id.</summary>
    public required string Classroom { get; init; }

    /// <summary>The version that this continues: whoever has another asks for the whole.</summary>
    public required long From { get; init; }

    /// <summary>The version after it.</summary>
    public required long To { get; init; }

    /// <summary>The server's clock when this was sent.</summary>
    [JsonConverter(typeof(InstantJson))]
    public required Instant Now { get; init; }

    /// <summary>The classroom's new name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>Whether the classroom takes no turns.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Parked { get; init; }

    /// <summary>Students that changed or came.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<StudentChange>? Students { get; init; }

    /// <summary>Ids of students that are gone; taken out before <see cref="Students"/> are merged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Removed { get; init; }

    /// <summary>Every student's id in the new order, where newcomers do not simply stand at the end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Order { get; init; }

    /// <summary>The skills.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<SkillView>? Skills { get; init; }

    /// <summary>The columns.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Columns { get; init; }

    /// <summary>Go to next.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<QueueLineView>? Queue { get; init; }

    /// <summary>The small groups.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<SmallGroupView>? SmallGroups { get; init; }

    /// <summary>The proposal; present with null where it is gone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Changed<ProposalView?> Proposal { get; init; }

    /// <summary>The stations.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<StationView>? Stations { get; init; }

    /// <summary>The rotation; present with null where it is over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Changed<RotationView?> Rotation { get; init; }

    /// <summary>The lesson.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Changed<LessonView?> Lesson { get; init; }

    /// <summary>Reasons that were put off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<NotNowView>? NotNow { get; init; }

    /// <summary>The line for the class; present with null where it is gone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Changed<EveryoneView?> Everyone { get; init; }

    /// <summary>Students who do well.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<PraiseView>? Praise { get; init; }

    /// <summary>Students whom no adult saw.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Unseen { get; init; }

    /// <summary>The most frequent misconceptions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<MissView>? Misses { get; init; }

    /// <summary>What came in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountsView? Counts { get; init; }

    /// <summary>Coaches; present with null where none looks any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Changed<CoachView?> Coach { get; init; }

    /// <summary>The next planned lesson; present with null where there is none any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Changed<PlanView?> Plan { get; init; }
}

/// <summary>What changed of one student. Of one who is new, every field is present.</summary>
public sealed record StudentChange
{
    /// <summary>The student's id.</summary>
    public required string Id { get; init; }

    /// <summary>The student's name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>Is the child in the room.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(CamelCaseEnum<Presence>))]
    public Presence? Presence { get; init; }

    /// <summary>Does the device answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Link { get; init; }

    /// <summary>Since when the presence holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(ChangedInstantJson))]
    public Changed<Instant?> Since { get; init; }

    /// <summary>Answers that the device still holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Waiting { get; init; }

    /// <summary>Since when the device does not answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(ChangedInstantJson))]
    public Changed<Instant?> LostSince { get; init; }

    /// <summary>When an adult was last there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(ChangedInstantJson))]
    public Changed<Instant?> LastVisit { get; init; }

    /// <summary>The adult who is on the way or there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Changed<string?> ClaimedBy { get; init; }

    /// <summary>The station where the student sits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Changed<string?> Station { get; init; }

    /// <summary>The small group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Changed<string?> SmallGroup { get; init; }

    /// <summary>Reasons for help, all of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<HelpView>? Help { get; init; }

    /// <summary>The next step.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Changed<NextStepView?> NextStep { get; init; }

    /// <summary>The goal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Changed<GoalView?> Goal { get; init; }

    /// <summary>Until when the break is to last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(ChangedInstantJson))]
    public Changed<Instant?> BreakUntil { get; init; }

    /// <summary>What the student's page does otherwise, all of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<Accommodation>? Accommodations { get; init; }

    /// <summary>Skills whose cells are gone; taken out before <see cref="Cells"/> are merged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? RemovedCells { get; init; }

    /// <summary>Cells that changed or came.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CellView>? Cells { get; init; }
}
