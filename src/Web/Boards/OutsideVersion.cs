using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Boards;

/// <summary>
/// What a board shows outside its version: a page that was away for a moment may have the newest version and not know who looks at it now,
/// what is planned, or which devices answer.
/// </summary>
internal static class OutsideVersion
{
    /// <summary>A change from a board's version to itself that brings it all.</summary>
    public static DeltaView Of(BoardView board) => new()
    {
        Classroom = board.Classroom,
        From = board.Version,
        To = board.Version,
        Now = board.Now,
        Parked = board.Parked,
        Coach = new(board.Coach),
        Plan = new(board.Plan),
        Students = [.. board.Students.Select(student => new StudentChange { Id = student.Id, Link = student.Link, Waiting = student.Waiting })],
    };
}
