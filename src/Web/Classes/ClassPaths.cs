namespace LiveClass.Web.Classes;

/// <summary>Addresses of a class's pages.</summary>
public static class ClassPaths
{
    /// <summary>Where a class is made.</summary>
    public const string New = "/classes/new";

    /// <summary>A class's page, or one below it.</summary>
    public static string Of(string id, string below = "") => $"/classes/{Uri.EscapeDataString(id)}{below}";
}
