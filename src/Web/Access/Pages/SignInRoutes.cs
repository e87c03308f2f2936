using LiveClass.Records;
using LiveClass.Records.Accounts;
using LiveClass.Records.Schools;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Access.Pages;

/// <summary>Signing in and out.</summary>
internal static class SignInRoutes
{
    /// <summary>The id of the adult whom the one-time link signs in.</summary>
    public const string FirstAdminId = "admin";

    /// <summary>Maps the pages and their forms. Wrong passwords count against their address; right ones do not: a whole school may sign in at once.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (string? to) => new RazorComponentResult<SignInPage>(new { To = to ?? "" })).AllowAnonymous();
        routes.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        routes.MapGet("/sign-in/first", ShowFirst).AllowAnonymous().WithMetadata(new LimitedAs(EntryKind.SignIn));
        routes.MapPost("/sign-in/first", UseFirstAsync).AllowAnonymous().WithMetadata(new LimitedAs(EntryKind.SignIn));
        routes.MapPost("/sign-out", SignOutAsync).RequireAuthorization(AccessPolicies.Adult);
    }

    private static async Task<IResult> SignInAsync(IFormCollection form, SignInDesk desk, EntryLimits limits, HttpContext context)
    {
        if (EntryLimitsMiddleware.TakeTry(limits, context) is { } tooMany) return new ProblemPage(tooMany);
        var (userName, to) = (form["userName"].ToString().Trim(), form["to"].ToString());
        if (await desk.FindAsync(userName, form["password"].ToString()) is not { } account)
        {
            return new RazorComponentResult<SignInPage>(new { UserName = userName, To = to, Problem = "people.sign-in.wrong" })
            {
                StatusCode = StatusCodes.Status400BadRequest,
            };
        }

        EntryLimitsMiddleware.GiveTryBack(limits, context);
        await desk.SignInAsync(context, account);
        return Results.LocalRedirect(IsOurs(to) ? to : "/");
    }

    // Only shows a form: what previews links does not use the code up.
    private static RazorComponentResult<FirstAdminPage> ShowFirst(string? code, FirstAdmin first, SchoolStore schools, AccountStore accounts) =>
        new(new { Code = code ?? "", first.IsOpen, NeedsAccount = FirstAccount(schools, accounts) is null });

    private static async Task<IResult> UseFirstAsync(
        IFormCollection form, FirstAdmin first, SchoolStore schools, AccountStore accounts, AccountDesk desk, SignInDesk signIns, HttpContext context)
    {
        var code = form["code"].ToString();
        if (!first.IsRight(code)) return Page(new { Code = "", IsOpen = false }, StatusCodes.Status403Forbidden);
        var account = FirstAccount(schools, accounts);
        if (account is null)
        {
            var (name, userName) = (form["name"].ToString().Trim(), form["userName"].ToString().Trim());
            var problem = RecordId.IsName(name) ? PersonRules.UserName(userName) : new FormProblem("name", "people.name.bad");
            if (problem is null)
                (account, problem) = await desk.AddAsync(schools.All()[0].Key, FirstAdminId, name, null, userName, AdultRole.Admin, form["password"].ToString());
            if (account is null)
                return Page(new { Code = code, IsOpen = true, NeedsAccount = true, Name = name, UserName = userName, Problem = problem }, StatusCodes.Status400BadRequest);
        }

        if (!first.TryUse(code)) return Page(new { Code = "", IsOpen = false }, StatusCodes.Status403Forbidden);

        // Whoever reads what the server prints runs it: that opens a locked or disabled first admin too.
        if (account is { IsActive: false } or { LockedUntil.IsSome: true } or not { Role: AdultRole.Admin })
        {
            await desk.SetActiveAsync(account.Adult, active: true, account.Adult);
            await desk.SetRoleAsync(account.Adult, AdultRole.Admin, account.Adult);
        }

        await signIns.SignInAsync(context, accounts.ByAdult(account.Adult)!);
        return Results.LocalRedirect("/");
    }

    private static async Task<IResult> SignOutAsync(IFormCollection form, HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/sign-in");
    }

    // The first admin's account, once it has a password.
    private static AccountRecord? FirstAccount(SchoolStore schools, AccountStore accounts) =>
        accounts.Of(schools.All()[0].Key).FirstOrDefault(account => account is { Role: AdultRole.Admin, Password: not null });

    private static RazorComponentResult<FirstAdminPage> Page(object parameters, int status) => new(parameters) { StatusCode = status };

    // Back to a page of this server alone.
    private static bool IsOurs(string to) => to is "/" or ['/', not ('/' or '\\'), ..];
}
