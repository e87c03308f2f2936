using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;

namespace LiveClass.Learning.Help;

/// <summary>What is known about a student's need of help.</summary>
public enum HelpVerdict : byte
{
    /// <summary>Too little to tell.</summary>
    Indeterminate,
    /// <summary>Enough is known, and nothing points to a need.</summary>
    Fine,
    /// <summary>There is a reason.</summary>
    Needed,
}

/// <summary>
/// Why a teacher should see a student now. Each reason is found afresh from the present figures, so each clears itself on
/// recovery. Reasons about a skill are about the one practised last.
/// </summary>
public static class HelpRule
{
    /// <summary>The most reasons that can hold at once.</summary>
    public const int Most = 6;

    // 3 of the last 5.
    private const int RapidAt = 3;
    private const int RapidOf = 5;

    /// <summary>
    /// Writes the reasons that hold, most pressing first, and returns how many. No allocation.
    /// </summary>
    /// <param name="q">What is known.</param>
    /// <param name="found">Room for <see cref="Most"/> reasons.</param>
    public static int Judge(in HelpQuestion q, Span<HelpNeeded> found)
    {
        var count = 0;
        if (!CanBeHelped(q)) return count;
        if (q.HandUp) found[count++] = new HelpNeeded(HelpReason.HandRaised, default, q.HandSince, 0, 0);
        if (!q.JoinedAt.IsSome || q.Now < QuietUntil(q)) return count;
        count = JudgeSkill(q, found, count);
        count = JudgeRapid(q, found, count);
        return JudgeIdle(q, found, count);
    }

    /// <summary>
    /// The next moment at which the passing of time alone may bring or change a reason: the end of the quiet minutes, idle, idle for
    /// long. Always later than now; none where time alone changes nothing.
    /// </summary>
    public static Instant NextDue(in HelpQuestion q)
    {
        if (!CanBeHelped(q) || !q.JoinedAt.IsSome) return Instant.None;
        if (q.LastSkill >= 0 && QuietUntil(q) > q.Now) return QuietUntil(q);
        if (!IdleRule.Expects(q)) return Instant.None;
        var first = IdleRule.First(q);
        if (first > q.Now) return first;
        var second = IdleRule.Second(q);
        return second > q.Now ? second : Instant.None;
    }

    /// <summary>Needed where a reason holds; else Fine only where enough is known to say so.</summary>
    public static HelpVerdict Verdict(in HelpQuestion q)
    {
        Span<HelpNeeded> found = stackalloc HelpNeeded[Most];
        if (Judge(q, found) > 0) return HelpVerdict.Needed;
        var enough = q.JoinedAt.IsSome && q.Now >= QuietUntil(q) && q.LastSkill >= 0 && q.Skills[q.LastSkill].Opportunities >= 4;
        return enough ? HelpVerdict.Fine : HelpVerdict.Indeterminate;
    }

    /// <summary>Until when no reason but a raised hand is given.</summary>
    internal static Instant QuietUntil(in HelpQuestion q) => q.JoinedAt + TimeSpan.FromMinutes(q.Policy.QuietMinutes);

    private static bool CanBeHelped(in HelpQuestion q) =>
        q.LessonRunning && q.Presence is not (Presence.Absent or Presence.Left or Presence.Elsewhere);

    private static int JudgeSkill(in HelpQuestion q, Span<HelpNeeded> found, int count)
    {
        if (q.LastSkill < 0) return count;
        ref readonly var skill = ref q.Skills[q.LastSkill];
        if (Levels.FailsLately(skill)) found[count++] = OnSkill(q, HelpReason.Struggling, Levels.RightOfLast7(skill), 7);
        if (Levels.SpinsWheels(skill, q.Policy)) found[count++] = OnSkill(q, HelpReason.WheelSpinning, skill.Unmastered, 0);
        if (Levels.FailsAtStart(skill)) found[count++] = OnSkill(q, HelpReason.StrugglingAtStart, 0, 4);
        return count;
    }

    private static int JudgeRapid(in HelpQuestion q, Span<HelpNeeded> found, int count)
    {
        if (q.LastSkill < 0) return count;
        var rapid = System.Numerics.BitOperations.PopCount(q.Student.Rapid & 0x1Fu);
        if (rapid < RapidAt) return count;
        found[count++] = new HelpNeeded(
            HelpReason.RapidGuessing, default, Since(q, HelpReason.RapidGuessing, default), (short)rapid, RapidOf);
        return count;
    }

    private static int JudgeIdle(in HelpQuestion q, Span<HelpNeeded> found, int count)
    {
        if (!IdleRule.Expects(q)) return count;
        if (q.Now < IdleRule.First(q)) return count;
        // Since the student fell silent, not since it was noticed: so long does the teacher's page count.
        var from = IdleRule.From(q);
        found[count++] = new HelpNeeded(HelpReason.Idle, default, from, (short)Math.Min((q.Now - from).TotalMinutes, short.MaxValue), 0);
        return count;
    }

    private static HelpNeeded OnSkill(in HelpQuestion q, HelpReason reason, int figure, short of)
    {
        var since = Since(q, reason, q.LastSkillKey);
        return new HelpNeeded(reason, q.LastSkillKey, since, (short)figure, of);
    }

    private static Instant Since(in HelpQuestion q, HelpReason reason, SkillKey skill)
    {
        foreach (ref readonly var held in q.Held)
            if (held.Reason == reason && held.Skill == skill) return held.Since;
        return q.Now;
    }
}
