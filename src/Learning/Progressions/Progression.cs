using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Progressions;

/// <summary>
/// A classroom's skills with their prerequisites, by index: the place in the classroom's list. Immutable. A skill counts as
/// mastered here where <see cref="MasteryEstimate.ReachedMastery"/> holds: one that is due for review still carries what builds on it.
/// </summary>
public sealed class Progression
{
    private const int OnStack = 1024;

    private readonly SkillKey[] keys;
    private readonly Dictionary<SkillKey, int> indexes;
    private readonly int[] starts;
    private readonly int[] prerequisites;
    private readonly int[] order;

    private Progression(SkillKey[] keys, Dictionary<SkillKey, int> indexes, int[][] edges, int[] order)
    {
        this.keys = keys;
        this.indexes = indexes;
        this.order = order;
        starts = new int[edges.Length + 1];
        for (var i = 0; i < edges.Length; i++) starts[i + 1] = starts[i] + edges[i].Length;
        prerequisites = edges.SelectMany(e => e).ToArray();
    }

    /// <summary>No skills.</summary>
    public static Progression Empty { get; } = Of([]);

    /// <summary>
    /// The progression of a classroom's list. Prerequisites outside the list are ignored. A cycle is refused where skills are
    /// changed (<see cref="ProgressionCycle"/>); one that got here all the same loses the edges that close it.
    /// </summary>
    public static Progression Of(ImmutableArray<SkillLine> skills)
    {
        var places = new Dictionary<SkillKey, int>(skills.Length);
        for (var i = 0; i < skills.Length; i++) places.TryAdd(skills[i].Skill, i);
        var edges = new int[skills.Length][];
        for (var i = 0; i < skills.Length; i++)
        {
            var self = i;
            edges[i] = skills[i].Prerequisites.IsDefault
                ? []
                : skills[i].Prerequisites.Where(places.ContainsKey).Select(key => places[key]).Where(p => p != self).Distinct().ToArray();
        }
        var sorted = Sort(edges);
        return new Progression(skills.Select(line => line.Skill).ToArray(), places, edges, sorted);
    }

    /// <summary>How many skills there are.</summary>
    public int Count => keys.Length;

    /// <summary>Every index once, prerequisites before what needs them, else in the list's order.</summary>
    public ReadOnlySpan<int> Order => order;

    /// <summary>The skill at an index.</summary>
    public SkillKey Key(int index) => keys[index];

    /// <summary>The index of a skill; -1 where it is not on the list.</summary>
    public int IndexOf(SkillKey skill) => indexes.TryGetValue(skill, out var index) ? index : -1;

    /// <summary>The direct prerequisites of a skill, as indexes.</summary>
    public ReadOnlySpan<int> Prerequisites(int index) => prerequisites.AsSpan(starts[index]..starts[index + 1]);

    /// <summary>True where a student has not mastered the skill, and has mastered all its direct prerequisites.</summary>
    public bool InFrontier(int index, ReadOnlySpan<MasteryEstimate> skills) => !IsMastered(index, skills) && IsReady(index, skills);

    /// <summary>True where a student has mastered all direct prerequisites of the skill.</summary>
    public bool IsReady(int index, ReadOnlySpan<MasteryEstimate> skills)
    {
        foreach (var prerequisite in Prerequisites(index))
            if (!IsMastered(prerequisite, skills)) return false;
        return true;
    }

    /// <summary>
    /// The nearest skill on the frontier among an unmastered skill and the unmastered skills that it builds on, through
    /// unmastered ones only (a mastered skill covers what is under it). The skill itself where it is on the frontier;
    /// -1 where it is mastered. Of several equally near the first in the lists' order.
    /// </summary>
    public int NearestUnmasteredRoot(int index, ReadOnlySpan<MasteryEstimate> skills)
    {
        if (IsMastered(index, skills)) return -1;
        if (IsReady(index, skills)) return index;
        Span<int> queue = Count <= OnStack ? stackalloc int[Count] : new int[Count];
        Span<bool> seen = Count <= OnStack ? stackalloc bool[Count] : new bool[Count];
        var (head, tail) = (0, 0);
        queue[tail++] = index;
        seen[index] = true;
        while (head < tail)
        {
            var at = queue[head++];
            var ready = true;
            foreach (var prerequisite in Prerequisites(at))
            {
                if (IsMastered(prerequisite, skills)) continue;
                ready = false;
                if (seen[prerequisite]) continue;
                seen[prerequisite] = true;
                queue[tail++] = prerequisite;
            }
            if (ready) return at;
        }
        return -1;
    }

    private static bool IsMastered(int index, ReadOnlySpan<MasteryEstimate> skills) =>
        index < skills.Length && skills[index].ReachedMastery;

    /// <summary>Orders by prerequisites and takes the edges out of <paramref name="edges"/> that would close a cycle.</summary>
    private static int[] Sort(int[][] edges)
    {
        var sorted = new List<int>(edges.Length);
        var placed = new bool[edges.Length];
        while (sorted.Count < edges.Length)
        {
            var before = sorted.Count;
            for (var i = 0; i < edges.Length; i++)
                if (!placed[i] && Array.TrueForAll(edges[i], p => placed[p])) Place(i);
            if (sorted.Count > before) continue;
            var stuck = Array.IndexOf(placed, value: false);
            edges[stuck] = Array.FindAll(edges[stuck], p => placed[p]);
            Place(stuck);
        }
        return [.. sorted];

        void Place(int index)
        {
            placed[index] = true;
            sorted.Add(index);
        }
    }
}
