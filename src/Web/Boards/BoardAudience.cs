using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Boards;

/// <summary>
/// Which connections keep which boards live. Rights are checked before: joining an audience is where they are. The order is
/// the hub's to keep: add the connection to the audience, then <see cref="JoinAsync"/>, then send what it returns, so that nothing
/// falls between; the version says which is newer.
/// </summary>
public sealed class BoardAudience(LiveBoards boards)
{
    /// <summary>The most boards that one connection may watch.</summary>
    public const int MostBoards = 32;

    private readonly ConcurrentDictionary<(string Connection, ClassroomKey Classroom), BoardHold> holds = [];

    /// <summary>The name of an audience of a classroom: one for each view.</summary>
    public static string NameOf(ClassroomKey classroom, string view) => $"{classroom.Value}:{view}";

    /// <summary>Keeps the board live for a connection and gives its view.</summary>
    public async ValueTask<BoardView> JoinAsync(string connection, ClassroomKey classroom, CancellationToken cancellation)
    {
        var hold = boards.Hold(classroom);
        if (holds.TryAdd((connection, classroom), hold)) return await hold.ViewAsync(cancellation);
        // It watches already: this hold only reads.
        using (hold) return await hold.ViewAsync(cancellation);
    }

    /// <summary>How many boards a connection watches.</summary>
    public int CountOf(string connection) => holds.Keys.Count(held => held.Connection == connection);

    /// <summary>A connection no longer watches a classroom.</summary>
    public void Leave(string connection, ClassroomKey classroom)
    {
        if (holds.TryRemove((connection, classroom), out var hold)) hold.Dispose();
    }

    /// <summary>A connection is gone.</summary>
    public void Leave(string connection)
    {
        foreach (var held in holds.Keys)
            if (held.Connection == connection) Leave(connection, held.Classroom);
    }
}
