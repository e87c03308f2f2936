using LiveClass.Web.Problems;

namespace LiveClass.Web.Access;

/// <summary>
/// Keeps pages of other origins from acting with a visitor's cookie: whatever changes something, and every hub connection,
/// must come from our own pages or from a program (which sends no Origin).
/// </summary>
internal static class OriginCheck
{
    /// <summary>Refuses foreign origins.</summary>
    public static Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        Matters(context.Request) && IsForeign(context.Request)
            ? ProblemsHosting.AnswerAsync(context, ProblemCodes.ForeignOrigin)
            : next(context);

    /// <summary>True where the browser says that another origin's page sends this.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (origin.Count > 0)
        {
            return origin.Count > 1
                || !Uri.TryCreate(origin[0], UriKind.Absolute, out var from)
                || !string.Equals(Authority(from.Host, from.Port), Authority(request.Host.Host, request.Host.Port ?? DefaultPort(from.Scheme)), StringComparison.OrdinalIgnoreCase);
        }

        return request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
    }

    private static bool Matters(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) || WebPaths.IsHub(request);

    private static string Authority(string host, int port) => $"{host}:{port}";

    private static int DefaultPort(string scheme) => string.Equals(scheme, "https", StringComparison.OrdinalIgnoreCase) ? 443 : 80;
}
