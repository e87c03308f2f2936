using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Unicode;

namespace LiveClass.Web.Problems;

/// <summary>Bodies in JSON.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Shape = new() { MaxDepth = 16 };

    /// <summary>True where the request says that it brings JSON in UTF-8, not compressed.</summary>
    public static bool IsJson(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0) return false;
        if (string.Equals(request.ContentType, "application/json", StringComparison.Ordinal)) return true;
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads a body whole. Either the document or what is wrong.</summary>
    public static async ValueTask<(JsonDocument? Body, Problem? Problem)> ReadAsync(HttpRequest request, int maxBytes)
    {
        if (!IsJson(request)) return (null, ProblemCodes.WrongContentType);
        if (request.ContentLength > maxBytes) return (null, ProblemCodes.TooLarge);
        using var bytes = new MemoryStream((int)(request.ContentLength ?? 1024));
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > maxBytes) return (null, ProblemCodes.TooLarge);
        }

        return Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }

    /// <summary>True where every text in it is one: escapes are only looked at when a text is asked for.</summary>
    public static bool IsText(JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => json.GetString() is not null,
                JsonValueKind.Array => json.EnumerateArray().All(IsText),
                JsonValueKind.Object => json.EnumerateObject().All(p => p.Name.Length >= 0 && IsText(p.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static (JsonDocument? Body, Problem? Problem) Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span)) return (null, new Problem(ProblemCodes.Malformed, "The body is not valid UTF-8. Nothing was taken."));
        try
        {
            var document = JsonDocument.Parse(body, Shape);
            if (IsText(document.RootElement)) return (document, null);
            document.Dispose();
            return (null, new Problem(ProblemCodes.Malformed, "A text holds an escape that is no character (half a surrogate pair). Nothing was taken."));
        }
        catch (JsonException error)
        {
            return (null, new Problem(
                ProblemCodes.Malformed, $"The body is not valid JSON, or nested deeper than {Shape.MaxDepth}: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}. Nothing was taken."));
        }
    }
}
