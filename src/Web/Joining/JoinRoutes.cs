using System.Text.Json;
using LiveClass.Web.Access;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Joining;

/// <summary>The routes by which students' devices join. They need no sign-in: a code and an adult's word are the key.</summary>
internal static class JoinRoutes
{
    private const int MaxBytes = 4096;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/join", ComeAsync).AllowAnonymous()
            .Accepts<CodeDocument>("application/json").Produces<JoinableLesson>().Produces<WaitingAnswer>(StatusCodes.Status202Accepted);
        routes.MapPost("/join/{lesson}", JoinAsync).AllowAnonymous().Accepts<ChoiceDocument>("application/json").Produces<JoinedAnswer>();
        routes.MapGet("/join/ahead", AheadAsync).RequireAuthorization(AccessPolicies.DeviceOfLesson).Produces<AheadItem[]>();
        routes.MapGet("/join/me", PlaceAsync).RequireAuthorization(AccessPolicies.DeviceOfLesson).Produces<PlaceAnswer>();
    }

    private static async Task<IResult> ComeAsync(HttpContext context, JoinDesk desk)
    {
        var (asked, problem) = await ReadAsync<CodeDocument>(context);
        if (asked is null) return new ProblemResult(problem!);
        var (answer, refused) = await desk.ComeAsync(AddressOf(context), asked, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        if (refused is not null) return new ProblemResult(refused);
        if (answer is not WaitingAnswer) return Results.Json(answer);
        context.Response.Headers.RetryAfter = JoinDesk.AskAgain.TotalSeconds.ToString("0");
        return Results.Json(answer, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> JoinAsync(string lesson, HttpContext context, JoinDesk desk)
    {
        var (asked, problem) = await ReadAsync<ChoiceDocument>(context);
        if (asked is null) return new ProblemResult(problem!);
        var (answer, refused) = await desk.JoinAsync(lesson, asked, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return refused is null ? Results.Json(answer) : new ProblemResult(refused);
    }

    private static async Task<IResult> PlaceAsync(HttpContext context, JoinDesk desk)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await desk.PlaceAsync(Caller.Of(context.User).Device!, context.RequestAborted) is { } place
            ? Results.Json(place)
            : new ProblemResult(ProblemCodes.NoSuchLesson);
    }

    private static async Task<IResult> AheadAsync(HttpContext context, AheadDesk desk)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(await desk.OfAsync(Caller.Of(context.User).Device!, context.RequestAborted));
    }

    /// <summary>The address that a request comes from.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    /// <summary>Reads a body of some fields; what is wrong where it is none.</summary>
    public static async Task<(T? Body, Problem? Problem)> ReadAsync<T>(HttpContext context)
        where T : class
    {
        var (body, problem) = await JsonBody.ReadAsync(context.Request, MaxBytes);
        if (body is null) return (null, problem);
        using (body)
        {
            try
            {
                if (body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.Deserialize<T>(JsonSerializerOptions.Web) is { } read) return (read, null);
            }
            catch (JsonException)
            {
                // A field of another type: the same answer as for another shape.
            }

            return (null, ProblemCodes.Malformed);
        }
    }
}
