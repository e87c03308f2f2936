using System.Collections.Immutable;

namespace LiveClass.Simulator.Demo;

/// <summary>
/// When the habits of the demo's students show, counted from the start of the play: whether that begins in the 14th minute of a lesson
/// or in its first, within five minutes each has shown. Before the start counts too: one rests already when the play begins.
/// </summary>
public static class DemoMoments
{
    /// <summary>When the one who is late comes.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(14);

    // The first who stops working has done so for some minutes when the play begins, the second begins then.
    private static readonly (double From, double To) FirstRest = (-3.5, 1.5);
    private static readonly (double From, double To) SecondRest = (0.3, 4.4);
    private static readonly (double From, double To) WithoutLink = (1, 4);

    /// <summary>True while a student does nothing though it could.</summary>
    public static bool Rests(DemoStudent student, TimeSpan since) =>
        student.Habit == DemoHabit.Pausing && Within(PlaceOf(student) < 15 ? FirstRest : SecondRest, since, again: true);

    /// <summary>True while a student's device has no link.</summary>
    public static bool HasNoLink(DemoStudent student, TimeSpan since) => student.Habit == DemoHabit.LosesLink && Within(WithoutLink, since, again: false);

    /// <summary>When a student raises its hand, and takes it back where nobody came.</summary>
    public static ImmutableArray<(TimeSpan Up, TimeSpan Down)> Hands(DemoStudent student) => PlaceOf(student) switch
    {
        9 => Of((1.2, 6), (17, 21)),
        15 => Of((2.5, 5.5), (11, 14)),
        27 => Of((7, 11), (25, 29)),
        5 => Of((13, 16), (30, 33)),
        _ => [],
    };

    /// <summary>A student's place on the list, from 1.</summary>
    public static int PlaceOf(DemoStudent student) =>
        int.Parse(student.Id.AsSpan(student.Id.IndexOf('-', StringComparison.Ordinal) + 1), System.Globalization.CultureInfo.InvariantCulture);

    private static bool Within((double From, double To) minutes, TimeSpan since, bool again)
    {
        var minute = since.TotalMinutes;
        if (again && minute > minutes.To) minute = ((minute - minutes.From) % Every.TotalMinutes) + minutes.From;
        return minute >= minutes.From && minute < minutes.To;
    }

    private static ImmutableArray<(TimeSpan Up, TimeSpan Down)> Of(params (double Up, double Down)[] minutes) =>
        [.. minutes.Select(hand => (TimeSpan.FromMinutes(hand.Up), TimeSpan.FromMinutes(hand.Down)))];
}
