using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Joining;
using LiveClass.Web.Hubs;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Web.Joining;

/// <summary>Shows a classroom's adults its code and who waits, and tells them when that changes.</summary>
internal sealed class JoiningScreens(
    ClassCodeStore codes, LobbyStore lobby, DeviceTokenStore tokens, LessonsNow lessons, IHubContext<ClassroomHub, IClassroomClient> hub)
{
    private readonly ConcurrentDictionary<(ClassroomKey Classroom, string Connection), bool> screens = new();

    /// <summary>An adult's connection watches a classroom: it is told now, and of each change.</summary>
    public async Task JoinAsync(ClassroomRecord classroom, string connection, CancellationToken cancellation)
    {
        screens[(classroom.Key, connection)] = true;
        await hub.Clients.Client(connection).Joining(await ViewAsync(classroom, await lessons.RunningAsync(classroom.Key, cancellation), cancellation));
    }

    /// <summary>A connection no longer watches a classroom.</summary>
    public void Leave(ClassroomKey classroom, string connection) => screens.TryRemove((classroom, connection), out _);

    /// <summary>Tells the adults of a classroom how it now stands.</summary>
    public async Task TellAsync(ClassroomRecord classroom, LessonKey? lesson, CancellationToken cancellation)
    {
        string[] watching = [.. screens.Keys.Where(screen => screen.Classroom == classroom.Key).Select(screen => screen.Connection)];
        if (watching.Length > 0) await hub.Clients.Clients(watching).Joining(await ViewAsync(classroom, lesson, cancellation));
    }

    /// <summary>True while an adult's screen shows a classroom.</summary>
    public bool IsWatched(ClassroomKey classroom) => screens.Keys.Any(screen => screen.Classroom == classroom);

    /// <summary>How it stands in a lesson; a lesson's codes are made when they are first asked for.</summary>
    public async Task<JoiningView> ViewAsync(ClassroomRecord classroom, LessonKey? running, CancellationToken cancellation)
    {
        if (running is not { } lesson) return new JoiningView(classroom.Id, null, null, null, [], []);
        var code = await codes.ForLessonAsync(classroom.Key, lesson, cancellation);
        var waiting = await lobby.WaitingAsync(classroom.Key, lesson, cancellation);
        return new JoiningView(
            classroom.Id, LessonIds.OfJoining(classroom.Key, lesson), code.Typed, PathOf(code),
            [.. waiting.Select(device => new WaitingDevice(device.Number, device.Since))],
            [.. tokens.Joined(classroom.Key, lesson).Select(token => classroom.Student(token.Student)?.Id).OfType<string>()]);
    }

    /// <summary>The path of a lesson's link.</summary>
    public static string PathOf(ClassCode code) => $"/student?code={code.Link}";
}
