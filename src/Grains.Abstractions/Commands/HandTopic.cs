namespace LiveClass.Grains.Abstractions.Commands;

/// <summary>What a raised hand is about. A code and no text, so that it can stand on a board.</summary>
public enum HandTopic : byte
{
    /// <summary>The student is stuck.</summary>
    Stuck,
    /// <summary>Somebody is to look at the work.</summary>
    Check,
    /// <summary>Something else; Records may have a text.</summary>
    Other,
}
