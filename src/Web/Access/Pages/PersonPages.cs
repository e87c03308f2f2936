using LiveClass.Grains.Abstractions;
using LiveClass.Records.Accounts;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Schools;
using LiveClass.Web.Access.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Access.Pages;

/// <summary>The admin's page of one person, as it is after whatever was done on it.</summary>
internal sealed class PersonPages(
    AccountStore accounts, AdultStore adults, MembershipStore memberships, ClassroomDirectory classrooms, AccountDesk desk, TimeProvider time)
{
    /// <summary>The person of a number; null where the admin's school has no account of that number.</summary>
    public AccountRecord? Find(HttpContext context, int number) =>
        accounts.ByAdult(new(number)) is { } account && account.School == Caller.Of(context.User).School ? account : null;

    /// <summary>The page with a new invitation's link, which is shown this once.</summary>
    public async Task<IResult> WithLinkAsync(HttpContext context, AdultKey adult)
    {
        var code = await desk.InviteAsync(adult, Caller.Of(context.User).Adult);
        context.Response.Headers.CacheControl = "no-store";
        var link = new Uri(new Uri($"{context.Request.Scheme}://{context.Request.Host}"), $"/invitation?for={adult.Value}&code={code}");
        return await ShowAsync(context, adult, link: link.ToString());
    }

    /// <summary>The page.</summary>
    public async Task<IResult> ShowAsync(
        HttpContext context, AdultKey adult, FormProblem? problem = null, string done = "", string link = "", string? name = null, string? email = null)
    {
        var person = PeopleRoutes.PersonOf(accounts.ByAdult(adult)!, adults);
        var rooms = (await classrooms.AllAsync(person.Account.School, context.RequestAborted)).Where(room => !room.Ended);
        return new RazorComponentResult<PersonPage>(new
        {
            Person = person,
            Name = name ?? person.Name,
            Email = email ?? person.Email,
            Rooms = (IReadOnlyList<ClassroomRecord>)[.. rooms.OrderBy(room => room.Name, StringComparer.CurrentCultureIgnoreCase)],
            Member = memberships.Of(adult),
            Now = Instant.Of(time.GetUtcNow()),
            Problem = problem,
            Done = done,
            Link = link,
        })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
