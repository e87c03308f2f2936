using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Boards;
using LiveClass.Web.Coaching;

namespace LiveClass.Web.Hubs;

/// <summary>Which view of a board an audience gets.</summary>
internal enum WatchedView
{
    /// <summary>All of it.</summary>
    Teacher,

    /// <summary>Stations, letters, first names and the clock.</summary>
    Wall,

    /// <summary>The teacher's, without names unless a teacher allows them.</summary>
    Coach,

    /// <summary>One student's own.</summary>
    Student,
}

/// <summary>One audience: everybody who watches the same view of the same classroom.</summary>
/// <param name="Classroom">The classroom.</param>
/// <param name="View">The view.</param>
/// <param name="Student">Whose view it is, by id; null but for a student's.</param>
/// <param name="Language">The language of the words in it, for a student and a coach; null but there.</param>
internal readonly record struct AudienceKey(ClassroomKey Classroom, WatchedView View, string? Student = null, string? Language = null)
{
    /// <summary>The view of an audience, whole. A student who is no longer on the board gets an empty one.</summary>
    public WireView SnapshotOf(BoardView board) => View switch
    {
        WatchedView.Student => WireView.Of(StudentViews.Of(board, Student!, Language!), ViewJson.Default.StudentBoardView),
        WatchedView.Teacher => WireView.Of(board, ViewJson.Default.BoardView),
        WatchedView.Coach => WireView.Of(CoachViews.Of(board, Language!), ViewJson.Default.BoardView),
        _ => WireView.Of(AudienceViewsOf.Wall(board), ViewJson.Default.WallView),
    };
}
