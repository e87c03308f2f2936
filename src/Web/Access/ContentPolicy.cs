using LiveClass.Web.Problems;

namespace LiveClass.Web.Access;

/// <summary>The headers that tell browsers what our pages may do: their own scripts, styles and connections, and nothing else.</summary>
internal static class ContentPolicy
{
    /// <summary>No inline script, no foreign anything, never inside a frame.</summary>
    public const string Csp =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer. One to a program is JSON, which only must not be taken for something else.</summary>
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        if (WebPaths.IsApi(context.Request))
        {
            headers.XContentTypeOptions = "nosniff";
            return next(context);
        }

        headers.ContentSecurityPolicy = Csp;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Not "no-referrer": browsers then send "Origin: null" with our own forms, which the origin check must refuse.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        return next(context);
    }
}
