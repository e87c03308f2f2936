using LiveClass.Grains.Abstractions;
using LiveClass.Records;
using LiveClass.Records.Accounts;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Schools;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Access.Pages;

/// <summary>What an admin does with one person.</summary>
internal static class PersonRoutes
{
    private static readonly FormProblem LastAdmin = new("", "people.last-admin");

    /// <summary>Maps the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var person = routes.MapGroup("/admin/people/{number:int}").RequireAuthorization(AccessPolicies.Admin);
        person.MapGet("", async (int number, HttpContext context, PersonPages pages) =>
            pages.Find(context, number) is { } account ? await pages.ShowAsync(context, account.Adult) : new ProblemPage(ProblemCodes.NotFound));
        person.MapPost("", SaveAsync);
        person.MapPost("/classes", SetClassesAsync);
        person.MapPost("/invitation", InviteAsync);
        person.MapPost("/password", SetPasswordAsync);
        person.MapPost("/disable", DisableAsync);
        person.MapPost("/enable", EnableAsync);
    }

    private static async Task<IResult> SaveAsync(
        int number, IFormCollection form, HttpContext context, PersonPages pages, AdultStore adults, AccountDesk desk)
    {
        if (pages.Find(context, number) is not { } account) return new ProblemPage(ProblemCodes.NotFound);
        var (name, email, role) = (form["name"].ToString().Trim(), form["email"].ToString().Trim(), PersonRules.Role(form["role"].ToString()));
        var problem = (RecordId.IsName(name) ? null : new FormProblem("name", "people.name.bad")) ?? PersonRules.Email(email)
            ?? (role != AdultRole.Admin && desk.IsLastAdmin(account) ? LastAdmin : null);
        if (problem is not null) return await pages.ShowAsync(context, account.Adult, problem, name: name, email: email);
        await adults.PutAsync(account.School, adults.ByKey(account.Adult)!.Id, name, email, context.RequestAborted);
        await desk.SetRoleAsync(account.Adult, role, Caller.Of(context.User).Adult);
        return await pages.ShowAsync(context, account.Adult, done: "people.saved");
    }

    private static async Task<IResult> SetClassesAsync(
        int number, IFormCollection form, HttpContext context, PersonPages pages, ClassroomDirectory classrooms, AccountDesk desk)
    {
        if (pages.Find(context, number) is not { } account) return new ProblemPage(ProblemCodes.NotFound);
        var rooms = new List<ClassroomKey>();
        foreach (var id in form["classroom"])
            if (id is not null && RecordId.IsValid(id) && await classrooms.FindAsync(account.School, id, context.RequestAborted) is { } room) rooms.Add(room.Key);
        await desk.SetRoomsAsync(account.Adult, rooms, Caller.Of(context.User).Adult);
        return await pages.ShowAsync(context, account.Adult, done: "people.saved");
    }

    private static async Task<IResult> InviteAsync(int number, IFormCollection form, HttpContext context, PersonPages pages) =>
        pages.Find(context, number) is { IsActive: true } account ? await pages.WithLinkAsync(context, account.Adult) : new ProblemPage(ProblemCodes.NotFound);

    private static async Task<IResult> SetPasswordAsync(int number, IFormCollection form, HttpContext context, PersonPages pages, AccountDesk desk, SignInDesk signIns)
    {
        if (pages.Find(context, number) is not { IsActive: true } account) return new ProblemPage(ProblemCodes.NotFound);
        var me = Caller.Of(context.User).Adult;
        var (kept, problem) = await desk.SetPasswordAsync(account.Adult, form["password"].ToString(), me);
        if (kept is null) return await pages.ShowAsync(context, account.Adult, problem);

        // Whoever sets one's own goes on in this browser.
        if (kept.Adult == me) await signIns.SignInAsync(context, kept);
        return await pages.ShowAsync(context, account.Adult, done: "people.password.changed");
    }

    private static async Task<IResult> DisableAsync(int number, IFormCollection form, HttpContext context, PersonPages pages, AccountDesk desk)
    {
        if (pages.Find(context, number) is not { } account) return new ProblemPage(ProblemCodes.NotFound);
        var me = Caller.Of(context.User).Adult;
        if (account.Adult == me) return await pages.ShowAsync(context, account.Adult, new("", "people.disable.self"));
        if (desk.IsLastAdmin(account)) return await pages.ShowAsync(context, account.Adult, LastAdmin);
        await desk.SetActiveAsync(account.Adult, active: false, me);
        return await pages.ShowAsync(context, account.Adult, done: "people.disabled");
    }

    private static async Task<IResult> EnableAsync(int number, IFormCollection form, HttpContext context, PersonPages pages, AccountDesk desk)
    {
        if (pages.Find(context, number) is not { } account) return new ProblemPage(ProblemCodes.NotFound);
        await desk.SetActiveAsync(account.Adult, active: true, Caller.Of(context.User).Adult);
        return await pages.ShowAsync(context, account.Adult, done: "people.enabled");
    }
}
