using System.Globalization;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LiveClass.Web.OpenApi;

/// <summary>Adds to each operation the key and scope that it asks for, and the problems that it can answer with.</summary>
internal sealed class ProblemsOfOperation : IOpenApiOperationTransformer
{
    private static readonly int[] OfAll = [401, 403, 429, 500, 503];
    private static readonly int[] OfBodies = [400, 413, 415];

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var policy = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy;
        if (policy is null) return Task.CompletedTask;
        operation.Description = $"Needs a key with the scope `{policy}`.";
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] }];
        operation.Responses ??= [];
        var statuses = OfAll.Concat(operation.RequestBody is null ? [] : OfBodies)
            .Concat(context.Description.RelativePath!.Contains('{', StringComparison.Ordinal) ? [404] : [])
            .Concat(operation.OperationId is null && context.Description.HttpMethod == "PUT" ? [412, 422] : [])
            .Concat(context.Description.RelativePath.Contains("/commands", StringComparison.Ordinal) ? [422] : []);
        foreach (var status in statuses.Distinct()) Add(operation, status, context);
        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, int status, OpenApiOperationTransformerContext context)
    {
        var codes = ProblemCodes.All.Where(c => c.HttpStatus == status).Select(c => c.Name);
        operation.Responses!.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
        {
            Description = string.Join(", ", codes),
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference("Problem", context.Document) },
            },
        });
    }
}
