namespace LiveClass.Grains.Abstractions.Learning;

/// <summary>What people see of one student's skill.</summary>
public enum MasteryLevel : byte
{
    /// <summary>No opportunity yet.</summary>
    NotStarted,

    /// <summary>Practised, and none of the others holds.</summary>
    Learning,

    /// <summary>At most 1 of the last 7 right, 0 of the first 4, or 10 opportunities without mastery.</summary>
    Struggling,

    /// <summary>P(mastery) reached the threshold and has not fallen under its floor since.</summary>
    Mastered,

    /// <summary>Was Mastered, and P(next right) by time alone fell under its floor.</summary>
    ReviewDue,
}

/// <summary>
/// The probability that a student has mastered a skill, with the number of opportunities behind it and their age.
/// A plain value: 32 bytes for each student and skill. The default is a skill without an opportunity, except that
/// <see cref="Mastery"/> is then to be read as the policy's prior.
/// </summary>
public record struct MasteryEstimate
{
    /// <summary>P(mastery), 0 to 1, after the learning step (Bayesian knowledge tracing).</summary>
    public float Mastery { get; set; }

    /// <summary>P(next answer right), 0 to 1, at <see cref="LastAt"/>; 0 where there was no opportunity.</summary>
    public float Next { get; set; }

    /// <summary>The student's ability on this skill, in logits, as a difference to the student's own ability.</summary>
    public float Ability { get; set; }

    /// <summary>First attempts so far.</summary>
    public ushort Opportunities { get; set; }

    /// <summary>How many of them were right (score 1).</summary>
    public ushort Right { get; set; }

    /// <summary>The last 8 first attempts as bits, the newest lowest; 1 is right.</summary>
    public byte Recent { get; set; }

    /// <summary>What people see.</summary>
    public MasteryLevel Level { get; set; }

    /// <summary>First attempts in a row without mastery: since the start, or since mastery was lost. Stops at 255.</summary>
    public byte Unmastered { get; set; }

    /// <summary>True once P(mastery) reached the threshold, until it falls under its floor.</summary>
    public bool ReachedMastery { get; set; }

    /// <summary>When the last answer on this skill was given.</summary>
    public Instant LastAt { get; set; }
}

/// <summary>What a classroom has learned of an item: its difficulty and how long it takes.</summary>
public record struct ItemEstimate
{
    /// <summary>Difficulty in logits; 0 is average, higher is harder.</summary>
    public float Difficulty { get; set; }

    /// <summary>First attempts seen.</summary>
    public int Answers { get; set; }

    /// <summary>A running estimate of the median time of an answer in milliseconds; 0 where none is known.</summary>
    public float MedianMs { get; set; }

    /// <summary>How many times were known.</summary>
    public int Timed { get; set; }
}

/// <summary>What is known of a student over all skills.</summary>
public record struct AbilityEstimate
{
    /// <summary>Ability in logits; 0 is average.</summary>
    public float Ability { get; set; }

    /// <summary>First attempts so far.</summary>
    public int Answers { get; set; }

    /// <summary>The last 8 first attempts over all skills as bits, the newest lowest; 1 is right.</summary>
    public byte Recent { get; set; }

    /// <summary>The same 8: 1 where the answer was fast and not right (rapid guessing).</summary>
    public byte Rapid { get; set; }
}
