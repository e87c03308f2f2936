using LiveClass.Grains.Abstractions;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Joining;
using LiveClass.Web.Access;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Joining;

/// <summary>What a classroom's adults do about joining: see the code, admit, refuse, take a device out, pair a wall.</summary>
internal static class JoiningRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var joining = routes.MapGroup("/api/v1/classrooms/{id}/joining").RequireAuthorization(AccessPolicies.CommandsWrite).WithMetadata(new LimitedAs(EntryKind.Command));
        joining.MapGet("", ShowAsync).Produces<JoiningView>();
        joining.MapPost("/admit", (string id, HttpContext context, Desk desk) => DecideAsync(id, context, desk, Admission.Admitted))
            .Accepts<DevicesDocument>("application/json").Produces<JoiningView>();
        joining.MapPost("/refuse", (string id, HttpContext context, Desk desk) => DecideAsync(id, context, desk, Admission.Refused))
            .Accepts<DevicesDocument>("application/json").Produces<JoiningView>();
        joining.MapPost("/remove", RemoveAsync).Accepts<StudentDocument>("application/json").Produces<JoiningView>();
        joining.MapPost("/walls", PairAsync).Accepts<PairingDocument>("application/json").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext context, Desk desk)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (classroom, problem) = await desk.FindAsync(id, context);
        return classroom is null
            ? new ProblemResult(problem!)
            : Results.Json(await desk.Screens.ViewAsync(classroom, await desk.Lessons.RunningAsync(classroom.Key, context.RequestAborted), context.RequestAborted));
    }

    private static async Task<IResult> DecideAsync(string id, HttpContext context, Desk desk, Admission admission)
    {
        var (asked, problem) = await JoinRoutes.ReadAsync<DevicesDocument>(context);
        if (asked is null) return new ProblemResult(problem!);
        return await desk.InLessonAsync(id, context, async (classroom, lesson) =>
        {
            await desk.Lobby.DecideAsync(classroom.Key, lesson, asked.Numbers, admission, context.RequestAborted);
            return null;
        });
    }

    private static async Task<IResult> RemoveAsync(string id, HttpContext context, Desk desk)
    {
        var (asked, problem) = await JoinRoutes.ReadAsync<StudentDocument>(context);
        if (asked is null) return new ProblemResult(problem!);
        return await desk.InLessonAsync(id, context, async (classroom, lesson) =>
        {
            if (classroom.Student(asked.Student) is not { } student) return new Problem(ProblemCodes.BadArgument, "The argument 'student' is the id of a student of the classroom.");
            var ended = await desk.Tokens.EndAsync(classroom.Key, lesson, student.Key, TokenEnds.Removed, context.RequestAborted);
            await desk.Lobby.ForgetAsync(classroom.Key, lesson, [.. ended.Select(token => token.Device)], context.RequestAborted);
            await desk.Endings.TellAsync(ended);
            return null;
        });
    }

    private static async Task<IResult> PairAsync(string id, HttpContext context, Desk desk)
    {
        var (asked, problem) = await JoinRoutes.ReadAsync<PairingDocument>(context);
        if (asked is null) return new ProblemResult(problem!);
        return await desk.InLessonAsync(id, context, async (classroom, lesson) =>
            await desk.Walls.PairAsync(asked.Code ?? "", classroom.Key, lesson, context.RequestAborted) ? null : (Problem)ProblemCodes.UnknownPairing);
    }

    /// <summary>Which devices; all who wait where left out.</summary>
    private sealed record DevicesDocument(int[]? Numbers);

    /// <summary>Whose device.</summary>
    private sealed record StudentDocument(string? Student);

    /// <summary>The six letters that a wall shows.</summary>
    private sealed record PairingDocument(string? Code);

    /// <summary>What these routes work with.</summary>
    internal sealed class Desk(
        CallerRooms rooms, LobbyStore lobby, DeviceTokenStore tokens, WallPairingStore walls, DeviceEndings endings,
        LessonsNow lessons, JoiningScreens screens)
    {
        public LobbyStore Lobby => lobby;

        public DeviceTokenStore Tokens => tokens;

        public WallPairingStore Walls => walls;

        public DeviceEndings Endings => endings;

        public LessonsNow Lessons => lessons;

        public JoiningScreens Screens => screens;

        /// <summary>The classroom, where its caller may command it.</summary>
        public ValueTask<(ClassroomRecord? Classroom, Problem? Problem)> FindAsync(string id, HttpContext context) =>
            rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Command, context.RequestAborted);

        /// <summary>Does something in the lesson that runs, tells the adults, and answers how it then stands.</summary>
        public async Task<IResult> InLessonAsync(string id, HttpContext context, Func<ClassroomRecord, LessonKey, Task<Problem?>> work)
        {
            var (classroom, refused) = await FindAsync(id, context);
            if (classroom is null) return new ProblemResult(refused!);
            if (await lessons.RunningAsync(classroom.Key, context.RequestAborted) is not { } lesson) return new ProblemResult(ProblemCodes.NoSuchLesson);
            if (await work(classroom, lesson) is { } problem) return new ProblemResult(problem);
            await screens.TellAsync(classroom, lesson, context.RequestAborted);
            return Results.Json(await screens.ViewAsync(classroom, lesson, context.RequestAborted));
        }
    }
}
