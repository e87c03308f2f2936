using System.Diagnostics;

namespace LiveClass.Grains.Abstractions.Tracing;

/// <summary>The traces of this process's newest appends, by position. Kept only while somebody listens; the oldest give way.</summary>
internal static class AppendedTraces
{
    private const int Kept = 2_048;

    private static readonly Lock Gate = new();
    private static readonly (ClassroomKey Classroom, long First, long Last, ActivityContext Trace)[] Newest = new (ClassroomKey, long, long, ActivityContext)[Kept];
    private static int next;

    public static void Add(ClassroomKey classroom, long first, long last, ActivityContext trace)
    {
        lock (Gate) Newest[next++ % Kept] = (classroom, first, last, trace);
    }

    /// <summary>The trace of the append that brought an entry; none where it is not known any more.</summary>
    public static ActivityContext Find(ClassroomKey classroom, long position) =>
        Find(classroom, position - 1, position, 1) is [var trace, ..] ? trace : default;

    /// <summary>The traces that brought entries after one position up to another, the newest first.</summary>
    public static List<ActivityContext> Find(ClassroomKey classroom, long after, long through, int atMost)
    {
        var found = new List<ActivityContext>();
        lock (Gate)
        {
            for (var back = 1; back <= Math.Min(next, Kept) && found.Count < atMost; back++)
            {
                ref readonly var appended = ref Newest[(next - back) % Kept];
                if (appended.Classroom == classroom && appended.First <= through && appended.Last > after) found.Add(appended.Trace);
            }
        }

        return found;
    }
}
