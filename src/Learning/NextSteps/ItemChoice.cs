using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;

namespace LiveClass.Learning.NextSteps;

/// <summary>Chooses an item of a skill from a bounded sample, so that a large bank costs no more than a small one.</summary>
internal static class ItemChoice
{
    /// <summary>So many items of a skill are looked at, from a seeded place on.</summary>
    public const int Sample = 16;

    /// <summary>An item and the chance of a right answer.</summary>
    /// <param name="Index">The item's index; -1 where nothing fits.</param>
    /// <param name="Chance">P(right), 0 to 1.</param>
    public readonly record struct Found(int Index, double Chance)
    {
        /// <summary>Nothing fits.</summary>
        public static Found None => new(-1, 0);
    }

    /// <summary>
    /// The first item from the seeded place whose chance lies in the policy's aim, else the one nearest to it. An item for a check
    /// where one is asked for and there is one, else practice; an interim or summative item is never given. The last item
    /// comes only where nothing else fits.
    /// </summary>
    public static Found Of(in NextStepQuestion q, int skill, bool check) =>
        Of(q, skill, check ? EvidenceKind.Formative : EvidenceKind.Practice);

    /// <summary>
    /// The same for items of a kind. Where that is not practice, it is a check: what the student has answered in this lesson comes only
    /// where nothing else fits, and an interim or summative item is given where that kind is asked for.
    /// </summary>
    public static Found Of(in NextStepQuestion q, int skill, EvidenceKind wanted)
    {
        var count = q.Items.CountOf(skill);
        if (count == 0) return Found.None;
        var start = (int)(Mixed(q.Seed ^ ((long)skill << 32)) % (ulong)count);
        var looks = Math.Min(count, Sample);
        var best = Found.None;
        var bestRank = double.MaxValue;
        for (var n = 0; n < looks; n++)
        {
            var item = q.Items.ItemOf(skill, (start + n) % count);
            if (!Fits(q.Items.Kind(item), wanted)) continue;
            var chance = NextAnswer.Chance(q.Student, q.Items.Estimate(item), q.Skills[skill], q.Now, q.Items.Options(item));
            var rank = Rank(q, item, chance, wanted);
            if (rank >= bestRank) continue;
            best = new Found(item, chance);
            bestRank = rank;
            if (rank <= 0) break;
        }
        return best;
    }

    /// <summary>
    /// 0 is what is wanted; the distance to the aim counts less than the kind, the kind less than what was answered in this lesson, that
    /// less than a repeat.
    /// </summary>
    private static double Rank(in NextStepQuestion q, int item, double chance, EvidenceKind wanted)
    {
        var off = Math.Max(0, Math.Max(q.Policy.AimLow - chance, chance - q.Policy.AimHigh));
        var stale = wanted != EvidenceKind.Practice && q.Answered.Contains(item);
        return off + (q.Items.Kind(item) == wanted ? 0 : 2) + (stale ? 3 : 0) + (item == q.LastItem ? 8 : 0);
    }

    private static bool Fits(EvidenceKind kind, EvidenceKind wanted) =>
        kind is EvidenceKind.Practice or EvidenceKind.Formative || kind == wanted;

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): neighbouring seeds give places far apart.</summary>
    private static ulong Mixed(long seed)
    {
        var z = (ulong)seed + 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
