using LiveClass.Records.Classrooms;
using LiveClass.Records.Joining;
using LiveClass.Web.Access;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Joining;

/// <summary>How a wall is opened: it shows six letters, a teacher types them, it gets a token that shows this one lesson.</summary>
internal static class WallRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/wall/pairings", OpenAsync).AllowAnonymous().WithMetadata(new LimitedAs(EntryKind.Pairing)).Produces<PairingAnswer>();
        routes.MapPost("/wall/claims", ClaimAsync).AllowAnonymous()
            .Accepts<ClaimDocument>("application/json").Produces<WallAnswer>().Produces(StatusCodes.Status202Accepted);
        routes.MapGet("/wall/code", CodeAsync).RequireAuthorization(AccessPolicies.Wall).Produces<WallCode>();
    }

    private static async Task<IResult> OpenAsync(HttpContext context, WallPairingStore walls)
    {
        var opened = await walls.OpenAsync(context.RequestAborted);
        return NotKept(context, Results.Json(new PairingAnswer(opened.Code, opened.Claim, (int)WallPairingStore.LivesFor.TotalSeconds)));
    }

    private static async Task<IResult> ClaimAsync(
        HttpContext context, WallPairingStore walls, DeviceTokenStore tokens, ClassroomDirectory classrooms)
    {
        var (asked, problem) = await JoinRoutes.ReadAsync<ClaimDocument>(context);
        if (asked is null) return new ProblemResult(problem!);
        var claim = await walls.ClaimAsync(asked.Claim ?? "", context.RequestAborted);
        if (!claim.Known) return new ProblemResult(ProblemCodes.UnknownPairing);
        if (claim.Classroom.Value == 0) return NotKept(context, Results.Json(new { waiting = true }, statusCode: StatusCodes.Status202Accepted));
        if (await classrooms.FindAsync(claim.Classroom, context.RequestAborted) is not { } classroom) return new ProblemResult(ProblemCodes.UnknownPairing);
        var token = await tokens.OpenWallAsync(classroom.School, classroom.Key, claim.Lesson, context.RequestAborted);
        return NotKept(context, Results.Json(new WallAnswer(token, classroom.Id, classroom.Name)));
    }

    private static async Task<IResult> CodeAsync(HttpContext context, ClassCodeStore codes, JoinAddress address)
    {
        var token = Caller.Of(context.User).Device!;
        var code = await codes.ForLessonAsync(token.Classroom, token.Lesson, context.RequestAborted);
        var (page, link) = (address.Of(context.Request, "/student"), address.Of(context.Request, JoiningScreens.PathOf(code)));
        return NotKept(context, Results.Json(new WallCode(code.Typed, page, QrPath.Of(link.ToString()))));
    }

    private static IResult NotKept(HttpContext context, IResult result)
    {
        context.Response.Headers.CacheControl = "no-store";
        return result;
    }

    /// <summary>Letters for a wall.</summary>
    private sealed record PairingAnswer(string Code, string Claim, int Seconds);

    /// <summary>The secret with which a wall asks.</summary>
    private sealed record ClaimDocument(string? Claim);

    /// <summary>A wall that was paired.</summary>
    private sealed record WallAnswer(string Token, string Classroom, string ClassroomName);

    /// <summary>What a wall shows of joining.</summary>
    /// <param name="Code">The code to type.</param>
    /// <param name="Address">Where to type it.</param>
    /// <param name="Qr">The link as a QR code.</param>
    private sealed record WallCode(string Code, Uri Address, QrPath Qr);
}
