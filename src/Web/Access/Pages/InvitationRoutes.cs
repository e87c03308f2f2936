using LiveClass.Web.Access.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Access.Pages;

/// <summary>Setting the first password, or a new one, with a link that an admin made.</summary>
internal static class InvitationRoutes
{
    /// <summary>Maps the page and its form.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/invitation", Show).AllowAnonymous().WithMetadata(new LimitedAs(EntryKind.SignIn));
        routes.MapPost("/invitation", UseAsync).AllowAnonymous().WithMetadata(new LimitedAs(EntryKind.SignIn));
    }

    // Only shows a form: what previews links does not use the code up.
    private static RazorComponentResult<InvitationPage> Show(int? @for, string? code, AccountDesk desk) =>
        Page(new { Account = desk.Invited(@for ?? 0, code ?? ""), Code = code ?? "" }, StatusCodes.Status200OK);

    private static async Task<IResult> UseAsync(IFormCollection form, AccountDesk desk, SignInDesk signIns, HttpContext context)
    {
        var code = form["code"].ToString();
        if (!int.TryParse(form["for"], out var adult) || desk.Invited(adult, code) is not { } invited)
            return Page(new { }, StatusCodes.Status403Forbidden);
        var (account, problem) = await desk.SetPasswordAsync(invited.Adult, form["password"].ToString(), invited.Adult, invited);
        if (problem is not null) return Page(new { Account = invited, Code = code, Problem = problem }, StatusCodes.Status400BadRequest);
        if (account is null) return Page(new { }, StatusCodes.Status403Forbidden);
        await signIns.SignInAsync(context, account);
        return Results.LocalRedirect("/");
    }

    private static RazorComponentResult<InvitationPage> Page(object parameters, int status) => new(parameters) { StatusCode = status };
}
