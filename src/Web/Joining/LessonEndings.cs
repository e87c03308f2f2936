using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Joining;
using LiveClass.Web.Boards;
using LiveClass.Web.Hubs;

namespace LiveClass.Web.Joining;

/// <summary>
/// When a lesson ends its devices and walls hear it and are let go, after they were sent the last view; when one starts, the adults who
/// watch get its code. Comes after the audiences among the sinks.
/// </summary>
internal sealed class LessonEndings(LiveConnections connections, ClassroomDirectory classrooms, IServiceProvider services) : IBoardSink
{
    // It asks the boards, which know their sinks: asked for late, or the two would wait for each other.
    private JoiningScreens Screens => services.GetRequiredService<JoiningScreens>();

    /// <inheritdoc/>
    public async ValueTask ChangedAsync(ClassroomKey classroom, BoardView board, DeltaView delta, CancellationToken cancellation)
    {
        if (!delta.Lesson.IsPresent) return;
        var lesson = LessonsNow.RunningOn(board);
        if (lesson is null) await connections.RevokeLessonAsync(classroom, TokenEnds.LessonEnded);
        if (Screens.IsWatched(classroom) && await classrooms.FindAsync(classroom, cancellation) is { } record)
            await Screens.TellAsync(record, lesson, cancellation);
    }
}
