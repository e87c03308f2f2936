using System.Collections.Immutable;

namespace LiveClass.Learning.Progressions;

/// <summary>Finds and names a cycle in prerequisites, before it is accepted.</summary>
public static class ProgressionCycle
{
    /// <summary>
    /// One cycle, each followed by one of its prerequisites and the last by the first again (which is not repeated);
    /// empty where there is none. Prerequisites that are not among the skills count as well.
    /// </summary>
    /// <param name="skills">Where to start from.</param>
    /// <param name="prerequisites">The direct prerequisites of a skill; may be asked for skills outside the list.</param>
    public static ImmutableArray<T> Find<T>(IEnumerable<T> skills, Func<T, IEnumerable<T>> prerequisites) where T : notnull
    {
        var done = new HashSet<T>();
        foreach (var start in skills)
        {
            var cycle = From(start, prerequisites, done);
            if (!cycle.IsEmpty) return cycle;
        }
        return [];
    }

    // Depth first without recursion: a long chain must not use up the stack.
    private static ImmutableArray<T> From<T>(T start, Func<T, IEnumerable<T>> prerequisites, HashSet<T> done) where T : notnull
    {
        if (done.Contains(start)) return [];
        var path = new List<T> { start };
        var open = new HashSet<T> { start };
        var pending = new Stack<IEnumerator<T>>();
        pending.Push(prerequisites(start).GetEnumerator());
        try
        {
            while (pending.TryPeek(out var next))
            {
                if (!next.MoveNext())
                {
                    pending.Pop().Dispose();
                    done.Add(path[^1]);
                    open.Remove(path[^1]);
                    path.RemoveAt(path.Count - 1);
                    continue;
                }
                var skill = next.Current;
                if (open.Contains(skill)) return [.. path.SkipWhile(p => !p.Equals(skill))];
                if (done.Contains(skill)) continue;
                path.Add(skill);
                open.Add(skill);
                pending.Push(prerequisites(skill).GetEnumerator());
            }
        }
        finally
        {
            foreach (var left in pending) left.Dispose();
        }
        return [];
    }
}
