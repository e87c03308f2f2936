using LiveClass.Grains.Abstractions;
using LiveClass.Records.Accounts;
using LiveClass.Simulator.Demo;
using LiveClass.Web.Access;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Joining;
using LiveClass.Web.Problems;
using LiveClass.Web.Screens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Demo.Screens;

/// <summary>The demo's own page: who one may be, and the buttons that begin it anew or remove it.</summary>
internal static class DemoRoutes
{
    /// <summary>Maps them. While there is no demo school, the page has nothing but what an admin may do.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/demo", ShowAsync).AllowAnonymous();
        routes.MapPost("/demo/sign-in", SignInAsync).AllowAnonymous().WithMetadata(new LimitedAs(EntryKind.SignIn));
        routes.MapPost("/demo/again", AgainAsync).RequireAuthorization(AccessPolicies.Teacher);
        routes.MapPost("/demo/remove", Remove).RequireAuthorization(AccessPolicies.Teacher);
        routes.MapPost("/demo/try", Try).RequireAuthorization(AccessPolicies.Admin);
    }

    private static async Task<IResult> ShowAsync(DemoSchool demo, JoiningScreens joining, LessonsNow lessons, HttpContext context)
    {
        var stop = context.RequestAborted;
        var rooms = new List<DemoDoor>();
        foreach (var room in DemoRoom.All)
        {
            if (await demo.FindAsync(room.Id, stop) is not { } classroom) continue;
            var running = await lessons.RunningAsync(classroom.Key, stop);
            rooms.Add(new DemoDoor(classroom.Id, classroom.Name, (await joining.ViewAsync(classroom, running, stop)).Code));
        }

        if (rooms.Count == 0 && demo.Work == DemoWork.None) return new ProblemPage(ProblemCodes.NotFound);
        return new RazorComponentResult<DemoPage>(new { Rooms = rooms, demo.Work, MayChange = MayChange(context, demo) });
    }

    private static async Task<IResult> SignInAsync(IFormCollection form, DemoSchool demo, SignInDesk signIns, HttpContext context)
    {
        AdultRole? role = form["as"].ToString() switch { "teacher" => AdultRole.Teacher, "coach" => AdultRole.Coach, "admin" => AdultRole.Admin, _ => null };
        if (role is not { } wanted || await demo.PersonAsync(wanted, context.RequestAborted) is not { } account) return new ProblemPage(ProblemCodes.NotFound);
        await signIns.SignInAsync(context, account);
        return Results.LocalRedirect(wanted == AdultRole.Teacher ? ScreenPaths.Live(DemoRoom.All[0].Id) : "/");
    }

    private static async Task<IResult> AgainAsync(IFormCollection form, DemoSchool demo, HttpContext context)
    {
        if (!MayChange(context, demo) || !await demo.IsThereAsync(context.RequestAborted)) return new ProblemPage(ProblemCodes.WrongScope);
        demo.TryBegin();
        return Results.LocalRedirect("/demo");
    }

    private static IResult Remove(IFormCollection form, DemoSchool demo, HttpContext context)
    {
        if (!MayChange(context, demo)) return new ProblemPage(ProblemCodes.WrongScope);
        demo.TryRemove();
        return Results.LocalRedirect("/demo");
    }

    private static IResult Try(IFormCollection form, DemoSchool demo)
    {
        if (!demo.IsAllowed) return new ProblemPage(ProblemCodes.NotFound);
        demo.TryBegin();
        return Results.LocalRedirect("/demo");
    }

    // The demo's own teacher and admin, and the admin of the server's first school.
    private static bool MayChange(HttpContext context, DemoSchool demo) =>
        context.User.HasClaim(claim => claim.Type == ClaimNames.Adult) && Caller.Of(context.User) is { Teaches: true } caller
        && (caller.School == demo.School?.Key || caller is { IsAdmin: true, School: var school } && school == new SchoolKey(1));
}
