using LiveClass.Engine.Ports;
using LiveClass.Records;
using LiveClass.Silo;

namespace LiveClass.Web.Health;

/// <summary>Whether the process lives, and whether it keeps what it is given.</summary>
internal static class HealthHosting
{
    /// <summary>Maps the routes. They are for load balancers and people alike, and say nothing of the school.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Json(new HealthAnswer(Ready: true, "", "", []))).AllowAnonymous().Produces<HealthAnswer>();
        app.MapGet("/health/ready", Ready).AllowAnonymous().Produces<HealthAnswer>().Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Ready(IStoreHealth store, RecordsStore records, SiloHost silo)
    {
        var (log, kept) = (store.Condition, records.Condition);
        var (code, detail) = !log.Ready ? ("log", log.Detail)
            : !kept.Ready ? ("records", kept.Detail)
            : !silo.Ready ? ("starting", "The server has just started and still works through what was in its log. It will be ready by itself.")
            : ("", "");
        return Results.Json(
            new HealthAnswer(code.Length == 0, code, detail, [.. silo.Parked.Select(classroom => classroom.Value)]),
            statusCode: code.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>How the server is.</summary>
/// <param name="Ready">True while what is sent is kept and has its turns.</param>
/// <param name="Code">What does not keep: log, records, or starting; empty while ready.</param>
/// <param name="Detail">What is wrong and what to do, in one sentence; empty while ready.</param>
/// <param name="Parked">Keys of classrooms that take no turns until a person lets them go on; the log says why.</param>
internal sealed record HealthAnswer(bool Ready, string Code, string Detail, IReadOnlyList<int> Parked);
