using System.Security.Cryptography;
using LiveClass.Grains.Abstractions;
using LiveClass.Records;
using LiveClass.Records.Accounts;
using LiveClass.Records.Schools;
using LiveClass.Web.Access.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Access.Pages;

/// <summary>The admin's page of people: list and add.</summary>
internal static class PeopleRoutes
{
    /// <summary>Maps the page and its form.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/admin/people").RequireAuthorization(AccessPolicies.Admin);
        people.MapGet("", (HttpContext context, AccountStore accounts, AdultStore adults, TimeProvider time) =>
            Page(Caller.Of(context.User), accounts, adults, time, new PersonDraft(), problem: null));
        people.MapPost("", AddAsync);
    }

    /// <summary>An account with its adult.</summary>
    public static Person PersonOf(AccountRecord account, AdultStore adults)
    {
        var adult = adults.ByKey(account.Adult);
        return new(account, adult?.Name ?? account.UserName, adult?.Email ?? "");
    }

    private static async Task<IResult> AddAsync(
        IFormCollection form, HttpContext context, AccountStore accounts, AdultStore adults, AccountDesk desk, PersonPages pages, TimeProvider time)
    {
        var caller = Caller.Of(context.User);
        var draft = new PersonDraft(
            form["name"].ToString().Trim(), form["email"].ToString().Trim(), form["userName"].ToString().Trim(), PersonRules.Role(form["role"].ToString()));
        var userName = draft.UserName.Length > 0 ? draft.UserName : draft.Email;
        var problem = (RecordId.IsName(draft.Name) ? null : new FormProblem("name", "people.name.bad")) ?? PersonRules.Email(draft.Email) ?? PersonRules.UserName(userName);
        if (problem is not null) return Page(caller, accounts, adults, time, draft, problem);

        // Not made of the name: ids stand in addresses.
        var id = $"a-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12)}";
        (var account, problem) = await desk.AddAsync(
            caller.School, id, draft.Name, draft.Email.Length > 0 ? draft.Email : null, userName, draft.Role, password: null);
        if (account is null) return Page(caller, accounts, adults, time, draft, problem);
        return await pages.WithLinkAsync(context, account.Adult);
    }

    private static RazorComponentResult<PeoplePage> Page(
        Caller caller, AccountStore accounts, AdultStore adults, TimeProvider time, PersonDraft draft, FormProblem? problem) =>
        new(new
        {
            People = (IReadOnlyList<Person>)[.. accounts.Of(caller.School).Select(account => PersonOf(account, adults)).OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase)],
            Draft = draft,
            Now = Instant.Of(time.GetUtcNow()),
            Problem = problem,
        })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
}
