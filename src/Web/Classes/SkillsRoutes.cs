using LiveClass.Records.Classrooms;
using LiveClass.Web.Access;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Classes.Pages;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Classes;

/// <summary>Which skills a class uses: ticked in our progression, kept of its own, or pasted as a table.</summary>
internal static class SkillsRoutes
{
    /// <summary>Maps the page and its form.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var skills = routes.MapGroup("/classes/{id}/skills").RequireAuthorization(AccessPolicies.Teacher);
        skills.MapGet("", (string id, string? first, HttpContext context, CallerRooms rooms) => ShowAsync(id, first == "1", context, rooms));
        skills.MapPost("", SaveAsync);
    }

    private static async Task<IResult> SaveAsync(string id, IFormCollection form, HttpContext context, CallerRooms rooms, ClassDesk desk, SkillDirectory known)
    {
        var caller = Caller.Of(context.User);
        var (classroom, refused) = await rooms.FindAsync(caller, id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemPage(refused!);
        var (first, text, ticked) = (form["first"] == "1", form["table"].ToString(), form["skill"].OfType<string>().ToHashSet(StringComparer.Ordinal));
        var (table, wrong) = text.Length > SkillTable.LongestText ? (default, new NameRemark("classes.csv.long", 0)) : SkillTable.Read(text);
        wrong ??= ProblemOf(table, id => known.ById(caller.School, id)?.Name ?? SkillOffers.Find(id)?.Name);

        // In the order of the progression, then as they were, then as they were pasted.
        var chosen = new List<SkillPut>(SkillOffers.All.Where(offer => ticked.Contains(offer.Id)).Select(offer => offer.AsPut()));
        chosen.AddRange(classroom.Skills.Where(skill => ticked.Contains(skill.Id) && SkillOffers.Find(skill.Id) is null).Select(skill => new SkillPut(skill.Id)));
        if (wrong is null) chosen.AddRange(table.Where(row => chosen.All(skill => skill.Id != row.Id)));
        var problem = wrong is not null ? new FormProblem("table", wrong.Key, wrong.Value) { Line = wrong.Line }
            : chosen.Count == 0 ? new FormProblem("skill", "classes.skills.none")
            : null;
        if (problem is not null) return await ShowAsync(id, first, context, rooms, problem, text, ticked);

        if (await desk.SetSkillsAsync(caller, id, chosen, context.RequestAborted) is { } not) return new ProblemPage(not);
        return Results.LocalRedirect(ClassPaths.Of(id, first ? "/stations?first=1" : ""));
    }

    // What only the whole table shows: a prerequisite that nobody knows, a circle, or an id that the school uses for another skill.
    private static NameRemark? ProblemOf(IReadOnlyList<SkillPut> table, Func<string, string?> nameOf)
    {
        var ids = table.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in table)
        {
            if (nameOf(row.Id) is { } name && name != row.Name) return new("classes.csv.taken", 0, $"{row.Id}: {name}");
            if (row.Prerequisites!.FirstOrDefault(need => !ids.Contains(need) && nameOf(need) is null) is { } unknown) return new("classes.csv.unknown", 0, unknown);
        }

        var circle = Progression.FindCycle(table.ToDictionary(row => row.Id, row => row.Prerequisites!.Where(ids.Contains).ToArray() as IReadOnlyList<string>, StringComparer.Ordinal));
        return circle.IsEmpty ? null : new("classes.csv.circle", 0, string.Join(" → ", circle.Append(circle[0])));
    }

    private static async Task<IResult> ShowAsync(
        string id, bool first, HttpContext context, CallerRooms rooms, FormProblem? problem = null, string text = "", IReadOnlySet<string>? ticked = null)
    {
        var (classroom, refused) = await rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemPage(refused!);
        return new RazorComponentResult<SkillsPage>(new
        {
            Classroom = classroom,
            First = first,
            Problem = problem,
            Text = text,
            Ticked = ticked ?? classroom.Skills.Select(skill => skill.Id).ToHashSet(StringComparer.Ordinal),
        })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
