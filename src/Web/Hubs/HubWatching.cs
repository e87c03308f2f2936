using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Joining;
using LiveClass.Web.Access;
using LiveClass.Web.Boards;
using LiveClass.Web.Coaching;
using LiveClass.Web.Joining;
using LiveClass.Web.Problems;
using LiveClass.Web.Words;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Web.Hubs;

/// <summary>Watching boards. Joining an audience is where rights are checked; nobody watches a classroom of another school or teacher.</summary>
internal sealed class HubWatching(CallerRooms rooms, BoardAudience boards, ClassroomAudiences audiences, CoachRooms coaches, JoiningScreens joining)
{
    private static readonly object Watched = new();

    /// <summary>
    /// Joins, then reads: nothing falls between. The version says which is newer where a change overtakes the snapshot.
    /// </summary>
    public async Task WatchAsync(Caller caller, HubCallerContext connection, string classroomId, long? sinceVersion, string viewName)
    {
        if (!Enum.TryParse<WatchedView>(viewName, ignoreCase: true, out var view) || !Enum.IsDefined(view) || char.IsAsciiDigit(viewName[0]))
            throw HubProblem.Of(new Problem(ProblemCodes.BadArgument, "The argument 'view' is one of teacher, wall, coach, student."));
        if (!MayWatch(caller, view))
        {
            throw HubProblem.Of(view == WatchedView.Student
                ? new Problem(ProblemCodes.WrongScope, "Only a student's own device watches a student's view.")
                : new Problem(ProblemCodes.WrongScope, "A student's device watches its student's view, a wall the wall's, and no other."));
        }

        var classroom = await FindAsync(caller, classroomId, view == WatchedView.Teacher ? RoomRight.Read : RoomRight.See, connection.ConnectionAborted);
        var key = KeyOf(caller, connection, classroom, view);
        var watched = WatchedBy(connection);
        bool added;
        lock (watched)
        {
            if (!watched.Contains(key) && watched.Count >= BoardAudience.MostBoards)
                throw HubProblem.Of(new Problem(ProblemCodes.TooMany, $"A connection watches at most {BoardAudience.MostBoards} boards. Leave one first."));
            added = watched.Add(key);
        }

        var screen = audiences.Join(key, connection.ConnectionId);
        var board = await boards.JoinAsync(connection.ConnectionId, classroom.Key, connection.ConnectionAborted);
        if (sinceVersion != board.Version || !added || view == WatchedView.Coach) screen.Send(key.SnapshotOf(board), whole: true);
        else if (view == WatchedView.Teacher && caller.Actor.Kind == ActorKind.Adult) screen.Send(WireView.Of(OutsideVersion.Of(board), ViewJson.Default.DeltaView), whole: false);

        if (view == WatchedView.Coach && caller.Actor.Kind == ActorKind.Adult) coaches.Watches(classroom.Key, connection.ConnectionId, caller.Adult);
        if (view == WatchedView.Teacher && caller.Actor.Kind == ActorKind.Adult) await joining.JoinAsync(classroom, connection.ConnectionId, connection.ConnectionAborted);

        // It may have gone while it joined; whoever comes last cleans up.
        if (connection.ConnectionAborted.IsCancellationRequested) Leave(connection);
    }

    /// <summary>Leaves every view of a classroom.</summary>
    public async Task UnwatchAsync(Caller caller, HubCallerContext connection, string classroomId)
    {
        var classroom = await FindAsync(caller, classroomId, RoomRight.See, connection.ConnectionAborted);
        var watched = WatchedBy(connection);
        AudienceKey[] left;
        lock (watched) left = [.. watched.Where(key => key.Classroom == classroom.Key)];
        foreach (var key in left) Leave(connection, key);
        boards.Leave(connection.ConnectionId, classroom.Key);
    }

    /// <summary>The connection is gone.</summary>
    public void Leave(HubCallerContext connection)
    {
        var watched = WatchedBy(connection);
        AudienceKey[] all;
        lock (watched) all = [.. watched];
        foreach (var key in all) Leave(connection, key);
        boards.Leave(connection.ConnectionId);
    }

    private void Leave(HubCallerContext connection, AudienceKey key)
    {
        var watched = WatchedBy(connection);
        lock (watched) watched.Remove(key);
        audiences.Leave(key, connection.ConnectionId);
        if (key.View == WatchedView.Coach) coaches.Leaves(key.Classroom, connection.ConnectionId);
        if (key.View == WatchedView.Teacher) joining.Leave(key.Classroom, connection.ConnectionId);
    }

    private static bool MayWatch(Caller caller, WatchedView view) => caller.Device?.Kind switch
    {
        null => view != WatchedView.Student,
        DeviceTokenKind.Read => view == WatchedView.Student,
        DeviceTokenKind.Wall => view == WatchedView.Wall,
        _ => false,
    };

    // The device's own choice, as it joined or as it now asks; else the browser's.
    private static AudienceKey KeyOf(Caller caller, HubCallerContext connection, ClassroomRecord classroom, WatchedView view)
    {
        if (view is not (WatchedView.Student or WatchedView.Coach)) return new AudienceKey(classroom.Key, view);
        var request = connection.GetHttpContext()?.Request;
        var language = request?.Query["language"].ToString() is "en" or "es" ? request.Query["language"].ToString()
            : caller.Device?.Language ?? (request is null ? WordBook.Default : LanguageChoice.Of(request));
        if (view == WatchedView.Coach) return new AudienceKey(classroom.Key, view, Language: language);
        var student = classroom.Student(caller.Device!.Student) ?? throw HubProblem.Of(ProblemCodes.OtherStudent);
        return new AudienceKey(classroom.Key, view, student.Id, language);
    }

    private async ValueTask<ClassroomRecord> FindAsync(Caller caller, string id, RoomRight right, CancellationToken cancellation)
    {
        var (classroom, problem) = await rooms.FindAsync(caller, id, right, cancellation);
        return classroom ?? throw HubProblem.Of(problem!);
    }

    private static HashSet<AudienceKey> WatchedBy(HubCallerContext connection)
    {
        lock (connection.Items)
        {
            if (connection.Items.TryGetValue(Watched, out var known)) return (HashSet<AudienceKey>)known!;
            var watched = new HashSet<AudienceKey>();
            connection.Items[Watched] = watched;
            return watched;
        }
    }
}
