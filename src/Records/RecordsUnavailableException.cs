namespace LiveClass.Records;

/// <summary>
/// Records cannot read or keep anything now: the disk is full, the file is locked, or too many wait. Nothing is acknowledged and every
/// write may be sent again. Callers answer 503 with <see cref="RetryAfter"/>; it heals without a restart.
/// </summary>
public sealed class RecordsUnavailableException : Exception
{
    /// <summary>What is wrong and what to do, for the person who runs the server.</summary>
    public RecordsUnavailableException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    /// <summary>How long a sender should wait.</summary>
    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(1);
}
