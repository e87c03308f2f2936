using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Screens.Words;

/// <summary>
/// How a row's head is shown: one mark, the most pressing. Written again in <c>Scripts/src/words/row.ts</c>; both are held to
/// <c>Scripts/vectors/rows.json</c>.
/// </summary>
/// <param name="Symbol">The mark's symbol; empty where there is none.</param>
/// <param name="Text">Beside it: whole minutes, or the word of a presence.</param>
/// <param name="Class">The presence, and <c>needs</c> (filled chip), <c>watch</c> (outlined chip) or <c>well</c> where there is a mark.</param>
/// <param name="Label">The accessible name.</param>
public readonly record struct RowWords(string Symbol, string Text, string Class, string Label)
{
    /// <summary>The words of a student's row.</summary>
    public static RowWords Of(StudentView student, bool praised, Instant now)
    {
        var (presence, word, spoken) = student.Presence switch
        {
            Presence.Here => ("here", "", ""),
            Presence.OnBreak => ("onBreak", "break", "on a break"),
            Presence.Absent => ("absent", "absent", "absent"),
            Presence.Left => ("left", "left", "left"),
            Presence.Elsewhere => ("elsewhere", "away", "in another classroom"),
            _ => ("expected", "", "not here yet"),
        };
        if (student.Presence is not (Presence.Here or Presence.OnBreak)) return new("", word, presence, $"{student.Name}, {spoken}");

        var head = spoken.Length == 0 ? student.Name : $"{student.Name}, {spoken}";
        if (!student.Help.IsEmpty)
        {
            var help = student.Help[0];
            var (symbol, why, tone) = Reason(help.Reason);
            var evidence = string.Equals(help.Evidence, why, StringComparison.OrdinalIgnoreCase) ? "" : $": {help.Evidence}";
            var minutes = Minutes(now - help.Since);
            return new(symbol, Short(minutes), $"{presence} {tone}", $"{head}, {why} for {Spoken(minutes)}{evidence}");
        }

        if (student.Link == Link.Lost) return new("linkLost", word, $"{presence} watch", $"{head}, the device does not answer");
        if (praised) return new("praise", word, $"{presence} well", $"{head}, doing well");
        return new("", word, presence, head);
    }

    private static (string Symbol, string Why, string Tone) Reason(ShownReason reason) => reason switch
    {
        ShownReason.HandRaised => ("handRaised", "hand raised", "needs"),
        ShownReason.Struggling => ("struggling", "struggling", "needs"),
        ShownReason.WheelSpinning => ("wheelSpinning", "many tries without mastery", "needs"),
        ShownReason.RapidGuessing => ("rapidGuessing", "guessing fast", "watch"),
        _ => ("idle", "no answer", "watch"),
    };

    private static int Minutes(TimeSpan span) => (int)Math.Max(0, Math.Floor(span.TotalMinutes));

    private static string Short(int minutes) => minutes < 60 ? $"{minutes}m" : $"{minutes / 60}h";

    private static string Spoken(int minutes) => minutes == 1 ? "1 minute" : $"{minutes} minutes";
}
