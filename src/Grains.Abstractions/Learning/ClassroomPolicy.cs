namespace LiveClass.Grains.Abstractions.Learning;

/// <summary>
/// A classroom's thresholds, with defaults from the literature. A teacher can change them per class; they are part of
/// the classroom's state and change by a log entry only.
/// </summary>
public sealed record ClassroomPolicy
{
    /// <summary>The defaults.</summary>
    public static ClassroomPolicy Default { get; } = new();

    /// <summary>P(mastery) before the first answer, 0 to 1 (Corbett and Anderson 1995: L0).</summary>
    public double PriorMastery { get; init; } = 0.4;

    /// <summary>P(learning at an opportunity), 0 to 1 (T).</summary>
    public double LearnRate { get; init; } = 0.1;

    /// <summary>P(right without mastery), 0 to 1 (G).</summary>
    public double GuessRate { get; init; } = 0.2;

    /// <summary>P(wrong with mastery), 0 to 1 (S).</summary>
    public double SlipRate { get; init; } = 0.1;

    /// <summary>P(mastery) at which a skill is mastered.</summary>
    public double MasteredAt { get; init; } = 0.95;

    /// <summary>P(mastery) under which a mastered skill is so no longer.</summary>
    public double MasteryLostUnder { get; init; } = 0.7;

    /// <summary>P(next right) by time alone under which a mastered skill is due for review.</summary>
    public double ReviewUnder { get; init; } = 0.7;

    /// <summary>Lower end of the success chance that a next step aims at.</summary>
    public double AimLow { get; init; } = 0.6;

    /// <summary>Upper end of the success chance that a next step aims at.</summary>
    public double AimHigh { get; init; } = 0.85;

    /// <summary>Minutes without an answer after which a student is idle.</summary>
    public double IdleMinutes { get; init; } = 2;

    /// <summary>Opportunities without mastery that make wheel-spinning (Beck and Gong 2013).</summary>
    public int WheelSpinningAt { get; init; } = 10;

    /// <summary>Minutes from joining in which no reason but a raised hand is given.</summary>
    public double QuietMinutes { get; init; } = 3;

    /// <summary>Minutes without evidence or command after which a lesson without a planned end is ended.</summary>
    public double LessonEndsAfterMinutes { get; init; } = 60;
}
