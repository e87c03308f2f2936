namespace LiveClass.Web.Screens;

/// <summary>Paths of pages, for whoever links to them.</summary>
public static class ScreenPaths
{
    /// <summary>The start page: the school's classrooms.</summary>
    public const string Start = "/";

    /// <summary>The students' page: a code typed there, or as <c>?code=</c>, leads into a lesson.</summary>
    public const string Student = "/student";

    /// <summary>The wall: shows a lesson once a teacher has typed its letters.</summary>
    public const string Wall = "/wall";

    /// <summary>A classroom's live page.</summary>
    public static string Live(string classroomId) => $"/classrooms/{Uri.EscapeDataString(classroomId)}/live";
}
