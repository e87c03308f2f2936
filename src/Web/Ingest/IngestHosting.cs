using LiveClass.Web.Access;

namespace LiveClass.Web.Ingest;

/// <summary>Answers on their way in.</summary>
internal static class IngestHosting
{
    /// <summary>Adds what takes deliveries.</summary>
    public static void AddIngest(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<EvidenceBatches>();
        services.AddSingleton<EvidenceResolver>();
        services.AddSingleton<EvidenceIngest>();
        services.AddSingleton<DeviceSenders>();
        services.AddSingleton<EvidenceRoutes>();
        services.AddSingleton<SourceLimits>();
        services.AddSingleton<ISourceLimits>(provider => provider.GetRequiredService<SourceLimits>());
        services.AddSingleton<TurnOutcomes>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnOutcomes>());
    }

    /// <summary>Maps the route.</summary>
    public static void MapIngest(this WebApplication app)
    {
        var routes = app.Services.GetRequiredService<EvidenceRoutes>();
        app.MapPost("/api/v1/evidence", (Delegate)routes.PostAsync)
            .RequireAuthorization(AccessPolicies.EvidenceWrite)
            .WithMetadata(new LimitedAs(EntryKind.Evidence))
            .Accepts<EvidenceItemDocument[]>("application/json")
            .Produces<EvidenceAnswer>();
    }
}
