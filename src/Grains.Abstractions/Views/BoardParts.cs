using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Views;

// The parts of a board, in its order. A field marked WhenWritingNull is written only where it applies.

/// <summary>A lesson.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Block">The block under way; null where there is none.</param>
/// <param name="Targets">Ids of the skills that it is for.</param>
/// <param name="PlannedEnd">When it ends; null where nobody said.</param>
/// <param name="EyesUp">True while all student pages wait.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="EyesBy">The name of who last called eyes up or sent everybody back to work, while that can be taken back.</param>
/// <param name="Late">Answers of this lesson that came in after its end.</param>
public sealed record LessonView(
    string Id, LessonState State, [property: JsonConverter(typeof(CamelCaseEnum<LessonBlockKind>))] LessonBlockKind? Block,
    ImmutableArray<string> Targets, [property: JsonConverter(typeof(InstantJson))] Instant? PlannedEnd, bool EyesUp,
    [property: JsonConverter(typeof(InstantJson))] Instant? StartedAt = null,
    [property: JsonConverter(typeof(InstantJson))] Instant? EndedAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EyesBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Late = 0);

/// <summary>A skill with its name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tile">Its name at the head of a column, where it has one of its own.</param>
/// <param name="NameEs">Its name in Spanish, where it has one.</param>
/// <param name="TileEs">Its name at the head of a column in Spanish, where it has one.</param>
public sealed record SkillView(
    string Id, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Tile = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NameEs = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TileEs = null);

/// <summary>One student's estimate on one skill.</summary>
/// <param name="Skill">The skill's id.</param>
/// <param name="Mastery">P(mastery), 0 to 1.</param>
/// <param name="Next">P(next answer right), 0 to 1.</param>
/// <param name="Level">What people see.</param>
/// <param name="Opportunities">First attempts so far.</param>
public sealed record CellView(
    string Skill, double Mastery, double Next, [property: JsonConverter(typeof(CamelCaseEnum<MasteryLevel>))] MasteryLevel Level,
    int Opportunities);

/// <summary>One reason for help.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Since">Since when.</param>
/// <param name="Evidence">Its rule's evidence in words.</param>
/// <param name="Skill">The skill's id; absent where it is about none.</param>
/// <param name="Count">The figure that the rule found: right answers, tries, fast answers, whole minutes; absent where it has none.</param>
/// <param name="Of">What it is out of; absent where there is nothing to compare.</param>
/// <param name="About">What a raised hand is about; absent where the student did not say, and for coaches.</param>
public sealed record HelpView(
    ShownReason Reason, [property: JsonConverter(typeof(InstantJson))] Instant Since, string Evidence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Skill = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Count = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Of = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonConverter(typeof(CamelCaseEnum<HandTopic>))] HandTopic? About = null);

