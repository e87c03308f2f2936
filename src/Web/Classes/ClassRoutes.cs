using System.Text.Json;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records;
using LiveClass.Records.Plans;
using LiveClass.Web.Access;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Classes.Pages;
using LiveClass.Web.Commands;
using LiveClass.Web.Problems;
using LiveClass.Web.Screens;
using LiveClass.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Classes;

/// <summary>A class's own page: who and what is on it, and the start of a lesson.</summary>
internal static class ClassRoutes
{
    /// <summary>The most learning targets of a lesson: as many as the live page has columns.</summary>
    public const int MostTargets = 12;

    /// <summary>Maps the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/classes/{id}").RequireAuthorization(AccessPolicies.Teacher);
        one.MapGet("", (string id, HttpContext context, CallerRooms rooms, IBoardSource boards) => ShowAsync(id, context, rooms, boards));
        one.MapPost("", RenameAsync);
        one.MapPost("/start", StartAsync).WithMetadata(new LimitedAs(EntryKind.Command));
    }

    private static async Task<IResult> RenameAsync(string id, IFormCollection form, HttpContext context, CallerRooms rooms, IBoardSource boards, ClassDesk desk)
    {
        var name = form["name"].ToString().Trim();
        if (!RecordId.IsName(name) || name.Length > NameList.LongestName)
            return await ShowAsync(id, context, rooms, boards, new("name", "classes.name.bad"), name);
        var problem = await desk.ChangeAsync(Caller.Of(context.User), id, _ => new() { Name = name }, context.RequestAborted);
        return problem is null ? Results.LocalRedirect(ClassPaths.Of(id)) : new ProblemPage(problem);
    }

    private static async Task<IResult> StartAsync(string id, IFormCollection form, HttpContext context, CallerRooms rooms, IBoardSource boards, CommandDesk desk, PageWords words)
    {
        var targets = form["target"].OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var (classroom, refused) = await rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemPage(refused!);
        var wrong = classroom.Students.All(student => student.Ended) ? "classes.start.nobody"
            : targets.Length is 0 or > MostTargets || targets.Any(target => classroom.Skill(target) is null) ? "classes.start.targets"
            : null;
        if (wrong is not null) return await ShowAsync(id, context, rooms, boards, new("target", wrong), targets: targets);
        var command = JsonSerializer.SerializeToElement(new { type = "startLesson", targets });
        var (answer, problem) = await desk.SendAsync(Caller.Of(context.User), id, command, context.RequestAborted);
        if (problem is not null) return new ProblemPage(problem);

        // A lesson that runs already, or is about to: the live page shows it.
        return answer!.Code is null or "lesson-running"
            ? Results.LocalRedirect(ScreenPaths.Live(id))
            : await ShowAsync(id, context, rooms, boards, new("target", "classes.start.refused", words.Refusal(answer.Code) ?? ""), targets: targets);
    }

    private static async Task<IResult> ShowAsync(
        string id, HttpContext context, CallerRooms rooms, IBoardSource boards, FormProblem? problem = null, string? name = null, string[]? targets = null)
    {
        var caller = Caller.Of(context.User);
        var (classroom, refused) = await rooms.FindAsync(caller, id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemPage(refused!);
        var board = await boards.GetAsync(caller, id, context.RequestAborted);
        var (plans, zone) = (context.RequestServices.GetRequiredService<PlanStore>(), context.RequestServices.GetRequiredService<SchoolZone>());
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<ClassPage>(new
        {
            Classroom = classroom,
            Running = board?.Lesson?.State == LessonState.Running,
            Targets = targets ?? [.. classroom.Skills.Take(MostTargets).Select(skill => skill.Id)],
            Name = name ?? classroom.Name,
            Next = plans.Next(classroom.Key, zone.Now),
            zone.Zone,
            Problem = problem,
        })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
