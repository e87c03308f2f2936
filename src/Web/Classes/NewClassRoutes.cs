using LiveClass.Records;
using LiveClass.Web.Access;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Classes.Pages;
using LiveClass.Web.Problems;
using LiveClass.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Classes;

/// <summary>Making a class: its name and a list of names, looked at once before it is made.</summary>
internal static class NewClassRoutes
{
    /// <summary>Maps the page and its form.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var made = routes.MapGroup(ClassPaths.New).RequireAuthorization(AccessPolicies.Teacher);
        made.MapGet("", () => new RazorComponentResult<NewClassPage>());
        made.MapPost("", MakeAsync);
    }

    /// <summary>What is wrong with a list of names; null where nothing is.</summary>
    public static FormProblem? ProblemOf(string text, NameList list, int already = 0) =>
        text.Length > NameList.LongestText ? new("names", "classes.names.text")
        : list.Names.Length == 0 ? new("names", list.Remarks.Length == 0 ? "classes.names.none" : "classes.names.none-new")
        : list.Names.Length + already > NameList.Most ? new("names", "classes.names.most", $"{list.Names.Length + already}")
        : null;

    private static async Task<IResult> MakeAsync(IFormCollection form, HttpContext context, ClassDesk desk, PageWords words)
    {
        var (name, text, look) = (form["name"].ToString().Trim(), form["names"].ToString(), form["do"] == "look");
        var list = NameList.Read(text.Length > NameList.LongestText ? "" : text);
        var problem = RecordId.IsName(name) && name.Length <= NameList.LongestName ? ProblemOf(text, list) : new FormProblem("name", "classes.name.bad");
        if (look || problem is not null)
        {
            return new RazorComponentResult<NewClassPage>(new { Name = name, Text = text, List = list, Problem = problem })
            {
                StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            };
        }

        var (id, refused) = await desk.MakeAsync(Caller.Of(context.User), name, list.Names.Select(read => read.Name), words, context.RequestAborted);
        return refused is null ? Results.LocalRedirect(ClassPaths.Of(id, "/skills?first=1")) : new ProblemPage(refused);
    }
}