/// <summary>What a student is asked to do, as an adult reads it.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Skill">The skill's id; null where it is for none.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Item">The item's id.</param>
/// <param name="Until">Until when.</param>
/// <param name="Where">The station's id.</param>
/// <param name="Take">What to take along.</param>
/// <param name="Reason">Why, as a code.</param>
/// <param name="Options">Ids of the skills to choose from, where the step is a choice.</param>
public sealed record NextStepView(
    [property: JsonConverter(typeof(CamelCaseEnum<NextStepKind>))] NextStepKind Kind, string? Skill, string Why,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Item = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonConverter(typeof(InstantJson))] Instant? Until = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Where = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Take = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault), JsonConverter(typeof(CamelCaseEnum<NextStepReason>))] NextStepReason Reason = NextStepReason.None,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? Options = null)
{
    /// <summary>The same step: options compared by what they hold.</summary>
    public bool Equals(NextStepView? other) =>
        other is not null && Kind == other.Kind && Skill == other.Skill && Why == other.Why && Item == other.Item && Until == other.Until
        && Where == other.Where && Take == other.Take && Reason == other.Reason && Options.HasValue == other.Options.HasValue
        && (Options is not { } own || own.SequenceEqual(other.Options!.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Skill, Why, Item, Until);
}

/// <summary>How many items a student means to do in this lesson, and how many it has done.</summary>
public sealed record GoalView(int By, int Done);

/// <summary>Students who move together.</summary>
public sealed record SmallGroupView(string Id, string Letter, string? Focus, ImmutableArray<string> Students, bool Locked);

/// <summary>One student's move in a proposal.</summary>
public sealed record MoveView(string Student, string? From, string? To, string Reason);

/// <summary>A re-grouping not yet accepted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Moves">Who goes where and why.</param>
/// <param name="Unmet">What could not be satisfied, in words.</param>
public sealed record ProposalView(string Id, ImmutableArray<MoveView> Moves, ImmutableArray<string> Unmet);

/// <summary>A place with one kind of work.</summary>
public sealed record StationView(
    string Id, string Name, int Number, [property: JsonConverter(typeof(CamelCaseEnum<StationKind>))] StationKind Kind,
    int Capacity, int Here, int Adults, string? Materials, ImmutableArray<string> SmallGroups);

/// <summary>The rotation's clock.</summary>
/// <param name="Round">The round under way, from 1.</param>
/// <param name="Rounds">How many there are.</param>
/// <param name="Phase">Where the round stands.</param>
/// <param name="EndsAt">When the phase ends; null while paused.</param>
/// <param name="RemainingMs">What is left of it; stands still while paused.</param>
/// <param name="Paused">True while paused.</param>
/// <param name="Held">Ids of small groups that stay for this round.</param>
public sealed record RotationView(
    int Round, int Rounds, RotationPhase Phase, [property: JsonConverter(typeof(InstantJson))] Instant? EndsAt, long RemainingMs,
    bool Paused, ImmutableArray<string> Held);

/// <summary>A line of go-to-next.</summary>
public sealed record QueueLineView(string Student, ShownReason Reason, [property: JsonConverter(typeof(InstantJson))] Instant Since);

/// <summary>A reason that was put off until a moment.</summary>
public sealed record NotNowView(string Student, ShownReason Reason, [property: JsonConverter(typeof(InstantJson))] Instant Until);

/// <summary>A skill that many struggle with.</summary>
public sealed record EveryoneView(string Skill, int Struggling, int Present);

/// <summary>A student who does well, with the evidence in words.</summary>
/// <param name="Student">Who.</param>
/// <param name="Evidence">The evidence in words.</param>
/// <param name="Count">How many of the last were right.</param>
/// <param name="Of">How many were looked at.</param>
public sealed record PraiseView(string Student, string Evidence, int Count = 0, int Of = 0);

/// <summary>Coaches and a classroom. Not state: outside the version.</summary>
/// <param name="Here">The names of those who look at it now.</param>
/// <param name="Names">True where a teacher lets them see students' names.</param>
public sealed record CoachView(ImmutableArray<string> Here, bool Names)
{
    /// <summary>The same: names compared by what they are.</summary>
    public bool Equals(CoachView? other) => other is not null && Names == other.Names && Here.SequenceEqual(other.Here);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Here.Length, Names);
}

/// <summary>The next lesson that is planned. Not state: outside the version.</summary>
/// <param name="Id">Its id: what <c>startLesson</c> takes as <c>plan</c>.</param>
/// <param name="Title">What people call it; null where it has no name.</param>
/// <param name="Starts">When it is to start.</param>
/// <param name="Ends">When it is to end.</param>
/// <param name="Targets">Ids of the skills that it is for, in order.</param>
public sealed record PlanView(
    string Id, string? Title, [property: JsonConverter(typeof(InstantJson))] Instant Starts,
    [property: JsonConverter(typeof(InstantJson))] Instant Ends, ImmutableArray<string> Targets)
{
    /// <summary>The same: targets compared by what they are.</summary>
    public bool Equals(PlanView? other) =>
        other is not null && Id == other.Id && Title == other.Title && Starts == other.Starts && Ends == other.Ends && Targets.SequenceEqual(other.Targets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Title, Starts, Ends);
}

/// <summary>How often a misconception was seen.</summary>
public sealed record MissView(string Skill, string Misconception, int Count);

/// <summary>What came in since the classroom was made.</summary>
/// <param name="Evidence">Answers that count.</param>
/// <param name="Duplicates">Answers that came again.</param>
/// <param name="Quarantined">Entries in quarantine.</param>
public sealed record CountsView(long Evidence, long Duplicates, long Quarantined);
