using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Classrooms;
using LiveClass.Web.Access;
using LiveClass.Web.Boards;
using LiveClass.Web.Problems;
using Microsoft.Net.Http.Headers;

namespace LiveClass.Web.Reading;

/// <summary><c>GET /api/v1/classrooms</c> and <c>…/board</c>.</summary>
internal static class ReadingRoutes
{
    /// <summary>The school's classrooms.</summary>
    public static async Task<IResult> ClassroomsAsync(HttpContext context, ClassroomDirectory classrooms)
    {
        var all = await classrooms.AllAsync(Caller.Of(context.User).School, context.RequestAborted);
        return Results.Json(new ClassroomsAnswer([.. all.Select(c => new ClassroomLine(c.Id, c.Name, c.Revision, c.Students.Count(s => !s.Ended)))]));
    }

    /// <summary>The newest board; 304 where the sender has it.</summary>
    public static async Task<IResult> BoardAsync(string id, HttpContext context, ClassroomDirectory classrooms, LiveBoards boards)
    {
        if (await FindAsync(classrooms, Caller.Of(context.User), id, context.RequestAborted) is not { } classroom)
            return new ProblemResult(ProblemCodes.UnknownClassroom);
        var board = await boards.ReadAsync(classroom.Key, context.RequestAborted);
        var tag = $"\"{board.Version}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return Knows(context.Request, tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Json(board, ViewJson.Default.BoardView);
    }

    /// <summary>The classroom that a caller names; null where its school has none.</summary>
    public static async ValueTask<ClassroomRecord?> FindAsync(ClassroomDirectory classrooms, Caller caller, string id, CancellationToken cancellation) =>
        Records.RecordId.IsValid(id) ? await classrooms.FindAsync(caller.School, id, cancellation) : null;

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
