using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Boards;

/// <summary>Keeps a board live. Dispose to let go; disposing twice does nothing.</summary>
public sealed class BoardHold : IDisposable
{
    private readonly LiveBoards boards;
    private LiveBoard? board;

    internal BoardHold(LiveBoards boards, LiveBoard board)
    {
        this.boards = boards;
        this.board = board;
    }

    /// <summary>The newest view, as soon as there is one.</summary>
    public async ValueTask<BoardView> ViewAsync(CancellationToken cancellation = default)
    {
        var held = board ?? throw new ObjectDisposedException(nameof(BoardHold));
        if (held.ViewNow is { } view) return view;
        await held.Replica.Loaded.WaitAsync(cancellation);
        return held.ViewNow ?? throw new InvalidOperationException("A board without a classroom.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref board, null) is { } held) boards.Release(held);
    }
}
