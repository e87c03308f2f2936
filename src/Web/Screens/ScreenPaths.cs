namespace LiveClass.Web.Screens;

/// <summary>Paths of pages, for whoever links to them.</summary>
public static class ScreenPaths
{
    /// <summary>The start page: the school's classrooms.</summary>
    public const string Start = "/";

    /// <summary>A classroom's live page.</summary>
    public static string Live(string classroomId) => $"/classrooms/{Uri.EscapeDataString(classroomId)}/live";
}
