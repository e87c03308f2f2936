using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Joining;

namespace LiveClass.Web.Links;

/// <summary>Whether a student's device answers, how many answers it holds, and since when it does not answer; null while it does.</summary>
public readonly record struct DeviceLink(Link Link, int Waiting, Instant? LostSince);

/// <summary>
/// Which students' devices this web hears. Not state: it is lost with the process, counted anew as devices connect, and merged into
/// boards outside their version. A device that was gone for a moment (a reload) was not lost.
/// </summary>
public sealed class DeviceLinks(TimeProvider time)
{
    /// <summary>How long a device may be gone before its link is lost.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(ClassroomKey Classroom, StudentKey Student), Device> devices = new();

    /// <summary>Who is told that a classroom's links have changed; outside of every lock.</summary>
    internal Action<ClassroomKey>? Changed { get; set; }

    /// <summary>A device has connected.</summary>
    internal void Connected(DeviceToken token, string connection)
    {
        var device = devices.GetOrAdd((token.Classroom, token.Student), static _ => new Device());
        lock (device)
        {
            if (device.Lesson != token.Lesson) (device.Lesson, device.Waiting) = (token.Lesson, 0);
            device.Connections.Add(connection);
            device.LostSince = null;
        }

        Changed?.Invoke(token.Classroom);
    }

    /// <summary>A connection has ended.</summary>
    internal void Gone(DeviceToken token, string connection)
    {
        if (!devices.TryGetValue((token.Classroom, token.Student), out var device)) return;
        lock (device)
        {
            if (device.Connections.Remove(connection) && device.Connections.Count == 0) device.GoneAt = time.GetTimestamp();
        }
    }

    /// <summary>A device says how many answers it holds.</summary>
    internal void Waits(DeviceToken token, int answers)
    {
        if (!devices.TryGetValue((token.Classroom, token.Student), out var device)) return;
        lock (device)
        {
            if (device.Waiting == answers) return;
            device.Waiting = answers;
        }

        Changed?.Invoke(token.Classroom);
    }

    /// <summary>A student has no device any more: it is not lost, there is none.</summary>
    internal void Forget(ClassroomKey classroom, StudentKey student)
    {
        if (devices.TryRemove((classroom, student), out _)) Changed?.Invoke(classroom);
    }

    /// <summary>Notices which devices have been gone for too long, and tells of them.</summary>
    internal void Sweep()
    {
        foreach (var ((classroom, _), device) in devices)
        {
            lock (device)
            {
                if (device.LostSince is not null || device.Connections.Count > 0 || time.GetElapsedTime(device.GoneAt) < Grace) continue;
                device.LostSince = Instant.Of(time.GetUtcNow() - time.GetElapsedTime(device.GoneAt));
            }

            Changed?.Invoke(classroom);
        }
    }

    /// <summary>A student's link in a lesson.</summary>
    public DeviceLink Of(ClassroomKey classroom, LessonKey? lesson, StudentKey student)
    {
        if (!devices.TryGetValue((classroom, student), out var device)) return default;
        lock (device)
        {
            return device.Lesson != lesson ? default : new DeviceLink(device.LostSince is null ? Link.Live : Link.Lost, device.Waiting, device.LostSince);
        }
    }

    private sealed class Device
    {
        public LessonKey Lesson { get; set; }

        public HashSet<string> Connections { get; } = new(StringComparer.Ordinal);

        public long GoneAt { get; set; }

        public Instant? LostSince { get; set; }

        public int Waiting { get; set; }
    }
}
