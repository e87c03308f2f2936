using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveClass.Web.Problems;

/// <summary>Sends a problem as <c>application/problem+json</c> with its <c>code</c>.</summary>
internal sealed class ProblemResult(Problem problem) : IResult
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is sent.</summary>
    public Problem Problem => problem;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, problem);

    /// <summary>Writes a problem as the answer.</summary>
    public static async Task WriteAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Code.HttpStatus;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString();
        if (HttpMethods.IsHead(context.Request.Method)) return;

        await using var writer = new Utf8JsonWriter(response.BodyWriter, Readable);
        writer.WriteStartObject();
        writer.WriteString("type", $"urn:liveclass:problem:{problem.Code.Name}");
        writer.WriteString("title", ReasonPhrases.GetReasonPhrase(problem.Code.HttpStatus));
        writer.WriteNumber("status", problem.Code.HttpStatus);
        writer.WriteString("code", problem.Code.Name);
        writer.WriteString("detail", problem.Detail);
        writer.WriteString("traceId", Activity.Current?.Id ?? context.TraceIdentifier);
        writer.WriteEndObject();
        await writer.FlushAsync(context.RequestAborted);
    }
}
