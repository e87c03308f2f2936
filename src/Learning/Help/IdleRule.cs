using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Help;

/// <summary>
/// No answer for a while. It counts only while station, block and card expect an answer on a device (Holstein, McLaren and
/// Aleven 2019, Lumilo: idle; the times are the design's).
/// </summary>
public static class IdleRule
{
    // 2 and 5 minutes; in a flex block, where nobody sets the pace, 5 and 10: the policy's figure and these shares of it.
    private const double Long = 2.5;
    private const double FlexShort = 2.5;
    private const double FlexLong = 5;

    /// <summary>
    /// True where an answer on a device is expected now. A student without a station works where the device is; at
    /// TeacherLed, Collaborative, Independent and Project stations nobody waits for the device.
    /// </summary>
    public static bool Expects(in HelpQuestion q) =>
        q.LessonRunning && !q.EyesUp && !q.Paused && !q.LinkLost
        && q.Presence == Presence.Here && q.JoinedAt.IsSome
        && q.Station is null or StationKind.Online or StationKind.Assessment
        && q.Block is not (LessonBlockKind.WholeClass or LessonBlockKind.Project)
        && q.Card is not (NextStepKind.WorkOnPaper or NextStepKind.GoToStation or NextStepKind.Wait or NextStepKind.Done);

    /// <summary>Since when nothing has come that was expected.</summary>
    public static Instant From(in HelpQuestion q) => Later(q.ExpectedSince, Later(q.LastAnswerAt, q.JoinedAt));

    /// <summary>When the student is idle: the first time, never within the quiet minutes after joining.</summary>
    public static Instant First(in HelpQuestion q) =>
        Later(
            From(q) + TimeSpan.FromMinutes(q.Policy.IdleMinutes * (q.Block == LessonBlockKind.Flex ? FlexShort : 1)),
            HelpRule.QuietUntil(q));

    /// <summary>When the student has been idle for long.</summary>
    public static Instant Second(in HelpQuestion q) =>
        Later(
            From(q) + TimeSpan.FromMinutes(q.Policy.IdleMinutes * (q.Block == LessonBlockKind.Flex ? FlexLong : Long)),
            HelpRule.QuietUntil(q));

    private static Instant Later(Instant a, Instant b) => a > b ? a : b;
}
