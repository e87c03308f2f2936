using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Plans;
using LiveClass.Web.Coaching;
using LiveClass.Web.Links;

namespace LiveClass.Web.Boards;

/// <summary>
/// The boards that somebody looks at: one replica a classroom, however many screens. A board nobody holds is kept for a while,
/// so that a page that polls or reloads finds it, and is then given up.
/// </summary>
public sealed class LiveBoards(
    IJournal journal, ICheckpoints checkpoints, IBroadcast broadcast, BoardNamesSource names, DeviceLinks links, CoachRooms coaches, PlanStore plans, IEnumerable<IBoardSink> sinks, Scheduling scheduling,
    ILogger<LiveBoards> logger) : IAsyncDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);
    private readonly Lock door = new();
    private readonly Dictionary<ClassroomKey, LiveBoard> boards = [];
    private readonly IBoardSink[] sinks = [.. sinks];

    /// <summary>How many boards are live.</summary>
    public int Count
    {
        get
        {
            lock (door) return boards.Count;
        }
    }

    /// <summary>The newest view of a classroom, which is live from now on for a while.</summary>
    public async ValueTask<BoardView> ReadAsync(ClassroomKey classroom, CancellationToken cancellation = default)
    {
        using var hold = Hold(classroom);
        return await hold.ViewAsync(cancellation);
    }

    /// <summary>Keeps a classroom's board live until the hold is given back.</summary>
    public BoardHold Hold(ClassroomKey classroom)
    {
        LiveBoard board;
        lock (door)
        {
            if (!boards.TryGetValue(classroom, out board!))
            {
                board = Make(classroom);
                boards.Add(classroom, board);
            }

            board.Holders++;
        }

        return new BoardHold(this, board);
    }

    /// <summary>What a board shows outside its version has changed: devices came, went or told how much they hold; coaches look in, or leave;
    /// a lesson was planned.</summary>
    public async ValueTask OutsideChangedAsync(ClassroomKey classroom)
    {
        LiveBoard? board;
        lock (door) board = boards.GetValueOrDefault(classroom);
        if (board is null) return;
        try
        {
            await board.OutsideChangedAsync();
        }
        catch (ObjectDisposedException)
        {
            // Given up meanwhile: nobody looks at it.
        }
    }

    /// <summary>Gives up boards that nobody held for a while.</summary>
    public async ValueTask SweepAsync()
    {
        var now = Instant.Of(scheduling.Time.GetUtcNow());
        List<LiveBoard> gone = [];
        lock (door)
        {
            foreach (var (key, board) in boards)
                if (board.Holders == 0 && now - board.ReleasedAt >= KeptFor) gone.Add(boards[key]);
            foreach (var board in gone) boards.Remove(board.Replica.Classroom);
        }

        foreach (var board in gone) await EndAsync(board);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        LiveBoard[] all;
        lock (door)
        {
            all = [.. boards.Values];
            boards.Clear();
        }

        foreach (var board in all) await EndAsync(board);
    }

    internal void Release(LiveBoard board)
    {
        lock (door)
        {
            board.Holders--;
            board.ReleasedAt = Instant.Of(scheduling.Time.GetUtcNow());
        }
    }

    private static async ValueTask EndAsync(LiveBoard board)
    {
        await board.Replica.DisposeAsync();
        board.Dispose();
    }

    private LiveBoard Make(ClassroomKey classroom)
    {
        var board = new LiveBoard(classroom, names, links, coaches, plans, sinks, scheduling, logger);
        board.Replica = new BoardReplica(classroom, journal, checkpoints, broadcast, scheduling, board, logger);
        board.Replica.Start();
        return board;
    }
}
