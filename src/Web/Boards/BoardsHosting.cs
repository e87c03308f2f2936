using LiveClass.Web.Coaching;
using LiveClass.Web.Links;

namespace LiveClass.Web.Boards;

/// <summary>Puts the board replicas into the process. The engine and the records must have been added before.</summary>
internal static class BoardsHosting
{
    /// <summary>Adds the boards; sinks (<see cref="IBoardSink"/>) are added by who sends.</summary>
    public static void AddBoards(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BoardNamesSource>();
        builder.Services.AddSingleton<DeviceLinks>();
        builder.Services.AddSingleton<CoachRooms>();
        builder.Services.AddSingleton<LiveBoards>();
        builder.Services.AddHostedService<LinkSweep>();
        builder.Services.AddSingleton<BoardAudience>();
        builder.Services.AddHostedService<BoardSweep>();
    }
}
