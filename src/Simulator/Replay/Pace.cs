using System.Globalization;

namespace LiveClass.Simulator.Replay;

/// <summary>
/// How fast a log is played. A number X means X times real time where the log has times, else X answers a second in each
/// classroom; <c>max</c> means as fast as the server acknowledges.
/// </summary>
public readonly record struct Pace
{
    private readonly double speed;

    private Pace(double speed) => this.speed = speed;

    /// <summary>As fast as the server acknowledges.</summary>
    public static Pace Max { get; } = new(0);

    /// <summary>True where nothing waits.</summary>
    public bool IsMax => speed == 0;

    /// <summary>Reads <c>max</c> or a number above 0.</summary>
    public static bool TryParse(string text, out Pace pace)
    {
        pace = Max;
        if (string.Equals(text, "max", StringComparison.OrdinalIgnoreCase)) return true;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) || !(speed > 0) || !double.IsFinite(speed))
            return false;
        pace = new Pace(speed);
        return true;
    }

    /// <summary>How long after the start an answer is due.</summary>
    /// <param name="plan">What is played.</param>
    /// <param name="index">The answer's place in its classroom, from 0.</param>
    /// <param name="answer">The answer.</param>
    public TimeSpan Due(ReplayPlan plan, int index, in PlannedAnswer answer) =>
        IsMax ? TimeSpan.Zero
        : plan.HasTimes ? TimeSpan.FromSeconds(Math.Max(0, answer.Seconds - plan.FirstSeconds) / speed)
        : TimeSpan.FromSeconds(index / speed);
}
