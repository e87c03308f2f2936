using System.Collections.Immutable;

namespace LiveClass.Records.Classrooms;

/// <summary>A school's skills with their prerequisites, as a graph of ids.</summary>
public static class Progression
{
    /// <summary>
    /// A circle of prerequisites, first skill first and not repeated; empty where there is none. Walks each skill and each prerequisite
    /// once, without recursion: a chain may be as long as the school's list.
    /// </summary>
    public static ImmutableArray<string> FindCycle(IReadOnlyDictionary<string, IReadOnlyList<string>> prerequisites)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var onPath = new Dictionary<string, int>(StringComparer.Ordinal);
        var path = new List<(string Skill, int Next)>();
        foreach (var root in prerequisites.Keys)
        {
            if (done.Contains(root)) continue;
            Enter(root);
            while (path.Count > 0)
            {
                var (skill, next) = path[^1];
                var needs = prerequisites.GetValueOrDefault(skill) ?? [];
                if (next == needs.Count)
                {
                    done.Add(skill);
                    onPath.Remove(skill);
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                path[^1] = (skill, next + 1);
                if (onPath.TryGetValue(needs[next], out var at)) return [.. path.Skip(at).Select(entry => entry.Skill)];
                if (!done.Contains(needs[next])) Enter(needs[next]);
            }
        }

        return [];

        void Enter(string skill)
        {
            onPath[skill] = path.Count;
            path.Add((skill, 0));
        }
    }
}
