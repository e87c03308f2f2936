using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>Which thresholds make sense.</summary>
public static class PolicyBounds
{
    /// <summary>True where each threshold is in its range and they agree with each other.</summary>
    public static bool Hold(ClassroomPolicy p) =>
        Open(p.PriorMastery) && Open(p.LearnRate) && Open(p.GuessRate) && Open(p.SlipRate)
        && p.GuessRate + p.SlipRate < 1
        && Open(p.MasteredAt) && Open(p.MasteryLostUnder) && p.MasteryLostUnder < p.MasteredAt
        && Open(p.ReviewUnder) && Open(p.AimLow) && Open(p.AimHigh) && p.AimLow < p.AimHigh
        && p.IdleMinutes is >= 0.5 and <= 60 && p.WheelSpinningAt is >= 3 and <= 100
        && p.QuietMinutes is >= 0 and <= 30 && p.LessonEndsAfterMinutes is >= 1 and <= 1440;

    private static bool Open(double value) => value is > 0 and < 1;
}
