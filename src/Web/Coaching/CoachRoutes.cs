using LiveClass.Records.Classrooms;
using LiveClass.Web.Access;
using LiveClass.Web.Boards;
using LiveClass.Web.Joining;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Coaching;

/// <summary><c>POST /api/v1/classrooms/{id}/coach</c>: whether coaches see names here.</summary>
internal static class CoachRoutes
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/classrooms/{id}/coach", AllowAsync)
            .RequireAuthorization(AccessPolicies.CommandsWrite).WithMetadata(new LimitedAs(EntryKind.Command))
            .Accepts<CoachDocument>("application/json").Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> AllowAsync(string id, HttpContext context, CallerRooms rooms, CoachNamesStore coaches, LiveBoards boards)
    {
        var (classroom, refused) = await rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemResult(refused!);
        var (asked, problem) = await JoinRoutes.ReadAsync<CoachDocument>(context);
        if (asked is null) return new ProblemResult(problem!);
        if (asked.Names is not { } names) return new ProblemResult(new Problem(ProblemCodes.BadArgument, "The argument 'names' is true or false."));
        await coaches.AllowAsync(classroom.Key, names, context.RequestAborted);
        await boards.OutsideChangedAsync(classroom.Key);
        return Results.NoContent();
    }

    /// <summary>What coaches may see.</summary>
    /// <param name="Names">True: students' names.</param>
    private sealed record CoachDocument(bool? Names);
}
