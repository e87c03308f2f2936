using LiveClass.Engine.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LiveClass.Engine;

/// <summary>Registers the engine's ports.</summary>
public static class EngineHosting
{
    /// <summary>
    /// The embedded engine as every port. It is opened when first asked for: resolve <see cref="EmbeddedEngine"/> at the start, so
    /// that what is wrong with the data directory is said there.
    /// </summary>
    public static IServiceCollection AddEmbeddedEngine(this IServiceCollection services, EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        services.AddSingleton(options);
        services.TryAddSingleton(Scheduling.Default);
        services.AddSingleton(provider => EmbeddedEngine.Open(
            options, provider.GetRequiredService<Scheduling>(), provider.GetService<ILoggerFactory>()?.CreateLogger(typeof(SqliteWriter))));
        return services.AddEnginePorts();
    }

    /// <summary>Every port from a registered <see cref="EmbeddedEngine"/>.</summary>
    public static IServiceCollection AddEnginePorts(this IServiceCollection services) => services
        .AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().Log)
        .AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().Journal)
        .AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().Checkpoints)
        .AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().Quarantine)
        .AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().ReactorCursors)
        .AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().Leases)
        .AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().Broadcast)
        .AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().TurnMarks)
        .AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().Health);
}
