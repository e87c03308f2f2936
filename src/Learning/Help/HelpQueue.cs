using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Help;

/// <summary>A student's line in the go-to-next list: the most pressing reason.</summary>
/// <param name="Student">The student's place on the roster: settles what is equal.</param>
/// <param name="Need">The most pressing reason.</param>
/// <param name="LastAdult">When an adult was last with the student in this lesson; the lesson's start where none was.</param>
public readonly record struct HelpLine(int Student, HelpNeeded Need, Instant LastAdult);

/// <summary>Who needs help first.</summary>
public static class HelpQueue
{
    /// <summary>
    /// Negative where a comes before b. First by tier (the order of <see cref="HelpReason"/>), inside a tier by waiting time
    /// plus time without an adult. As both grow alike for all, the order does not change by the passing of time.
    /// </summary>
    public static int Compare(in HelpLine a, in HelpLine b)
    {
        var tier = a.Need.Reason.CompareTo(b.Need.Reason);
        if (tier != 0) return tier;
        var waiting = Known(a).CompareTo(Known(b));
        return waiting != 0 ? waiting : a.Student.CompareTo(b.Student);
    }

    /// <summary>True where no adult was with the student for 20 minutes: what is learned from visits may not move the line back.</summary>
    public static bool IsUnseen(in HelpLine line, Instant now) => now - line.LastAdult >= UnseenAfter;

    /// <summary>So long without an adult is unseen.</summary>
    public static readonly TimeSpan UnseenAfter = TimeSpan.FromMinutes(20);

    private static long Known(in HelpLine line) => line.Need.Since.Milliseconds + line.LastAdult.Milliseconds;
}
