using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Views;

// What other audiences than the teacher may see. Each is made on the server by AudienceViewsOf; nothing is left out by a screen.

/// <summary>What a student sees of itself: no figures, no reasons, no focus, nobody else.</summary>
public sealed record StudentBoardView
{
    /// <summary>The classroom's id.</summary>
    public required string Classroom { get; init; }

    /// <summary>The board's version.</summary>
    public required long Version { get; init; }

    /// <summary>The server's clock when this was sent.</summary>
    [JsonConverter(typeof(InstantJson))]
    public required Instant Now { get; init; }

    /// <summary>The student's id.</summary>
    public required string Student { get; init; }

    /// <summary>The student's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the lesson stands; null where there is none.</summary>
    public LessonState? Lesson { get; init; }

    /// <summary>True while all student pages wait.</summary>
    public bool EyesUp { get; init; }

    /// <summary>When the lesson ends; null where nobody said.</summary>
    [JsonConverter(typeof(InstantJson))]
    public Instant? PlannedEnd { get; init; }

    /// <summary>Since when the own hand is up; null where it is not.</summary>
    [JsonConverter(typeof(InstantJson))]
    public Instant? HandRaised { get; init; }

    /// <summary>How many hands are up before the own one; null where it is not up.</summary>
    public int? HandsBefore { get; init; }

    /// <summary>The name of the adult who is on the way or there.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>Is the student here, on a break.</summary>
    [JsonConverter(typeof(CamelCaseEnum<Presence>))]
    public Presence Presence { get; init; }

    /// <summary>Until when the break is to last; null where open or where there is none.</summary>
    [JsonConverter(typeof(InstantJson))]
    public Instant? BreakUntil { get; init; }

    /// <summary>The own goal; null where there is none.</summary>
    public GoalView? Goal { get; init; }

    /// <summary>What the own page does otherwise.</summary>
    public ImmutableArray<Accommodation> Accommodations { get; init; } = [];

    /// <summary>The card; null where there is none yet.</summary>
    public CardView? Card { get; init; }

    /// <summary>The own skills.</summary>
    public ImmutableArray<OwnSkillView> Skills { get; init; } = [];
}

/// <summary>One of the student's own skills: its level, without figures.</summary>
public sealed record OwnSkillView(
    string Skill, string Name, [property: JsonConverter(typeof(CamelCaseEnum<MasteryLevel>))] MasteryLevel Level);

/// <summary>A next step as the student reads it: the hub's <c>NextStep</c>.</summary>
/// <param name="Id">Its id: it changes with every new step.</param>
/// <param name="Version">The version of the board that it belongs to.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Skill">The skill's id.</param>
/// <param name="SkillName">The skill's name.</param>
/// <param name="Why">One sentence for the student.</param>
/// <param name="Item">The item's id.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Choices">What to choose from in the question.</param>
/// <param name="Where">The station's name.</param>
/// <param name="Until">Until when.</param>
/// <param name="Options">What to choose from, where the step is a choice.</param>
public sealed record CardView(
    string Id, long Version, [property: JsonConverter(typeof(CamelCaseEnum<NextStepKind>))] NextStepKind Kind, string? Skill,
    string? SkillName, string Why,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Item = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Prompt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? Choices = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Where = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonConverter(typeof(InstantJson))] Instant? Until = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<CardOptionView>? Options = null);

/// <summary>One of the steps that a student may choose.</summary>
public sealed record CardOptionView(
    string Id, [property: JsonConverter(typeof(CamelCaseEnum<NextStepKind>))] NextStepKind Kind, string? Skill,
    string? SkillName);

/// <summary>What a wall shows: stations, letters, first names and the clock. No marks, levels, skills, help or absences.</summary>
public sealed record WallView
{
    /// <summary>The classroom's id.</summary>
    public required string Classroom { get; init; }

    /// <summary>The board's version.</summary>
    public required long Version { get; init; }

    /// <summary>The server's clock when this was sent.</summary>
    [JsonConverter(typeof(InstantJson))]
    public required Instant Now { get; init; }

    /// <summary>Where the lesson stands; null where there is none.</summary>
    public LessonState? Lesson { get; init; }

    /// <summary>True while all student pages wait.</summary>
    public bool EyesUp { get; init; }

    /// <summary>The stations, by number.</summary>
    public ImmutableArray<WallStationView> Stations { get; init; } = [];

    /// <summary>The clock; null where no rotation runs.</summary>
    public RotationView? Rotation { get; init; }

    /// <summary>How many are here: a number, no names.</summary>
    public int Joined { get; init; }

    /// <summary>When the lesson ends; null where nobody said.</summary>
    [JsonConverter(typeof(InstantJson))]
    public Instant? PlannedEnd { get; init; }
}

/// <summary>A station on the wall.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="Materials">What to take.</param>
/// <param name="SmallGroups">The small groups there.</param>
/// <param name="Names">First names of those there who are in no small group.</param>
public sealed record WallStationView(
    string Id, string Name, int Number, string? Materials, ImmutableArray<WallSmallGroupView> SmallGroups, ImmutableArray<string> Names);

/// <summary>A small group on the wall: its letter and first names.</summary>
public sealed record WallSmallGroupView(string Letter, ImmutableArray<string> Names);
