namespace LiveClass.Silo;

/// <summary>How a silo keeps its grains.</summary>
public sealed record SiloOptions
{
    /// <summary>The shortest time between two deltas of a classroom; the first after a pause goes at once. 0 to 5 s.</summary>
    public TimeSpan BoardInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest time for which events of evidence wait for the journal. Commands never wait.</summary>
    public TimeSpan JournalInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The bytes of events of one partition beyond which they do not wait.</summary>
    public int JournalBytes { get; init; } = 256 * 1024;

    /// <summary>Entries after which a classroom gets a checkpoint.</summary>
    public int CheckpointEntries { get; init; } = 5_000;

    /// <summary>The time after which a classroom that changed gets a checkpoint.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a classroom without a lesson stays in memory after its last entry.</summary>
    public TimeSpan DeactivateAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many turns of a classroom may fail in a minute before it is parked.</summary>
    public int FailuresBeforeParking { get; init; } = 20;

    /// <summary>How many bytes of the log are read at once.</summary>
    public int ReadBytes { get; init; } = 256 * 1024;

    /// <summary>How often the relay looks for changes of records that no web appended.</summary>
    public TimeSpan RelayInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>These options, if they make sense.</summary>
    /// <exception cref="InvalidOperationException">One does not; the message names it and the cure.</exception>
    public SiloOptions Validated()
    {
        if (BoardInterval < TimeSpan.Zero || BoardInterval > TimeSpan.FromSeconds(5))
            throw new InvalidOperationException("LiveClass:BoardInterval must be from 0 to 5 s; 00:00:00.100 is the default.");
        if (JournalInterval < TimeSpan.Zero || JournalInterval > TimeSpan.FromSeconds(10))
            throw new InvalidOperationException("JournalInterval must be from 0 to 10 s.");
        return this;
    }
}
