using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Web.Commands;

/// <summary>What the sender of a command is told.</summary>
internal sealed record CommandAnswer
{
    /// <summary>accepted, refused or pending.</summary>
    public required string Outcome { get; init; }

    /// <summary>The command's id: the sender's, or one that the server made.</summary>
    public required string CommandId { get; init; }

    /// <summary>The board's version after it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Version { get; init; }

    /// <summary>What was decided, for <c>undo</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Decision { get; init; }

    /// <summary>Why it was refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>Why, in words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>The status over HTTP.</summary>
    [JsonIgnore]
    public int HttpStatus => Outcome switch
    {
        "accepted" => StatusCodes.Status200OK,
        "refused" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status202Accepted,
    };

    /// <summary>The answer to an outcome; pending where there is none yet.</summary>
    public static CommandAnswer Of(string commandId, Outcome outcome)
    {
        switch (outcome.Kind)
        {
            case OutcomeKind.Accepted or OutcomeKind.Duplicate:
                return new CommandAnswer { Outcome = "accepted", CommandId = commandId, Version = outcome.Version, Decision = outcome.Version.ToString() };
            case OutcomeKind.Unknown:
                return new CommandAnswer { Outcome = "pending", CommandId = commandId };
            case OutcomeKind.Refused:
                return Refused(commandId, outcome.Code, outcome.Figure);
            default:
                return new CommandAnswer { Outcome = "refused", CommandId = commandId, Code = RefusalWords.FailedCode, Detail = RefusalWords.FailedSentence };
        }
    }

    /// <summary>The answer to a refusal.</summary>
    public static CommandAnswer Refused(string commandId, RefusalCode refusal, int figure = 0)
    {
        var (code, sentence) = RefusalWords.Of(refusal, figure);
        return new CommandAnswer { Outcome = "refused", CommandId = commandId, Code = code, Detail = sentence };
    }
}
