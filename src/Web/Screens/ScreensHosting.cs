using System.Security.Claims;
using LiveClass.Grains.Abstractions;
using LiveClass.Web.Screens.Live;
using LiveClass.Web.Screens.Start;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Screens;

/// <summary>The pages that people open. Needs an <see cref="IBoardSource"/>.</summary>
public static class ScreensHosting
{
    /// <summary>The rule of pages for adults.</summary>
    public const string AdultPolicy = "adult";

    /// <summary>The claim with the key of the user's school.</summary>
    public const string SchoolClaim = "school";

    private static readonly PathString[] ForPrograms = ["/api", "/hubs", "/health", "/openapi"];

    /// <summary>Adds what pages need.</summary>
    public static void AddScreens(this WebApplicationBuilder builder)
    {
        // Without it a run from build output answers a request for a compressed script with 200 and nothing.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents();
    }

    /// <summary>Maps the pages, their scripts and their styles.</summary>
    public static void MapScreens(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapPages();
    }

    /// <summary>Maps the pages alone.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").RequireAuthorization(AdultPolicy);
        pages.MapGet(ScreenPaths.Start, StartAsync);
        pages.MapGet("/classrooms/{id}/live", LiveAsync);
    }

    /// <summary>Turns bare status codes into pages, where a person asked for a page. Goes before routing.</summary>
    public static void UseScreenProblems(this WebApplication app) => app.UseStatusCodePages(async status =>
    {
        var context = status.HttpContext;
        if (!WantsPage(context.Request)) return;
        var code = context.Response.StatusCode;
        await Problem(context, code).ExecuteAsync(context);
    });

    private static async Task<RazorComponentResult<StartPage>> StartAsync(IBoardSource boards, TimeProvider time, HttpContext context) =>
        new(new
        {
            Classrooms = await boards.ListAsync(SchoolOf(context.User), context.RequestAborted),
            Address = $"{context.Request.Scheme}://{context.Request.Host}",
            Now = Instant.Of(time.GetUtcNow()),
            Preferences = ScreenPreferences.Of(context.Request.Cookies),
        });

    private static async Task<IResult> LiveAsync(string id, IBoardSource boards, HttpContext context)
    {
        var board = await boards.GetAsync(SchoolOf(context.User), id, context.RequestAborted);
        if (board is null) return Problem(context, StatusCodes.Status404NotFound);

        // The page carries names and the state of a moment: nobody may keep it.
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<LivePage>(new { Board = board, Preferences = ScreenPreferences.Of(context.Request.Cookies) });
    }

    private static RazorComponentResult<ProblemScreen> Problem(HttpContext context, int code) =>
        new(new { Code = code, Preferences = ScreenPreferences.Of(context.Request.Cookies) }) { StatusCode = code };

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !ForPrograms.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    private static SchoolKey SchoolOf(ClaimsPrincipal user) =>
        new(int.Parse(user.FindFirstValue(SchoolClaim) ?? throw new InvalidOperationException($"The user lacks the claim {SchoolClaim}.")));
}
