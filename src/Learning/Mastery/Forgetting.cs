using LiveClass.Grains.Abstractions;

namespace LiveClass.Learning.Mastery;

/// <summary>
/// What time takes from a skill that is not practised, in logits. It grows with the logarithm of the gap (Wickelgren 1974;
/// Rubin and Wenzel 1996, one hundred years of forgetting), as the time windows of DAS3H do (Choffin et al. 2019).
/// </summary>
public static class Forgetting
{
    /// <summary>A gap up to about this long costs little: practice within a lesson.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    // About 0.65 logits after a day, 0.9 after a week, 1.1 after a month: the share right falls from .81 to .70 to .64 to .59.
    private const double Rate = 0.13;

    /// <summary>The loss in logits, 0 or more, from the last answer to now; 0 where either is unknown or time runs back.</summary>
    public static double Loss(Instant last, Instant now)
    {
        if (!last.IsSome || !now.IsSome || now <= last) return 0;
        var gap = (now.Milliseconds - last.Milliseconds) / Within.TotalMilliseconds;
        return Rate * Math.Log(1 + gap);
    }
}
