using System.Security.Claims;
using LiveClass.Records.Schools;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LiveClass.Web.Access.Pages;

/// <summary>Signing in and out.</summary>
internal static class SignInRoutes
{
    /// <summary>The id of the adult whom the one-time link signs in.</summary>
    public const string FirstAdminId = "admin";

    /// <summary>Maps the pages and their forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", () => new RazorComponentResult<SignInPage>()).AllowAnonymous();
        routes.MapGet("/sign-in/first", ShowFirst).AllowAnonymous().WithMetadata(new LimitedAs(EntryKind.SignIn));
        routes.MapPost("/sign-in/first", UseFirstAsync).AllowAnonymous().WithMetadata(new LimitedAs(EntryKind.SignIn));
        routes.MapPost("/sign-out", SignOutAsync).RequireAuthorization(AccessPolicies.Adult);
    }

    // Only shows a button: what previews links does not use the code up.
    private static RazorComponentResult<FirstAdminPage> ShowFirst(string? code, FirstAdmin first) =>
        new(new { Code = code ?? "", first.IsOpen });

    private static async Task<IResult> UseFirstAsync([FromForm] string? code, FirstAdmin first, SchoolStore schools, AdultStore adults, HttpContext context)
    {
        if (!first.TryUse(code ?? ""))
            return new RazorComponentResult<FirstAdminPage>(new { Code = "", IsOpen = false }) { StatusCode = StatusCodes.Status403Forbidden };
        var school = schools.All()[0];
        var adult = await adults.PutAsync(school.Key, FirstAdminId, cancellation: context.RequestAborted);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, adult.Name),
                new Claim(ClaimNames.Adult, adult.Key.Value.ToString()),
                new Claim(ClaimNames.School, school.Key.Value.ToString()),
                new Claim(ClaimNames.SchoolId, school.Id),
                new Claim(ClaimNames.Admin, "yes"),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        return Results.LocalRedirect("/");
    }

    private static async Task<IResult> SignOutAsync(IFormCollection form, HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/sign-in");
    }
}
