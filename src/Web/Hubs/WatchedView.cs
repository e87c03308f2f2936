using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Hubs;

/// <summary>Which view of a board an audience gets.</summary>
internal enum WatchedView
{
    /// <summary>All of it.</summary>
    Teacher,

    /// <summary>Stations, letters, first names and the clock.</summary>
    Wall,

    /// <summary>The teacher's, without names.</summary>
    Coach,
}

/// <summary>One audience: everybody who watches the same view of the same classroom.</summary>
internal readonly record struct AudienceKey(ClassroomKey Classroom, WatchedView View)
{
    /// <summary>The view of an audience, whole.</summary>
    public WireView SnapshotOf(BoardView board) => View switch
    {
        WatchedView.Teacher => WireView.Of(board, ViewJson.Default.BoardView),
        WatchedView.Coach => WireView.Of(AudienceViewsOf.Coach(board, names: false), ViewJson.Default.BoardView),
        _ => WireView.Of(AudienceViewsOf.Wall(board), ViewJson.Default.WallView),
    };
}
