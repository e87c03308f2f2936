using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Access;

namespace LiveClass.Web.Screens;

/// <summary>Where pages get what they show: what their caller may see of it.</summary>
internal interface IBoardSource
{
    /// <summary>The newest board of a classroom as its teacher sees it; null where there is none that the caller may read.</summary>
    ValueTask<BoardView?> GetAsync(Caller caller, string classroomId, CancellationToken cancellation);

    /// <summary>
    /// The same as its coach sees it, in a language; null where there is none that the caller may see. Who looks is seen by the teacher.
    /// </summary>
    ValueTask<CoachedRoom?> LookAsync(Caller caller, string classroomId, string language, CancellationToken cancellation) => default;

    /// <summary>The classrooms that the caller may see, by name.</summary>
    ValueTask<IReadOnlyList<ClassroomSummary>> ListAsync(Caller caller, CancellationToken cancellation);
}

/// <summary>A classroom in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Here">Students who are here now; 0 where no lesson runs.</param>
/// <param name="Expected">Students on the roster.</param>
/// <param name="Lesson">Where its lesson stands; null before the first.</param>
/// <param name="Since">When that lesson started (running) or ended (ended).</param>
/// <param name="NeedHelp">Lines of its go-to-next list.</param>
public sealed record ClassroomSummary(
    string Id, string Name, int Here, int Expected, LessonState? Lesson, Instant? Since, int NeedHelp);

/// <summary>A classroom that a coach looks into.</summary>
/// <param name="Board">The coach's view.</param>
/// <param name="Teachers">The names of its teachers, who can see that.</param>
public sealed record CoachedRoom(BoardView Board, IReadOnlyList<string> Teachers);
