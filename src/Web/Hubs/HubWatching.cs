using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Web.Access;
using LiveClass.Web.Boards;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Web.Hubs;

/// <summary>Watching boards. Joining an audience is where rights are checked; nobody watches another school's classroom.</summary>
internal sealed class HubWatching(ClassroomDirectory classrooms, BoardAudience boards, ClassroomAudiences audiences)
{
    private static readonly object Watched = new();

    /// <summary>
    /// Joins, then reads: nothing falls between. The version says which is newer where a change overtakes the snapshot.
    /// </summary>
    public async Task WatchAsync(Caller caller, HubCallerContext connection, string classroomId, long? sinceVersion, string viewName)
    {
        if (!Enum.TryParse<WatchedView>(viewName, ignoreCase: true, out var view) || !Enum.IsDefined(view) || char.IsAsciiDigit(viewName[0]))
        {
            throw HubProblem.Of(viewName == "student"
                ? new Problem(ProblemCodes.WrongScope, "Only a student's own device watches a student's view.")
                : new Problem(ProblemCodes.BadArgument, "The argument 'view' is one of teacher, wall, coach, student."));
        }

        var classroom = await FindAsync(caller, classroomId, connection.ConnectionAborted);
        var key = new AudienceKey(classroom.Key, view);
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
        if (sinceVersion != board.Version || !added) screen.Send(key.SnapshotOf(board), whole: true);

        // It may have gone while it joined; whoever comes last cleans up.
        if (connection.ConnectionAborted.IsCancellationRequested) Leave(connection);
    }

    /// <summary>Leaves every view of a classroom.</summary>
    public async Task UnwatchAsync(Caller caller, HubCallerContext connection, string classroomId)
    {
        var classroom = await FindAsync(caller, classroomId, connection.ConnectionAborted);
        foreach (var view in Enum.GetValues<WatchedView>()) Leave(connection, new AudienceKey(classroom.Key, view));
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
    }

    private async ValueTask<ClassroomRecord> FindAsync(Caller caller, string id, CancellationToken cancellation) =>
        (RecordId.IsValid(id) ? await classrooms.FindAsync(caller.School, id, cancellation) : null)
        ?? throw HubProblem.Of(ProblemCodes.UnknownClassroom);

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
