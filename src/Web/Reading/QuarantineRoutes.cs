using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Records.Accounts;
using LiveClass.Web.Access;
using LiveClass.Web.Commands;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Reading;

/// <summary>The quarantine, and classrooms that are parked.</summary>
internal static class QuarantineRoutes
{
    /// <summary>Lists it.</summary>
    public static async Task<IResult> ListAsync(string? classroom, HttpContext context, CallerRooms rooms, QuarantineDesk desk)
    {
        var caller = Caller.Of(context.User);
        if (caller.Role == AdultRole.Coach) return new ProblemResult(ProblemCodes.WrongScope);
        var (only, problem) = classroom is null ? default : await rooms.FindAsync(caller, classroom, RoomRight.Read, context.RequestAborted);
        if (problem is not null) return new ProblemResult(problem);
        return Results.Json(new QuarantineAnswer(await desk.ListAsync(caller, only, context.RequestAborted)));
    }

    /// <summary>Appends an answer anew.</summary>
    public static async Task<IResult> ReleaseAsync(long id, HttpContext context, QuarantineDesk desk) =>
        ResultOf(await desk.ReleaseAsync(Caller.Of(context.User), id, context.RequestAborted));

    /// <summary>Leaves an entry out for good.</summary>
    public static async Task<IResult> DiscardAsync(long id, HttpContext context, QuarantineDesk desk) =>
        ResultOf(await desk.DiscardAsync(Caller.Of(context.User), id, context.RequestAborted));

    /// <summary>Lets a parked classroom take turns again.</summary>
    public static async Task<IResult> UnparkAsync(string id, HttpContext context, CallerRooms rooms, ICheckpoints checkpoints, CommandDesk commands)
    {
        var caller = Caller.Of(context.User);
        var (classroom, refused) = await rooms.FindAsync(caller, id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemResult(refused!);
        if (await checkpoints.HeadAsync(classroom.Key, context.RequestAborted) is not { Parked: true }) return new ProblemResult(ProblemCodes.NotParked);
        var (answer, problem) = await commands.SendAsync(caller, classroom, new Unpark(), context.RequestAborted);
        return answer is null ? new ProblemResult(problem!) : Results.Json(answer, statusCode: answer.HttpStatus);
    }

    private static IResult ResultOf((QuarantineLine? Line, Problem? Problem) decided) =>
        decided.Line is null ? new ProblemResult(decided.Problem!) : Results.Json(decided.Line);
}

/// <summary>Entries in quarantine, newest first.</summary>
/// <param name="Entries">At most 200.</param>
internal sealed record QuarantineAnswer(IReadOnlyList<QuarantineLine> Entries);
