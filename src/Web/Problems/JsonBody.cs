using System.Net.Http.Headers;

namespace LiveClass.Web.Problems;

/// <summary>Bodies in JSON.</summary>
internal static class JsonBody
{
    /// <summary>True where the request says that it brings JSON in UTF-8, not compressed.</summary>
    public static bool IsJson(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0) return false;
        if (string.Equals(request.ContentType, "application/json", StringComparison.Ordinal)) return true;
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
