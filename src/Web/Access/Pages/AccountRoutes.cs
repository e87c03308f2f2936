using LiveClass.Records;
using LiveClass.Records.Accounts;
using LiveClass.Records.Schools;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Problems;
using LiveClass.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Access.Pages;

/// <summary>One's own account.</summary>
internal static class AccountRoutes
{
    /// <summary>Maps the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/account").RequireAuthorization(AccessPolicies.Adult);
        account.MapGet("", (HttpContext context, AccountStore accounts, AdultStore adults) => Page(context, accounts, adults));
        account.MapPost("", SaveAsync);
        account.MapPost("/password", ChangePasswordAsync);
        account.MapPost("/sign-out-everywhere", SignOutEverywhereAsync);
    }

    private static async Task<IResult> SaveAsync(
        IFormCollection form, HttpContext context, AccountStore accounts, AdultStore adults, AccountDesk desk, PageWords words)
    {
        var caller = Caller.Of(context.User);
        var name = form["name"].ToString().Trim();
        if (!RecordId.IsName(name)) return Page(context, accounts, adults, new("name", "people.name.bad"), name: name);
        var language = WordBook.Spoken.Any(spoken => spoken.Language == form["language"]) ? form["language"].ToString() : null;
        var me = adults.ByKey(caller.Adult)!;
        if (name != me.Name) await adults.PutAsync(caller.School, me.Id, name, cancellation: context.RequestAborted);
        await desk.SetLanguageAsync(caller.Adult, language);
        if (language is not null) LanguageChoice.Remember(context, language);
        else context.Response.Cookies.Delete(LanguageChoice.Cookie);
        return Results.LocalRedirect("/account");
    }

    private static async Task<IResult> ChangePasswordAsync(
        IFormCollection form, HttpContext context, AccountStore accounts, AdultStore adults, AccountDesk desk, SignInDesk signIns, EntryLimits limits)
    {
        // Whoever found an open browser must not be able to try passwords in it.
        if (EntryLimitsMiddleware.TakeTry(limits, context) is { } tooMany) return new ProblemPage(tooMany);
        var adult = Caller.Of(context.User).Adult;
        if (!await desk.IsPasswordAsync(adult, form["current"].ToString()))
            return Page(context, accounts, adults, new("current", "people.password.not-current"));
        EntryLimitsMiddleware.GiveTryBack(limits, context);
        var (account, problem) = await desk.SetPasswordAsync(adult, form["password"].ToString(), adult);
        if (account is null) return Page(context, accounts, adults, problem);

        // Every other browser is signed out; this one goes on.
        await signIns.SignInAsync(context, account);
        return Page(context, accounts, adults, done: "people.password.changed");
    }

    private static async Task<IResult> SignOutEverywhereAsync(IFormCollection form, HttpContext context, AccountDesk desk)
    {
        var adult = Caller.Of(context.User).Adult;
        await desk.SignOutEverywhereAsync(adult, adult);
        return Results.LocalRedirect("/sign-in");
    }

    private static RazorComponentResult<AccountPage> Page(
        HttpContext context, AccountStore accounts, AdultStore adults, FormProblem? problem = null, string done = "", string? name = null)
    {
        var adult = Caller.Of(context.User).Adult;
        return new(new { Account = accounts.ByAdult(adult), Name = name ?? adults.ByKey(adult)?.Name ?? "", Problem = problem, Done = done })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
