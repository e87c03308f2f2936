using System.Text.Json;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Web.Commands;

/// <summary>The thresholds to change, on top of those that hold.</summary>
internal static class PolicyChange
{
    private static readonly Dictionary<string, Func<ClassroomPolicy, double, ClassroomPolicy>> Thresholds = new(StringComparer.Ordinal)
    {
        ["priorMastery"] = (p, v) => p with { PriorMastery = v },
        ["learnRate"] = (p, v) => p with { LearnRate = v },
        ["guessRate"] = (p, v) => p with { GuessRate = v },
        ["slipRate"] = (p, v) => p with { SlipRate = v },
        ["masteredAt"] = (p, v) => p with { MasteredAt = v },
        ["masteryLostUnder"] = (p, v) => p with { MasteryLostUnder = v },
        ["reviewUnder"] = (p, v) => p with { ReviewUnder = v },
        ["aimLow"] = (p, v) => p with { AimLow = v },
        ["aimHigh"] = (p, v) => p with { AimHigh = v },
        ["idleMinutes"] = (p, v) => p with { IdleMinutes = v },
        ["wheelSpinningAt"] = (p, v) => p with { WheelSpinningAt = (int)v },
        ["quietMinutes"] = (p, v) => p with { QuietMinutes = v },
        ["lessonEndsAfterMinutes"] = (p, v) => p with { LessonEndsAfterMinutes = v },
    };

    /// <summary>The names of all thresholds.</summary>
    public static IReadOnlyCollection<string> Names => Thresholds.Keys;

    /// <summary>The whole policy as it shall be. Ranges are the classroom's to check.</summary>
    public static SetPolicy Parse(CommandArguments args, ClassroomPolicy current)
    {
        var changed = false;
        foreach (var (name, with) in Thresholds)
        {
            if (!args.TryGet(name, out var value)) continue;
            changed = true;
            if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) && Math.Abs(number) < 1e6)
                current = with(current, number);
            else
                args.Wrong<double>(name, "is a number");
        }

        if (!changed) args.Wrong<double>(Thresholds.Keys.First(), $"or another threshold is missing; they are {string.Join(", ", Thresholds.Keys)}");
        return new SetPolicy(current);
    }
}
