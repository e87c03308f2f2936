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

    /// <summary>A student's next step was chosen; the board that shows it follows.</summary>
    /// <param name="classroom">Whose board.</param>
    /// <param name="board">The newest board, which may still have the step before.</param>
    /// <param name="student">The student's id.</param>
    /// <param name="step">The step.</param>
    /// <param name="version">The version that it belongs to.</param>
    /// <param name="cancellation">Ends with the board.</param>
    ValueTask SteppedAsync(ClassroomKey classroom, BoardView board, string student, NextStepView step, long version, CancellationToken cancellation) =>
        ValueTask.CompletedTask;
}
