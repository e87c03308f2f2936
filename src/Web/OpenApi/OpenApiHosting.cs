namespace LiveClass.Web.OpenApi;

/// <summary>The API document at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiHosting
{
    /// <summary>Adds it.</summary>
    public static void AddApiDocument(this WebApplicationBuilder builder) => builder.Services.AddOpenApi("v1", document =>
    {
        document.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true
            || description.RelativePath?.StartsWith("health/", StringComparison.Ordinal) is true;
        document.AddDocumentTransformer<CodesInDocument>();
        document.AddOperationTransformer<ProblemsOfOperation>();
    });

    /// <summary>Maps it. Everybody may read how to talk to the server.</summary>
    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
}
