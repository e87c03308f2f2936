using LiveClass.Web.Access;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Commands;

/// <summary><c>POST /api/v1/classrooms/{id}/commands</c> and what became of one.</summary>
internal static class CommandRoutes
{
    /// <summary>The largest body.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Sends a command.</summary>
    public static async Task<IResult> PostAsync(string id, HttpContext context, CommandDesk desk)
    {
        var (body, problem) = await JsonBody.ReadAsync(context.Request, MaxBytes);
        if (problem is not null) return new ProblemResult(problem);
        using (body) return ResultOf(await desk.SendAsync(Caller.Of(context.User), id, body!.RootElement, context.RequestAborted));
    }

    /// <summary>Tells an outcome.</summary>
    public static async Task<IResult> GetAsync(string id, string commandId, HttpContext context, CommandDesk desk) =>
        ResultOf(await desk.FindAsync(Caller.Of(context.User), id, commandId, context.RequestAborted));

    private static IResult ResultOf((CommandAnswer? Answer, Problem? Problem) outcome) => outcome switch
    {
        (_, { } problem) => new ProblemResult(problem),
        ({ } answer, _) => Results.Json(answer, statusCode: answer.HttpStatus),
        _ => throw new InvalidOperationException("A command has neither an answer nor a problem."),
    };
}
