using LiveClass.Grains.Abstractions;
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
        services.AddSingleton<EvidenceRoutes>();
        services.AddSingleton<ISourceLimits, NoSourceLimits>();
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

    /// <summary>Where no owner tells the edge, turns alone decide.</summary>
    private sealed class NoSourceLimits : ISourceLimits
    {
        public bool IsFull(ClassroomKey classroom, SourceKey source, long sequence) => false;
    }
}
