using System.Text;
using LiveClass.Web.Commands;
using LiveClass.Web.Ingest;
using LiveClass.Web.Problems;
using LiveClass.Web.Reading;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LiveClass.Web.OpenApi;

/// <summary>Writes every code and its sentence into the document, and how to bring a key.</summary>
internal sealed class CodesInDocument : IOpenApiDocumentTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "LiveClass";
        document.Info.Version = "v1";
        document.Info.Description = Description();
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes["key"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = $"An API key of one school, with one or more of the scopes {string.Join(", ", Access.Scopes.All)}.",
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas["Problem"] = ProblemSchema();
        return Task.CompletedTask;
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "application/problem+json with a code.",
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. ProblemCodes.All.Select(c => c.Name).Distinct().Select(n => (System.Text.Json.Nodes.JsonNode)n)] },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String },
        },
    };

    private static string Description()
    {
        var text = new StringBuilder("Every error is application/problem+json with a code from this list.\n\n## Codes of whole requests\n");
        foreach (var code in ProblemCodes.All) text.Append($"- `{code.Name}` ({code.HttpStatus}): {code.Sentence}\n");
        text.Append("\n## Codes of single answers in a delivery\n");
        foreach (var rejection in Rejection.All) text.Append($"- `{rejection.Code}`: {rejection.Sentence}\n");
        text.Append("\n## Codes of refused commands\n");
        foreach (var (code, sentence) in RefusalWords.All.Values) text.Append($"- `{code}`: {sentence.Replace("{0}", "n", StringComparison.Ordinal)}\n");
        text.Append("\n## Commands\n");
        foreach (var (type, arguments) in CommandCatalog.Available) text.Append($"- `{type}`: {(arguments.Length > 0 ? arguments : "no arguments")}\n");
        text.Append("\n## Reasons in the quarantine\n");
        foreach (var (code, sentence) in QuarantineWords.All.Values) text.Append($"- `{code}`: {sentence}\n");
        return text.ToString();
    }
}
