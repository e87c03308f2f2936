using System.Collections.Concurrent;
using System.Collections.Immutable;
using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Web.Ingest;

/// <summary>
/// What owners said of sources at their limits. Bounded, and each mark only for a while: the live plane may lose the word that a
/// source has room again, and its sender must not wait for ever. Costs one comparison where no source is marked.
/// </summary>
internal sealed class SourceLimits(Scheduling scheduling) : ISourceLimits
{
    /// <summary>How long a mark holds that is not said again.</summary>
    public static readonly TimeSpan HoldsFor = TimeSpan.FromMinutes(1);

    private const int MostMarks = 10_000;

    private readonly ConcurrentDictionary<(ClassroomKey, SourceKey), (ImmutableArray<(long From, long To)> Seen, long Until)> marks = [];
    private int count;

    /// <inheritdoc/>
    public bool IsFull(ClassroomKey classroom, SourceKey source, long sequence)
    {
        if (Volatile.Read(ref count) == 0 || !marks.TryGetValue((classroom, source), out var mark)) return false;
        if (mark.Until > scheduling.Time.GetTimestamp()) return SourceSeen.IsFull(mark.Seen.AsSpan(), sequence);
        Forget((classroom, source));
        return false;
    }

    /// <summary>Takes what an owner says. One at a time.</summary>
    public void Take(in SourceMark mark)
    {
        var key = (mark.Classroom, mark.Source);
        if (mark.Cleared)
        {
            Forget(key);
            return;
        }

        if (marks.Count >= MostMarks && !marks.ContainsKey(key)) ForgetLate();
        if (marks.Count >= MostMarks && !marks.ContainsKey(key)) return; // its turns refuse it
        marks[key] = (mark.Seen, scheduling.Time.GetTimestamp() + (long)(HoldsFor.TotalSeconds * scheduling.Time.TimestampFrequency));
        Volatile.Write(ref count, marks.Count);
    }

    private void ForgetLate()
    {
        var now = scheduling.Time.GetTimestamp();
        foreach (var (key, mark) in marks)
            if (mark.Until <= now) Forget(key);
    }

    private void Forget((ClassroomKey, SourceKey) key)
    {
        if (marks.TryRemove(key, out _)) Volatile.Write(ref count, marks.Count);
    }
}
