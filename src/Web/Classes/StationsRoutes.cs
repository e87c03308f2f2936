using System.Text.Json;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Web.Access;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Classes.Pages;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Classes;

/// <summary>The places of a class, each with its kind of work and how many it holds.</summary>
internal static class StationsRoutes
{
    private const int MostPlaces = 100;

    /// <summary>Maps the page and its form.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var stations = routes.MapGroup("/classes/{id}/stations").RequireAuthorization(AccessPolicies.Teacher);
        stations.MapGet("", (string id, string? first, HttpContext context, CallerRooms rooms) => ShowAsync(id, first == "1", context, rooms));
        stations.MapPost("", SaveAsync);
    }

    private static async Task<IResult> SaveAsync(string id, IFormCollection form, HttpContext context, CallerRooms rooms, ClassDesk desk)
    {
        var first = form["first"] == "1";
        var rows = Enumerable.Range(1, StationDraft.Rows)
            .Select(row => new StationDraft(form[$"id-{row}"].ToString(), form[$"name-{row}"].ToString().Trim(), form[$"kind-{row}"].ToString(), form[$"capacity-{row}"].ToString().Trim()))
            .ToArray();
        if (ProblemOf(rows) is { } problem) return await ShowAsync(id, first, context, rooms, problem, rows);
        var refused = await desk.ChangeAsync(Caller.Of(context.User), id, _ => new() { Stations = [.. Puts(rows)] }, context.RequestAborted);
        return refused is null ? Results.LocalRedirect(ClassPaths.Of(id)) : new ProblemPage(refused);
    }

    private static FormProblem? ProblemOf(StationDraft[] rows)
    {
        foreach (var (index, row) in rows.Index())
        {
            if (row.Name.Length == 0) continue;
            if (!RecordId.IsName(row.Name) || row.Name.Length > 40) return new($"name-{index + 1}", "classes.station.name.bad");
            if (!int.TryParse(row.Capacity, out var places) || places is < 1 or > MostPlaces) return new($"capacity-{index + 1}", "classes.station.places.bad");
        }

        return rows.All(row => row.Name.Length == 0) ? new("name-1", "classes.station.none") : null;
    }

    private static IEnumerable<StationPut> Puts(StationDraft[] rows)
    {
        var number = 0;
        foreach (var row in rows.Where(row => row.Name.Length > 0))
        {
            var kind = Enum.GetValues<StationKind>().FirstOrDefault(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()) == row.Kind, StationKind.Independent);
            yield return new(RecordId.IsValid(row.Id) ? row.Id : ClassDesk.NewId("p"), row.Name, ++number, kind, int.Parse(row.Capacity));
        }
    }

    private static async Task<IResult> ShowAsync(
        string id, bool first, HttpContext context, CallerRooms rooms, FormProblem? problem = null, StationDraft[]? rows = null)
    {
        var (classroom, refused) = await rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemPage(refused!);
        rows ??= [.. classroom.Stations.Where(station => !station.Ended).Select(station => new StationDraft(
            station.Id, station.Name, JsonNamingPolicy.CamelCase.ConvertName(station.Kind.ToString()), $"{station.Capacity}"))];
        return new RazorComponentResult<StationsPage>(new { Classroom = classroom, First = first, Problem = problem, Drafts = rows })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}

/// <summary>A station as it is typed.</summary>
public sealed record StationDraft(string Id, string Name, string Kind, string Capacity)
{
    /// <summary>How many can be typed.</summary>
    public const int Rows = 6;

    /// <summary>An empty row.</summary>
    public static StationDraft Empty { get; } = new("", "", "independent", "8");
}
