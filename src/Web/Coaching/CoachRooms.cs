using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Schools;

namespace LiveClass.Web.Coaching;

/// <summary>
/// Which coaches look into which classrooms now, so that whoever is watched can see it. Not state: counted by this web, merged into boards
/// outside their version.
/// </summary>
public sealed class CoachRooms(CoachNamesStore names, AdultStore adults, TimeProvider time)
{
    /// <summary>How long one look counts: a page that was opened, a board that was read. Who watches live is counted until it leaves.</summary>
    public static readonly TimeSpan LookLasts = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<(ClassroomKey Classroom, string By), Look> looks = new();

    /// <summary>Who is told that a classroom's coaches have changed.</summary>
    internal Action<ClassroomKey>? Changed { get; set; }

    /// <summary>What a board says of its coaches; null where there is nothing to say.</summary>
    public CoachView? Of(ClassroomKey classroom)
    {
        var allowed = names.AreAllowed(classroom);
        List<string>? here = null;
        foreach (var (key, look) in looks)
        {
            if (key.Classroom != classroom || adults.ByKey(look.Coach)?.Name is not { } name || here?.Contains(name) == true) continue;
            (here ??= []).Add(name);
        }

        here?.Sort(StringComparer.Ordinal);
        return here is null && !allowed ? null : new CoachView([.. here ?? []], allowed);
    }

    /// <summary>A connection watches a classroom as its coach.</summary>
    internal void Watches(ClassroomKey classroom, string connection, AdultKey coach) => Put((classroom, connection), new(coach, Since: null));

    /// <summary>It no longer does.</summary>
    internal void Leaves(ClassroomKey classroom, string connection)
    {
        if (looks.TryRemove((classroom, connection), out _)) Changed?.Invoke(classroom);
    }

    /// <summary>A coach has looked once.</summary>
    internal void Looks(ClassroomKey classroom, AdultKey coach) => Put((classroom, $"adult {coach.Value}"), new(coach, time.GetTimestamp()));

    /// <summary>Forgets looks that are over, and tells of them.</summary>
    internal void Sweep()
    {
        foreach (var entry in looks)
        {
            if (entry.Value.Since is not { } since || time.GetElapsedTime(since) < LookLasts) continue;
            if (looks.TryRemove(entry)) Changed?.Invoke(entry.Key.Classroom);
        }
    }

    private void Put((ClassroomKey Classroom, string By) key, Look look)
    {
        looks[key] = look;
        Changed?.Invoke(key.Classroom);
    }

    private readonly record struct Look(AdultKey Coach, long? Since);
}
