using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;

namespace LiveClass.Learning.NextSteps;

/// <summary>
/// Chooses the skill, with an item of it. Only skills whose prerequisites are all mastered come up: the roots of what fails;
/// today's targets in the teacher's order, each as itself or as the root that it still lacks; what is due for review, oldest first; the frontier.
/// </summary>
internal static class SkillChoice
{
    /// <summary>A skill counts as nearly mastered from this P(mastery) on: one right answer away, with the default policy.</summary>
    public const double NearlyAt = 0.85;

    /// <summary>How good an offer is. Among equals the first one stays.</summary>
    private enum Worth : byte
    {
        /// <summary>An item other than the last.</summary>
        Fresh,
        /// <summary>A target, or what it lacks, has no item on the device.</summary>
        TargetOnPaper,
        /// <summary>The last item once more: there is no other.</summary>
        Repeat,
        /// <summary>Some other skill has no item on the device.</summary>
        OnPaper,
        /// <summary>Everything in reach is mastered.</summary>
        Nothing,
    }

    /// <summary>The best offer so far.</summary>
    private ref struct Offer
    {
        public Worth Worth;
        public NextStep Made;
    }

    /// <summary>The next step where neither the lesson, a pin nor a station decides.</summary>
    public static NextStep Of(in NextStepQuestion q)
    {
        var best = new Offer
        {
            Worth = Worth.Nothing,
            Made = new NextStep(NextStepKind.Done, default, default, NextStepReason.AllMastered, 0, default, default),
        };
        OfferGaps(q, ref best);
        if (best.Worth > Worth.TargetOnPaper) OfferTargets(q, ref best);
        if (best.Worth > Worth.TargetOnPaper) OfferReviews(q, ref best);
        if (best.Worth > Worth.TargetOnPaper) OfferFrontier(q, ref best);
        return best.Made;
    }

    private static void OfferGaps(in NextStepQuestion q, ref Offer best)
    {
        for (var skill = 0; skill < q.Skills.Length && best.Worth > Worth.Fresh; skill++)
        {
            if (q.Skills[skill].Level != MasteryLevel.Struggling || q.Progression.IsReady(skill, q.Skills)) continue;
            Consider(q, q.Progression.NearestUnmasteredRoot(skill, q.Skills), NextStepReason.Gap, ref best);
        }
    }

    private static void OfferTargets(in NextStepQuestion q, ref Offer best)
    {
        foreach (var target in q.Targets)
        {
            var root = q.Progression.NearestUnmasteredRoot(target, q.Skills);
            if (root >= 0) Consider(q, root, root == target ? NextStepReason.Target : NextStepReason.Gap, ref best);
            if (best.Worth == Worth.Fresh) return;
        }
    }

    private static void OfferReviews(in NextStepQuestion q, ref Offer best)
    {
        var oldest = -1;
        for (var skill = 0; skill < q.Skills.Length; skill++)
        {
            if (!Levels.IsReviewDue(q.Skills[skill], q.Policy, q.Now) || q.Items.CountOf(skill) == 0) continue;
            if (oldest < 0 || q.Skills[skill].LastAt < q.Skills[oldest].LastAt) oldest = skill;
        }
        if (oldest >= 0) Consider(q, oldest, NextStepReason.ReviewDue, ref best);
    }

    /// <summary>
    /// What was begun before what was not, in the order of the progression. Among skills that nobody prescribes and that are not begun, the
    /// first two that can be worked on are equally good: the student chooses, and goes on with what it chose.
    /// </summary>
    private static void OfferFrontier(in NextStepQuestion q, ref Offer best)
    {
        foreach (var skill in q.Progression.Order)
        {
            if (best.Worth == Worth.Fresh) return;
            if (q.Skills[skill].Opportunities > 0 && q.Progression.InFrontier(skill, q.Skills)) Consider(q, skill, NextStepReason.Frontier, ref best);
        }

        if (best.Worth == Worth.Fresh) return;
        var chosen = IsNew(q, q.Chosen - 1);
        if (chosen) Consider(q, q.Chosen - 1, NextStepReason.Frontier, ref best);
        foreach (var skill in q.Progression.Order)
        {
            if (!IsNew(q, skill)) continue;
            if (best.Worth != Worth.Fresh) Consider(q, skill, NextStepReason.Frontier, ref best);
            else if (chosen || AddSecond(q, skill, ref best)) return;
        }
    }

    private static bool IsNew(in NextStepQuestion q, int skill) =>
        skill >= 0 && q.Skills[skill].Opportunities == 0 && q.Progression.InFrontier(skill, q.Skills);

    private static bool AddSecond(in NextStepQuestion q, int skill, ref Offer best)
    {
        var found = ItemChoice.Of(q, skill, check: false);
        if (found.Index < 0 || found.Index == q.LastItem || q.Items.Key(found.Index) == best.Made.Item) return false;
        best.Made = best.Made with
        {
            Kind = NextStepKind.Choose,
            Reason = NextStepReason.TwoAlike,
            OtherSkill = q.Progression.Key(skill),
            OtherItem = q.Items.Key(found.Index),
        };
        return true;
    }

    private static void Consider(in NextStepQuestion q, int skill, NextStepReason reason, ref Offer best)
    {
        ref readonly var estimate = ref q.Skills[skill];
        var nearly = !estimate.ReachedMastery && estimate.Opportunities > 0 && estimate.Mastery >= NearlyAt;
        var found = ItemChoice.Of(q, skill, nearly);
        var ofTarget = reason is NextStepReason.Gap or NextStepReason.Target;
        if (found.Index < 0 && q.PaperDone.Contains(skill))
        {
            // Done on paper, and there is nothing else of it: what else there is comes first.
            if (best.Worth == Worth.Nothing) best.Made = best.Made with { Reason = NextStepReason.PaperDone };
            return;
        }

        var worth = found.Index < 0 ? ofTarget ? Worth.TargetOnPaper : Worth.OnPaper
            : found.Index == q.LastItem ? Worth.Repeat : Worth.Fresh;
        if (worth >= best.Worth) return;
        best.Worth = worth;
        best.Made = found.Index < 0 ? OnPaper(q, skill) : OnDevice(q, skill, found, reason, nearly);
    }

    private static NextStep OnPaper(in NextStepQuestion q, int skill) =>
        new(NextStepKind.WorkOnPaper, q.Progression.Key(skill), default, NextStepReason.NoItems, 0, q.StationKey, default);

    private static NextStep OnDevice(in NextStepQuestion q, int skill, ItemChoice.Found found, NextStepReason reason, bool nearly)
    {
        var kind = reason == NextStepReason.ReviewDue ? NextStepKind.Review
            : nearly && q.Items.Kind(found.Index) == EvidenceKind.Formative ? NextStepKind.Check
            : NextStepKind.Practice;
        return new NextStep(
            kind, q.Progression.Key(skill), q.Items.Key(found.Index), nearly ? NextStepReason.NearlyThere : reason,
            (float)found.Chance, default, default);
    }
}
