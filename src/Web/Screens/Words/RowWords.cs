using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Words;

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
    public static RowWords Of(StudentView student, bool praised, Instant now, PageWords words)
    {
        var presence = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(student.Presence.ToString());
        var word = student.Presence is Presence.Here or Presence.Expected ? "" : words[$"live.short.{presence}"];
        string Is(string name, string key) => words.Say("live.row.is", ("name", name), ("what", words[key]));
        if (student.Presence is not (Presence.Here or Presence.OnBreak)) return new("", word, presence, Is(student.Name, $"live.presence.{presence}"));

        var head = student.Presence == Presence.Here ? student.Name : Is(student.Name, $"live.presence.{presence}");
        if (!student.Help.IsEmpty)
        {
            var help = student.Help[0];
            var symbol = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(help.Reason.ToString());
            var tone = help.Reason is ShownReason.RapidGuessing or ShownReason.Idle ? "watch" : "needs";
            var evidence = HelpWords.Evidence(help, words);
            var minutes = Minutes(now - help.Since);
            var label = words.Say(
                evidence.Length == 0 ? "live.row" : "live.row.evidence", ("name", head), ("reason", words[$"live.reason.{symbol}"]),
                ("minutes", words.Say("live.minutes", ("count", minutes))), ("evidence", evidence));
            return new(symbol, Short(minutes, words), $"{presence} {tone}", label);
        }

        if (student.Link == Link.Lost)
        {
            // What comes back at once is not worth a figure.
            var lost = student.LostSince is { } since && now - since >= TimeSpan.FromSeconds(20) ? Minutes(now - since) : -1;
            if (lost < 0) return new("linkLost", word, $"{presence} watch", Is(head, "live.silent"));
            return new(
                "linkLost", Short(lost, words), $"{presence} watch",
                words.Say("live.silent.since", ("name", head), ("minutes", words.Say("live.minutes", ("count", lost)))));
        }

        if (praised) return new("praise", word, $"{presence} well", Is(head, "live.well"));
        return new("", word, presence, head);
    }

    private static int Minutes(TimeSpan span) => (int)Math.Max(0, Math.Floor(span.TotalMinutes));

    private static string Short(int minutes, PageWords words) =>
        minutes < 60 ? words.Say("live.short.minutes", ("count", minutes)) : words.Say("live.short.hours", ("count", minutes / 60));
}
