using System.Collections.Immutable;

namespace LiveClass.Simulator.Checking;

/// <summary>
/// Trusts neither side. Each acknowledged (source, sequence) must be in the log at least once and counted exactly once, with the body that
/// was sent; effects of one source must come in the log's order; each classroom's state must be a fold of the log. What was logged and
/// never acknowledged (the reply was lost) must be counted exactly once as well.
/// </summary>
public static class Checker
{
    /// <summary>All findings; none where everything holds.</summary>
    public static ImmutableArray<Finding> Check(CheckedRecords records)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var held = records.Quarantined.ToHashSet();
        var log = LogByNumber(records.Logged);
        var effects = EffectsByNumber(records.Counted);
        CheckAcknowledged(records.Acknowledged, log, findings);
        CheckCountedOnce(log, effects, held, findings);
        CheckEffects(records, log, held, findings);
        CheckBodies(records.Acknowledged, log, effects, findings);
        foreach (var state in records.Hashes)
        {
            if (!string.Equals(state.Kept, state.Folded, StringComparison.Ordinal))
                findings.Add(new Finding(FindingKind.StateDiffers, state.Classroom, 0, $"a fold of the log gives {state.Folded}, kept is {state.Kept}"));
        }
        return findings.ToImmutable();
    }

    private static Dictionary<(string, long), List<LoggedAnswer>> LogByNumber(IReadOnlyCollection<LoggedAnswer> logged)
    {
        var log = new Dictionary<(string, long), List<LoggedAnswer>>(logged.Count);
        foreach (var answer in logged)
        {
            if (!log.TryGetValue((answer.Source, answer.Sequence), out var entries)) log.Add((answer.Source, answer.Sequence), entries = []);
            entries.Add(answer);
        }
        return log;
    }

    private static Dictionary<(string, long), List<CountedAnswer>> EffectsByNumber(IReadOnlyCollection<CountedAnswer> counted)
    {
        var effects = new Dictionary<(string, long), List<CountedAnswer>>(counted.Count);
        foreach (var answer in counted)
        {
            if (!effects.TryGetValue((answer.Source, answer.Sequence), out var list)) effects.Add((answer.Source, answer.Sequence), list = []);
            list.Add(answer);
        }
        return effects;
    }

    private static void CheckAcknowledged(
        IReadOnlyCollection<AcknowledgedAnswer> acknowledged, Dictionary<(string, long), List<LoggedAnswer>> log, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var answer in acknowledged)
        {
            if (!log.ContainsKey((answer.Source, answer.Sequence)))
                findings.Add(new Finding(FindingKind.Lost, answer.Source, answer.Sequence, "acknowledged, and not in the log"));
        }
    }

    private static void CheckCountedOnce(
        Dictionary<(string, long), List<LoggedAnswer>> log, Dictionary<(string, long), List<CountedAnswer>> effects, HashSet<QuarantinedEntry> held,
        ImmutableArray<Finding>.Builder findings)
    {
        foreach (var ((source, sequence), entries) in log)
        {
            var times = effects.TryGetValue((source, sequence), out var list) ? list.Count : 0;
            var first = entries[0];
            if (times > 1)
                findings.Add(new Finding(FindingKind.Doubled, source, sequence, $"counted {times} times, at {string.Join(", ", list!.Select(static e => e.Position))}"));
            else if (times == 0 && entries.Exists(entry => !held.Contains(new QuarantinedEntry(entry.Partition, entry.Position))))
                findings.Add(new Finding(FindingKind.Lost, source, sequence, $"in the log at {first.Partition}/{first.Position}, and not counted"));
        }
    }

    // The first entry of a number that is not in quarantine is the one that counts; so per source positions of effects only ascend.
    private static void CheckEffects(
        CheckedRecords records, Dictionary<(string, long), List<LoggedAnswer>> log, HashSet<QuarantinedEntry> held, ImmutableArray<Finding>.Builder findings)
    {
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var effect in records.Counted)
        {
            var entries = log.GetValueOrDefault((effect.Source, effect.Sequence)) ?? [];
            if (!entries.Exists(entry => entry.Partition == effect.Partition && entry.Position == effect.Position))
            {
                findings.Add(new Finding(
                    FindingKind.Unfounded, effect.Source, effect.Sequence, $"counted at {effect.Partition}/{effect.Position}, where the log has no such answer"));
                continue;
            }
            var rightful = entries.Find(entry => !held.Contains(new QuarantinedEntry(entry.Partition, entry.Position)));
            var before = last.GetValueOrDefault(effect.Source, -1);
            if (effect.Position < before || (rightful.Source is not null && rightful.Position < effect.Position))
            {
                findings.Add(new Finding(
                    FindingKind.OutOfOrder, effect.Source, effect.Sequence,
                    $"took effect at {effect.Position}; the log has it first at {rightful.Position}, and the source's effect before it was at {before}"));
            }
            last[effect.Source] = Math.Max(before, effect.Position);
        }
    }

    private static void CheckBodies(
        IReadOnlyCollection<AcknowledgedAnswer> acknowledged, Dictionary<(string, long), List<LoggedAnswer>> log,
        Dictionary<(string, long), List<CountedAnswer>> effects, ImmutableArray<Finding>.Builder findings)
    {
        foreach (var answer in acknowledged)
        {
            if (!log.TryGetValue((answer.Source, answer.Sequence), out var entries)) continue;
            var counted = effects.TryGetValue((answer.Source, answer.Sequence), out var list)
                ? entries.FindIndex(entry => entry.Partition == list[0].Partition && entry.Position == list[0].Position)
                : -1;
            var entry = entries[Math.Max(0, counted)];
            if (entry.Fingerprint != answer.Fingerprint)
            {
                findings.Add(new Finding(
                    FindingKind.Changed, answer.Source, answer.Sequence,
                    $"sent {answer.Fingerprint:x16}, the log has {entry.Fingerprint:x16} at {entry.Partition}/{entry.Position}"));
            }
        }
    }
}
