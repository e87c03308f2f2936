using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Web.Access;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Classes.Pages;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveClass.Web.Classes;

/// <summary>Who is on a class's list: add, rename, take off, put back. Nobody is ever deleted. Which student is in the form, never in the address.</summary>
internal static class StudentsRoutes
{
    /// <summary>Maps the page and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var students = routes.MapGroup("/classes/{id}/students").RequireAuthorization(AccessPolicies.Teacher);
        students.MapGet("", (string id, HttpContext context, CallerRooms rooms) => ShowAsync(id, context, rooms));
        students.MapPost("/add", AddAsync);
        students.MapPost("/rename", RenameAsync);
        students.MapPost("/remove", (string id, IFormCollection form, HttpContext context, ClassDesk desk, CallerRooms rooms) =>
            ChangeAsync(id, context, desk, classroom => Present(classroom).Where(student => student.Id != form["student"])));
        students.MapPost("/return", ReturnAsync);
        students.MapPost("/accommodations", AccommodateAsync);
    }

    private static async Task<IResult> AddAsync(string id, IFormCollection form, HttpContext context, ClassDesk desk, CallerRooms rooms)
    {
        var (classroom, refused) = await rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemPage(refused!);
        var text = form["names"].ToString();
        var present = classroom.Students.Where(student => !student.Ended).ToList();
        var list = NameList.Read(text.Length > NameList.LongestText ? "" : text, present.Select(student => student.Name));
        if (NewClassRoutes.ProblemOf(text, list, present.Count) is { } problem) return await ShowAsync(id, context, rooms, problem, text, list);
        var added = list.Names.Select(read => new StudentPut(ClassDesk.NewId("s"), read.Name)).ToList();
        return await ChangeAsync(id, context, desk, now => Present(now).Concat(added));
    }

    private static async Task<IResult> RenameAsync(string id, IFormCollection form, HttpContext context, ClassDesk desk, CallerRooms rooms)
    {
        var (student, name) = (form["student"].ToString(), form["name"].ToString().Trim());
        if (!RecordId.IsName(name) || name.Length > NameList.LongestName)
            return await ShowAsync(id, context, rooms, new($"name-{student}", "classes.student.bad"), typed: name);
        return await ChangeAsync(id, context, desk, now => Present(now).Select(known => known.Id == student ? new StudentPut(known.Id, name) : known));
    }

    private static async Task<IResult> AccommodateAsync(string id, IFormCollection form, HttpContext context, ClassDesk desk)
    {
        var (student, ticked) = (form["student"].ToString(), AccommodationChoices.Read(form));
        return await ChangeAsync(
            id, context, desk, now => Present(now).Select(known => known.Id == student ? known with { Accommodations = ticked } : known));
    }

    private static async Task<IResult> ReturnAsync(string id, IFormCollection form, HttpContext context, ClassDesk desk, CallerRooms rooms)
    {
        var (classroom, refused) = await rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemPage(refused!);
        if (classroom.Student(form["student"].ToString()) is not { } student) return new ProblemPage(ProblemCodes.NotFound);
        var present = classroom.Students.Count(other => !other.Ended);
        if (student.Ended && present >= NameList.Most) return await ShowAsync(id, context, rooms, new("", "classes.names.most", $"{present + 1}"));
        return await ChangeAsync(id, context, desk, now => Present(now).Where(known => known.Id != student.Id).Append(new StudentPut(student.Id)));
    }

    private static IEnumerable<StudentPut> Present(ClassroomRecord classroom) =>
        classroom.Students.Where(student => !student.Ended).Select(student => new StudentPut(student.Id));

    private static async Task<IResult> ChangeAsync(string id, HttpContext context, ClassDesk desk, Func<ClassroomRecord, IEnumerable<StudentPut>> change)
    {
        var problem = await desk.ChangeStudentsAsync(Caller.Of(context.User), id, change, context.RequestAborted);
        return problem is null ? Results.LocalRedirect(ClassPaths.Of(id, "/students")) : new ProblemPage(problem);
    }

    private static async Task<IResult> ShowAsync(
        string id, HttpContext context, CallerRooms rooms, FormProblem? problem = null, string text = "", NameList? list = null, string typed = "")
    {
        var (classroom, refused) = await rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Command, context.RequestAborted);
        if (classroom is null) return new ProblemPage(refused!);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<StudentsPage>(new { Classroom = classroom, Problem = problem, Text = text, List = list, Typed = typed })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}
