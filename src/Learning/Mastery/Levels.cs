using System.Numerics;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Mastery;

/// <summary>What people see of one skill.</summary>
public static class Levels
{
    /// <summary>The first that holds: NotStarted, ReviewDue, Mastered, Struggling, Learning.</summary>
    public static MasteryLevel Of(in MasteryEstimate e, ClassroomPolicy policy, Instant now)
    {
        if (e.Opportunities == 0) return MasteryLevel.NotStarted;
        if (e.ReachedMastery) return IsReviewDue(e, policy, now) ? MasteryLevel.ReviewDue : MasteryLevel.Mastered;
        return FailsLately(e) || FailsAtStart(e) || SpinsWheels(e, policy) ? MasteryLevel.Struggling : MasteryLevel.Learning;
    }

    /// <summary>At most 1 of the last 7 opportunities right; a part score is not right.</summary>
    public static bool FailsLately(in MasteryEstimate e) => !e.ReachedMastery && e.Opportunities >= 7 && RightOfLast7(e) <= 1;

    /// <summary>None of the first 4 right, and none since.</summary>
    public static bool FailsAtStart(in MasteryEstimate e) => !e.ReachedMastery && e.Opportunities is >= 4 and < 7 && e.Right == 0;

    /// <summary>So many opportunities in a row without mastery (Beck and Gong 2013, wheel-spinning).</summary>
    public static bool SpinsWheels(in MasteryEstimate e, ClassroomPolicy policy) =>
        !e.ReachedMastery && e.Unmastered >= policy.WheelSpinningAt;

    /// <summary>How many of the last 7 opportunities were right.</summary>
    public static int RightOfLast7(in MasteryEstimate e) => BitOperations.PopCount(e.Recent & 0x7Fu);

    /// <summary>
    /// A mastered skill whose P(next right) by time alone fell under the policy's floor. Time alone: it starts from what a
    /// mastered skill gives (at least what knowledge tracing predicts, at most 1 - slip), so that neither a hard item
    /// nor a weak day makes a review due at once, nor a strong student never needs one.
    /// </summary>
    public static bool IsReviewDue(in MasteryEstimate e, ClassroomPolicy policy, Instant now)
    {
        if (!e.ReachedMastery) return false;
        var loss = Forgetting.Loss(e.LastAt, now);
        if (loss <= 0) return false;
        var traced = Bkt.Predict(e.Mastery, policy.GuessRate, policy.SlipRate);
        var fresh = Math.Min(Math.Max(e.Next, traced), 1 - policy.SlipRate);
        return fresh >= policy.ReviewUnder && Elo.Logistic(Elo.Logit(fresh) - loss) < policy.ReviewUnder;
    }
}
