using LiveClass.Records.Classrooms;
using LiveClass.Records.Plans;
using LiveClass.Web.Access;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Classes.Pages;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Classes;

/// <summary>The lessons that are planned for a class: to make, change and remove one.</summary>
internal static class PlansRoutes
{
    /// <summary>Maps the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var plans = routes.MapGroup("/classes/{id}/plans").RequireAuthorization(AccessPolicies.Teacher);
        plans.MapGet("", ShowAsync);
        plans.MapPost("", SaveAsync);
        plans.MapPost("/remove", RemoveAsync);
    }

    private static async Task<IResult> ShowAsync(string id, int? plan, HttpContext context, CallerRooms rooms, PlanStore plans, SchoolZone zone)
    {
        var (classroom, refused) = await rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemPage(refused!);
        if (plan is not { } number) return Page(context, classroom, plans, zone, PlanForm.New(classroom, zone));
        return plans.Find(classroom.Key, number) is { Used.IsSome: false } known
            ? Page(context, classroom, plans, zone, PlanForm.Of(known, classroom, zone))
            : new ProblemPage(ProblemCodes.NotFound);
    }

    private static async Task<IResult> SaveAsync(string id, IFormCollection form, HttpContext context, CallerRooms rooms, PlanStore plans, SchoolZone zone)
    {
        var (classroom, refused) = await rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemPage(refused!);
        var sent = PlanForm.Sent(form);
        var before = sent.Number == 0 ? null : plans.Find(classroom.Key, sent.Number);
        if (sent.Number != 0 && before is not { Used.IsSome: false }) return new ProblemPage(ProblemCodes.NotFound);
        var (draft, problem) = sent.Read(classroom, before, zone);
        if (draft is null) return Page(context, classroom, plans, zone, sent, problem);
        return await plans.PutAsync(classroom.Key, before?.Number, draft, context.RequestAborted) is not null
            ? Results.LocalRedirect(ClassPaths.Of(id, "/plans"))
            : Page(context, classroom, plans, zone, sent, new FormProblem("day", "classes.plan.most"));
    }

    private static async Task<IResult> RemoveAsync(string id, IFormCollection form, HttpContext context, CallerRooms rooms, PlanStore plans)
    {
        var (classroom, refused) = await rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemPage(refused!);

        // One that is gone already is as the sender wants it.
        await plans.RemoveAsync(classroom.Key, PlanForm.Sent(form).Number, context.RequestAborted);
        return Results.LocalRedirect(ClassPaths.Of(id, "/plans"));
    }

    private static RazorComponentResult<PlansPage> Page(
        HttpContext context, ClassroomRecord classroom, PlanStore plans, SchoolZone zone, PlanForm form, FormProblem? problem = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new(new { Classroom = classroom, Plans = plans.Waiting(classroom.Key), zone.Zone, zone.Now, Form = form, Problem = problem })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
