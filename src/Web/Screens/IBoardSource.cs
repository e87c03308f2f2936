using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Screens;

/// <summary>Where pages get what they show. Says nothing of who may see it: the page's policy and the user's school do.</summary>
public interface IBoardSource
{
    /// <summary>The newest board of a classroom as its teacher sees it; null where the school has no such classroom.</summary>
    ValueTask<BoardView?> GetAsync(SchoolKey school, string classroomId, CancellationToken cancellation);

    /// <summary>The school's classrooms, by name.</summary>
    ValueTask<IReadOnlyList<ClassroomSummary>> ListAsync(SchoolKey school, CancellationToken cancellation);
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
