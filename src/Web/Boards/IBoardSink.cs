using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Boards;

/// <summary>Sends a board's changes to the screens that watch it: one serialisation an audience, however many watch.</summary>
public interface IBoardSink
{
    /// <summary>The board has changed.</summary>
    /// <param name="classroom">Whose board.</param>
    /// <param name="board">The board as it now is, as its teacher sees it.</param>
    /// <param name="delta">What leads to it from the board before.</param>
    /// <param name="cancellation">Ends with the board.</param>
    ValueTask ChangedAsync(ClassroomKey classroom, BoardView board, DeltaView delta, CancellationToken cancellation);
}
