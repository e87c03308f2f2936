namespace LiveClass.Web.Problems;

/// <summary>Which of our addresses are for programs.</summary>
internal static class WebPaths
{
    /// <summary>The HTTP interface.</summary>
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>The hubs.</summary>
    public static bool IsHub(HttpRequest request) => request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a person reads the answer in a browser.</summary>
    public static bool IsForPerson(HttpRequest request) =>
        !IsApi(request) && !IsHub(request) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
