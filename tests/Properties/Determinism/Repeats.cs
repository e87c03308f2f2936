using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Tests.Properties.Determinism;

/// <summary>Adds repeats to a log.</summary>
internal static class Repeats
{
    // Outcomes of commands are kept for the lesson and for a day.
    private static readonly TimeSpan CommandsAreKept = TimeSpan.FromHours(23);

    /// <summary>The same log with repeats of its lines, each anywhere after its original.</summary>
    public static List<(LogLine Line, bool IsRepeat)> Added(List<LogLine> lines, List<Outcome> outcomes, Random random)
    {
        var all = new List<(LogLine, bool)>();
        var first = new Dictionary<int, Instant>();
        for (var i = 0; i < lines.Count; i++)
        {
            all.Add((lines[i], false));
            first.TryAdd(lines[i].Id, lines[i].Received);
            while (random.Next(3) == 0)
            {
                var original = random.Next(i + 1);
                if (IsRepeat(lines[original].Kind, outcomes[original], lines[i].Received - first[lines[original].Id])) all.Add((lines[original] with { Received = lines[i].Received }, true));
            }
        }

        return all;
    }

    // What a full source quarantined was not taken: the same again, once there is room, is no repeat of anything. What the clock said
    // too early is said again on purpose.
    private static bool IsRepeat(LineKind kind, Outcome outcome, TimeSpan age) =>
        outcome.Kind != OutcomeKind.Quarantined
        && !(kind == LineKind.Clock && outcome.Kind == OutcomeKind.Refused)
        && (kind != LineKind.Command || age < CommandsAreKept);
}
