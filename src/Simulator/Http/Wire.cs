using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveClass.Simulator.Http;

/// <summary>One answer as a producer sends it. What is null is left out of the body.</summary>
public sealed record EvidenceItem
{
    /// <summary>The outbox.</summary>
    public required string Source { get; init; }

    /// <summary>The outbox's own number, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>Where the student answered.</summary>
    public required string Classroom { get; init; }

    /// <summary>Who answered.</summary>
    public required string Student { get; init; }

    /// <summary>What was answered.</summary>
    public required string Item { get; init; }

    /// <summary>The skills that it shows.</summary>
    public ImmutableArray<string>? Skills { get; init; }

    /// <summary>0 to 1; 1 is right.</summary>
    public required double Score { get; init; }

    /// <summary>practice, formative, interim or summative.</summary>
    public required string Kind { get; init; }

    /// <summary>1 for the first try at this form.</summary>
    public int? Attempt { get; init; }

    /// <summary>Hints taken before it.</summary>
    public int? Hints { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public int? DurationMs { get; init; }

    /// <summary>What was answered.</summary>
    public string? Response { get; init; }

    /// <summary>The seed of a generated item.</summary>
    public long? Form { get; init; }

    /// <summary>When it was given, by the sender's clock.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>What the server says to a batch of evidence; the three add up to the batch.</summary>
public sealed record EvidenceReply
{
    /// <summary>Taken and not known to be repeats.</summary>
    public int Accepted { get; init; }

    /// <summary>Known repeats.</summary>
    public int Duplicates { get; init; }

    /// <summary>Refused for good, each with its place in the batch.</summary>
    public ImmutableArray<RejectedItem> Rejected { get; init; } = [];

    /// <summary>How many items the reply speaks of.</summary>
    [JsonIgnore]
    public int Total => Accepted + Duplicates + (Rejected.IsDefault ? 0 : Rejected.Length);
}

/// <summary>An item that the server refused.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Code">Why, from the documented list.</param>
/// <param name="Detail">Why, in words.</param>
public sealed record RejectedItem(int Index, string Code, string? Detail);

/// <summary>A classroom as <c>PUT /api/v1/classrooms/{id}</c> takes it.</summary>
public sealed record ClassroomBody(
    string Name, ImmutableArray<SkillBody> Skills, ImmutableArray<StudentBody> Students, ImmutableArray<StationBody> Stations);

/// <summary>A skill of a classroom's list. Without a name the school's stays.</summary>
public sealed record SkillBody(string Id, string? Name = null, ImmutableArray<string>? Prerequisites = null);

/// <summary>A student of a roster.</summary>
public sealed record StudentBody(string Id, string? Name = null);

/// <summary>A station.</summary>
public sealed record StationBody(string Id, string Name, int Number, string Kind, int Capacity, int? Adults = null);

/// <summary>Items as <c>PUT /api/v1/items</c> takes them.</summary>
public sealed record ItemsBody(ImmutableArray<ItemBody> Items);

/// <summary>One item.</summary>
public sealed record ItemBody(string Id, ImmutableArray<string> Skills, string? Kind = null, int? Options = null, double? Minutes = null, string? Url = null);

/// <summary>A command; arguments that do not belong to its type stay null.</summary>
public sealed record CommandBody
{
    /// <summary>The command's type.</summary>
    public required string Type { get; init; }

    /// <summary>Its id; a repeat with the same id gets the first outcome.</summary>
    public string? CommandId { get; init; }

    /// <summary>Skills, for startLesson.</summary>
    public ImmutableArray<string>? Targets { get; init; }

    /// <summary>Whom it is about.</summary>
    public string? Student { get; init; }

    /// <summary>For markPresence.</summary>
    public string? Presence { get; init; }

    /// <summary>For moveToStation.</summary>
    public string? Station { get; init; }

    /// <summary>For chooseNextStep.</summary>
    public string? Choice { get; init; }

    /// <summary>For raiseHand.</summary>
    public string? About { get; init; }
}

/// <summary>What the server says to a command.</summary>
public sealed record CommandReply
{
    /// <summary>accepted, refused or pending.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The command's id.</summary>
    public string? CommandId { get; init; }

    /// <summary>The board's version after it.</summary>
    public long? Version { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Code { get; init; }

    /// <summary>Why, in words.</summary>
    public string? Detail { get; init; }
}

/// <summary>A device that brings a code, or chooses a name.</summary>
public sealed record JoinBody
{
    /// <summary>The device's own id.</summary>
    public required string Device { get; init; }

    /// <summary>The code; for the first step.</summary>
    public string? Code { get; init; }

    /// <summary>The student; for the second step.</summary>
    public string? Student { get; init; }

    /// <summary>en or es.</summary>
    public string? Language { get; init; }
}

/// <summary>What the server says to a device that joins; what does not belong to the step is null.</summary>
public sealed record JoinReply
{
    /// <summary>The lesson.</summary>
    public string? Lesson { get; init; }

    /// <summary>True until an adult admits the device.</summary>
    public bool Waiting { get; init; }

    /// <summary>Watches, commands and delivers until the lesson ends.</summary>
    public string? ReadToken { get; init; }

    /// <summary>The outbox.</summary>
    public string? Source { get; init; }
}

/// <summary>An error of the server.</summary>
public sealed record Problem
{
    /// <summary>From the documented list.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong.</summary>
    public string? Title { get; init; }

    /// <summary>What to do.</summary>
    public string? Detail { get; init; }
}

/// <summary>How everything is written and read: camelCase, nothing for null.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(IReadOnlyList<EvidenceItem>))]
[JsonSerializable(typeof(EvidenceReply))]
[JsonSerializable(typeof(ClassroomBody))]
[JsonSerializable(typeof(ItemsBody))]
[JsonSerializable(typeof(CommandBody))]
[JsonSerializable(typeof(CommandReply))]
[JsonSerializable(typeof(BoardReading))]
[JsonSerializable(typeof(JoinBody))]
[JsonSerializable(typeof(JoinReply))]
[JsonSerializable(typeof(Problem))]
public sealed partial class WireJson : JsonSerializerContext;
