using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;

namespace LiveClass.Learning.NextSteps;

/// <summary>
/// What a student is asked to do now, and why. In this order: no lesson, all eyes up, the teacher's pin, a check that the teacher wants, a
/// station without a device, a check that the student asked for, then a skill and an item of it, or a choice of two.
/// </summary>
public static class NextStepRule
{
    // A pinned item is looked for among so many of its skill, for its chance alone.
    private const int PinLooks = 256;

    /// <summary>The next step. Same question, same answer; no allocation.</summary>
    public static NextStep Choose(in NextStepQuestion q)
    {
        if (!q.LessonRunning) return Without(NextStepKind.Done, NextStepReason.NoLesson);
        if (q.EyesUp) return Without(NextStepKind.Wait, NextStepReason.EyesUp);
        if (IsPinned(q)) return Pinned(q);
        if (q.Check is { ByTeacher: true } wanted && Checked(q, wanted) is { } check) return check;
        if (q.Station is { } kind && !WorksOnDevice(kind))
        {
            return q.StationDone
                ? Without(NextStepKind.Done, NextStepReason.PaperDone)
                : Without(NextStepKind.WorkOnPaper, NextStepReason.AtStation) with { Station = q.StationKey };
        }

        if (q.Check is { ByTeacher: false } asked && Checked(q, asked) is { } own) return own;
        return Kept(q, SkillChoice.Of(q));
    }

    /// <summary>True for the kinds of station where answers come from a device.</summary>
    public static bool WorksOnDevice(StationKind kind) => kind is StationKind.Online or StationKind.Assessment;

    /// <summary>
    /// The item that the student already has, where the step is the same otherwise: a raised hand, or what others do, must not
    /// change a question while a student works on it.
    /// </summary>
    private static NextStep Kept(in NextStepQuestion q, NextStep step)
    {
        var now = q.Current;
        if (now.Item == default || step.Item == default || now.Skill != step.Skill || now.Kind != step.Kind || now.OtherSkill != step.OtherSkill) return step;
        var answered = q.LastItem >= 0 && q.Items.Key(q.LastItem) == now.Item;
        return answered ? step : step with { Item = now.Item, SuccessChance = now.SuccessChance, OtherItem = now.OtherItem };
    }

    private static NextStep? Checked(in NextStepQuestion q, CheckAsked check)
    {
        var found = ItemChoice.Of(q, check.Skill, check.Kind);
        if (found.Index < 0) return null;
        return Kept(q, new NextStep(
            NextStepKind.Check, q.Progression.Key(check.Skill), q.Items.Key(found.Index),
            check.ByTeacher ? NextStepReason.TeacherCheck : NextStepReason.AskedCheck, (float)found.Chance, default, default));
    }

    /// <summary>True where a check of a skill has something to give.</summary>
    public static bool CanCheck(IItemBank items, int skill, EvidenceKind kind)
    {
        for (var n = 0; n < items.CountOf(skill); n++)
            if (items.Kind(items.ItemOf(skill, n)) is EvidenceKind.Practice or EvidenceKind.Formative || items.Kind(items.ItemOf(skill, n)) == kind) return true;
        return false;
    }

    private static bool IsPinned(in NextStepQuestion q) => q.PinnedSkill >= 0 && (!q.PinnedUntil.IsSome || q.Now < q.PinnedUntil);

    private static NextStep Pinned(in NextStepQuestion q)
    {
        var step = q.PinnedItem != default ? ExactItem(q) : Kept(q, AnyItem(q));
        return step with { Until = q.PinnedUntil };
    }

    private static NextStep AnyItem(in NextStepQuestion q)
    {
        var found = ItemChoice.Of(q, q.PinnedSkill, check: false);
        var skill = q.Progression.Key(q.PinnedSkill);
        return found.Index < 0
            ? new NextStep(NextStepKind.WorkOnPaper, skill, default, NextStepReason.TeacherPinned, 0, q.StationKey, default)
            : new NextStep(
                NextStepKind.Practice, skill, q.Items.Key(found.Index), NextStepReason.TeacherPinned, (float)found.Chance, default, default);
    }

    private static NextStep ExactItem(in NextStepQuestion q)
    {
        var chance = 0.0;
        var count = Math.Min(q.Items.CountOf(q.PinnedSkill), PinLooks);
        for (var n = 0; n < count; n++)
        {
            var item = q.Items.ItemOf(q.PinnedSkill, n);
            if (q.Items.Key(item) != q.PinnedItem) continue;
            chance = NextAnswer.Chance(
                q.Student, q.Items.Estimate(item), q.Skills[q.PinnedSkill], q.Now, q.Items.Options(item));
            break;
        }
        return new NextStep(
            NextStepKind.Practice, q.Progression.Key(q.PinnedSkill), q.PinnedItem, NextStepReason.TeacherPinned, (float)chance, default, default);
    }

    private static NextStep Without(NextStepKind kind, NextStepReason reason) =>
        new(kind, default, default, reason, 0, default, default);
}
