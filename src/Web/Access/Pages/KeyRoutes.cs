using LiveClass.Records.ApiKeys;
using LiveClass.Web.Hubs;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Access.Pages;

/// <summary>The admin's page of API keys: list, make, revoke.</summary>
internal static class KeyRoutes
{
    /// <summary>Maps the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/admin/keys").RequireAuthorization(AccessPolicies.Admin);
        keys.MapGet("", (HttpContext context, ApiKeyStore store) => Page(store, Caller.Of(context.User)));
        keys.MapPost("", CreateAsync);
        keys.MapPost("/{number:int}/revoke", RevokeAsync);
    }

    private static async Task<IResult> CreateAsync(IFormCollection form, HttpContext context, ApiKeyStore store)
    {
        var caller = Caller.Of(context.User);
        var name = form["name"].ToString().Trim();
        var scopes = form["scope"].Where(s => s is not null && Scopes.All.Contains(s)).Select(s => s!).ToList();
        if (!Records.RecordId.IsName(name))
            return Page(store, caller, problem: "keys.who.bad", name: name);
        if (scopes.Count == 0)
            return Page(store, caller, problem: "keys.may.bad", name: name);
        var made = await store.CreateAsync(caller.School, name, scopes, context.RequestAborted);
        return Page(store, caller, made: made);
    }

    private static async Task<IResult> RevokeAsync(int number, IFormCollection form, HttpContext context, ApiKeyStore store, LiveConnections connections)
    {
        var school = Caller.Of(context.User).School;
        var key = store.List(school).FirstOrDefault(k => k.Number == number && !k.Configured);
        if (key is null) return new ProblemResult(ProblemCodes.NotFound);
        await store.RevokeAsync(school, number, context.RequestAborted);
        await connections.RevokeAsync(key.Adult, "key-revoked");
        return Results.LocalRedirect("/admin/keys");
    }

    private static RazorComponentResult<KeysPage> Page(
        ApiKeyStore store, Caller caller, NewApiKey? made = null, string problem = "", string name = "") =>
        new(new { Keys = store.List(caller.School), Made = made, Problem = problem, Name = name })
        {
            StatusCode = problem.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
}
