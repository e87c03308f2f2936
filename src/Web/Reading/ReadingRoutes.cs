using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Access;
using LiveClass.Web.Boards;
using LiveClass.Web.Coaching;
using LiveClass.Web.Problems;
using LiveClass.Web.Words;
using Microsoft.Net.Http.Headers;

namespace LiveClass.Web.Reading;

/// <summary><c>GET /api/v1/classrooms</c> and <c>…/board</c>.</summary>
internal static class ReadingRoutes
{
    /// <summary>The classrooms that the caller may see.</summary>
    public static async Task<IResult> ClassroomsAsync(HttpContext context, CallerRooms rooms)
    {
        var all = await rooms.AllAsync(Caller.Of(context.User), context.RequestAborted);
        return Results.Json(new ClassroomsAnswer([.. all.Select(c => new ClassroomLine(c.Id, c.Name, c.Revision, c.Students.Count(s => !s.Ended)))]));
    }

    /// <summary>The newest board, without names for a coach, who is seen looking; 304 where the sender has it.</summary>
    public static async Task<IResult> BoardAsync(string id, HttpContext context, CallerRooms rooms, LiveBoards boards, CoachRooms coaches)
    {
        var caller = Caller.Of(context.User);
        var (classroom, problem) = await rooms.FindAsync(caller, id, RoomRight.See, context.RequestAborted);
        if (classroom is null) return new ProblemResult(problem!);
        var board = await boards.ReadAsync(classroom.Key, context.RequestAborted);
        if (!rooms.May(caller, classroom, RoomRight.Read))
        {
            // Whether it has names is outside the version: such a board is not asked for by its tag.
            coaches.Looks(classroom.Key, caller.Adult);
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(CoachViews.Of(board, LanguageChoice.Of(context.Request)), ViewJson.Default.BoardView);
        }

        var tag = $"\"{board.Version}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return Knows(context.Request, tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Json(board, ViewJson.Default.BoardView);
    }

    private static bool Knows(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Tag == tag);
}

/// <summary>The school's classrooms.</summary>
/// <param name="Classrooms">In the order of their ids.</param>
internal sealed record ClassroomsAnswer(IReadOnlyList<ClassroomLine> Classrooms);

/// <summary>One classroom.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Revision">Its revision as a record, for If-Match.</param>
/// <param name="Students">How many are on its roster.</param>
internal sealed record ClassroomLine(string Id, string Name, long Revision, int Students);
