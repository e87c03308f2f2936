namespace LiveClass.Web.Commands;

/// <summary>A command as it is sent: for the API document alone. Beside these it carries the arguments of its type.</summary>
internal sealed class CommandDocument
{
    /// <summary>The type.</summary>
    public required string Type { get; init; }

    /// <summary>The sender's id; a repeat gets the first outcome.</summary>
    public string? CommandId { get; init; }

    /// <summary>The version of the board that the sender saw.</summary>
    public long? IfVersion { get; init; }

    /// <summary>When it was given by the sender's clock: for visit, observe and raiseHand.</summary>
    public string? At { get; init; }

    /// <summary>The sender's clock as it sends.</summary>
    public string? SentAt { get; init; }
}
