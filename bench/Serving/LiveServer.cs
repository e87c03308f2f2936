using LiveClass.Simulator.Http;

namespace LiveClass.Bench.Serving;

/// <summary>The real server in a child process, with a key for everything.</summary>
internal static class LiveServer
{
    public const string Key = "key-of-the-bench-0123456789";

    private const int Connections = 512;

    /// <summary>Starts it over a data directory and waits until it is ready.</summary>
    public static Task<ChildProcess> StartAsync(string dataDirectory, params (string Name, string Value)[] settings) =>
        ChildProcess.StartAsync("LiveClass.Web.dll", "/health/ready", [], [.. Settings(dataDirectory), .. settings]);

    /// <summary>A client of it, or of a front.</summary>
    public static ServerClient ClientOf(ChildProcess server) => new(server.Address, Key, Connections);

    private static (string Name, string Value)[] Settings(string dataDirectory) =>
    [
        ("LiveClass__DataDirectory", dataDirectory),
        ("LiveClass__Demo", "false"),
        ("LiveClass__ApiKeys__0__Name", "bench"),
        ("LiveClass__ApiKeys__0__Key", Key),
        ("LiveClass__ApiKeys__0__Scopes", "evidence:write boards:read commands:write roster:write records:read"),
        ("LiveClass__Limits__EvidencePerSecond", "1000000"),
        ("LiveClass__Limits__OthersPerSecond", "1000000"),
        ("LiveClass__Limits__CommandsPerSecond", "1000000"),
        ("Logging__LogLevel__Default", "Warning"),
    ];
}
