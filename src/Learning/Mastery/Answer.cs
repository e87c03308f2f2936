using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Mastery;

/// <summary>One answer as the rules see it.</summary>
/// <param name="Score">0 to 1; 1 is right.</param>
/// <param name="FirstAttempt">True for the first try at this form: only that is an opportunity.</param>
/// <param name="Hints">Hints taken before it.</param>
/// <param name="DurationMs">How long it took in milliseconds; 0 or less where unknown.</param>
/// <param name="Kind">What it was for.</param>
/// <param name="At">When it was given; none in a log without times.</param>
/// <param name="Options">How many choices the item offers; 0 where it is not a choice.</param>
public readonly record struct Answer(
    float Score, bool FirstAttempt, int Hints, int DurationMs, EvidenceKind Kind, Instant At, int Options)
{
    /// <summary>The score that counts, 0 to 1: a first attempt after a hint counts as wrong.</summary>
    public double Counted => Hints > 0 || !(Score > 0) ? 0 : Math.Min(Score, 1);
}
