using LiveClass.Engine;
using LiveClass.Records;
using LiveClass.Silo;

namespace LiveClass.Web.Start;

/// <summary>What this process keeps and runs besides the web: the engine, records, and in the embedded default a silo.</summary>
internal static class StoresHosting
{
    /// <summary>Adds them over the data directory.</summary>
    public static void AddStores(this WebApplicationBuilder builder, LiveClassOptions options)
    {
        var services = builder.Services;
        services.AddEmbeddedEngine(EngineOptions.Read(builder.Configuration) with { DataDirectory = options.DataDirectory });
        services.AddHostedService<StoreOpening>();
        services.AddRecords(new RecordsOptions { DataDirectory = options.DataDirectory });
        services.AddSilo(new SiloOptions { BoardInterval = options.BoardInterval });
    }

    /// <summary>Its constructor's argument takes the data directory's lock and opens the store, before anything else touches it.</summary>
    private sealed class StoreOpening(EmbeddedEngine engine) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(engine);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
