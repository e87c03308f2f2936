using LiveClass.Grains.Abstractions;
using LiveClass.Records.Accounts;
using LiveClass.Web.Access;
using LiveClass.Web.Demo;
using LiveClass.Web.Joining;
using LiveClass.Web.Screens.Coach;
using LiveClass.Web.Screens.Live;
using LiveClass.Web.Screens.Start;
using LiveClass.Web.Screens.Student;
using LiveClass.Web.Screens.Wall;
using LiveClass.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Screens;

/// <summary>The pages that people open.</summary>
internal static class ScreensHosting
{
    /// <summary>Adds what pages need.</summary>
    public static void AddScreens(this WebApplicationBuilder builder)
    {
        // Without it a run from build output answers a request for a compressed script with 200 and nothing.
        builder.WebHost.UseStaticWebAssets();

        // Else such a run answers with files that it packs anew without making them smaller, in place of those that the build has packed.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        builder.Services.AddRazorComponents();

        // For the student's page alone: it holds no secret that the length of an answer could give away.
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.AddSingleton<IBoardSource, BoardSource>();
    }

    /// <summary>Maps the pages, their scripts and their styles.</summary>
    public static void MapScreens(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path == ScreenPaths.Student, page => page.UseResponseCompression());
        app.MapStaticAssets().AllowAnonymous();
        app.MapPages();
        app.MapDemo();
    }

    /// <summary>Maps the pages alone.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization(AccessPolicies.Adult);
        pages.MapGet(ScreenPaths.Start, StartAsync);
        pages.MapGet("/classrooms/{id}/live", LiveAsync);

        // It knows nobody: who may see what is asked by the calls that it makes.
        app.MapGet(ScreenPaths.Student, ShowStudent).AllowAnonymous();
        app.MapGet(ScreenPaths.Wall, () => new RazorComponentResult<WallPage>()).AllowAnonymous();
    }

    private static RazorComponentResult<StudentPage> ShowStudent(HttpContext context)
    {
        // Asked for anew each time, and kept by the page's own service worker for when there is no link.
        context.Response.Headers.CacheControl = "no-cache";
        return new(new { Preferences = ScreenPreferences.Of(context.Request.Cookies) });
    }

    private static async Task<RazorComponentResult<StartPage>> StartAsync(
        IBoardSource boards, IEnumerable<StartOffer> offers, TimeProvider time, HttpContext context)
    {
        var caller = Caller.Of(context.User);
        return new(new
        {
            Classrooms = await boards.ListAsync(caller, context.RequestAborted),
            Role = caller.Role ?? AdultRole.Teacher,
            Offers = (IReadOnlyList<StartOffer>)[.. offers.Where(offer => caller.IsAdmin || !offer.AdminsAlone)],
            Address = $"{context.Request.Scheme}://{context.Request.Host}",
            Now = Instant.Of(time.GetUtcNow()),
            Preferences = ScreenPreferences.Of(context.Request.Cookies),
        });
    }

    // One address: whoever may read the class gets its teacher's page, a coach who was granted it the page that only looks.
    private static async Task<IResult> LiveAsync(string id, IBoardSource boards, HttpContext context)
    {
        var (caller, preferences) = (Caller.Of(context.User), ScreenPreferences.Of(context.Request.Cookies));

        // The page carries names and the state of a moment: nobody may keep it.
        context.Response.Headers.CacheControl = "no-store";
        if (await boards.GetAsync(caller, id, context.RequestAborted) is { } board)
            return new RazorComponentResult<LivePage>(new { Board = board, Preferences = preferences, Join = JoinOf(context) });
        if (await boards.LookAsync(caller, id, LanguageChoice.Of(context.Request), context.RequestAborted) is { } room)
            return new RazorComponentResult<CoachPage>(new { room.Board, room.Teachers, preferences.Theme });
        return new RazorComponentResult<ProblemScreen>(new { Status = 404, Preferences = preferences }) { StatusCode = 404 };
    }

    // As a person types it at a device in the room.
    private static string? JoinOf(HttpContext context) =>
        context.RequestServices.GetService<JoinAddress>()?.Of(context.Request, "/student") is { } page ? $"{page.Authority}{page.AbsolutePath}" : null;
}
