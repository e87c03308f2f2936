using LiveClass.Engine;
using LiveClass.Records;
using LiveClass.Silo;

namespace LiveClass.Web.Start;

/// <summary>What this process keeps and runs besides the web: records, the engine, and in the embedded default a silo.</summary>
internal static class StoresHosting
{
    /// <summary>Adds them over the data directory.</summary>
    public static void AddStores(this WebApplicationBuilder builder, LiveClassOptions options)
    {
        Directory.CreateDirectory(options.DataDirectory);
        builder.Services.AddEmbeddedEngine(EngineOptions.Read(builder.Configuration) with { DataDirectory = options.DataDirectory });
        builder.Services.AddRecords(new RecordsOptions { DataDirectory = options.DataDirectory });
        builder.Services.AddSilo(new SiloOptions { BoardInterval = options.BoardInterval });
    }
}
