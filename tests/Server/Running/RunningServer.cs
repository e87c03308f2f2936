using LiveClass.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Server.Running;

/// <summary>The real server on a free port of loopback with a data directory of its own; one for all tests, each with its own classroom.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    /// <summary>A key with every scope.</summary>
    public const string AllKey = "all-0123456789abcdef";

    /// <summary>A key with every scope in another school.</summary>
    public const string ElsewhereKey = "elsewhere-0123456789abcdef";

    private WebApplication? app;
    private readonly string[] more;
    private int classrooms;

    /// <summary>Over a new data directory.</summary>
    public RunningServer()
        : this(Path.Combine(Path.GetTempPath(), $"liveclass-server-{Guid.NewGuid():N}"), [])
    {
    }

    /// <summary>Over a data directory that may be there (it is deleted at the end), with more settings.</summary>
    internal RunningServer(string data, params string[] more) => (Data, this.more) = (data, more);

    /// <summary>Its data directory.</summary>
    public string Data { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The application itself.</summary>
    internal WebApplication Application => app!;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>A key with one scope alone.</summary>
    public static string KeyOf(string scope) => $"only-{scope.Replace(':', '-')}-0123456789";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        app = LiveClass.Web.Program.Create([.. Settings(Data), .. more]);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Data, recursive: true);
    }

    /// <summary>Stops it and leaves its data.</summary>
    public async Task StopAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>A client that brings a key, or none.</summary>
    public HttpClient Client(string? key = AllKey)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    /// <summary>A name for a classroom that no other test uses.</summary>
    public string NewName() => $"c{Interlocked.Increment(ref classrooms)}";

    /// <summary>A classroom with Ana and Ben, the skills k1 and k2 and a station with one place.</summary>
    public async Task<string> NewClassroomAsync()
    {
        var id = NewName();
        using var client = Client();
        using var response = await client.PutAsync(
            $"/api/v1/classrooms/{id}",
            Wire.Json("""
                { "name": "A class", "skills": [ { "id": "k1", "name": "Fractions" }, { "id": "k2", "name": "Ratios" } ],
                  "students": [ { "id": "ana", "name": "Ana" }, { "id": "ben", "name": "Ben" } ],
                  "stations": [ { "id": "one", "name": "One", "number": 1, "kind": "online", "capacity": 1 } ] }
                """));
        response.EnsureSuccessStatusCode();
        return id;
    }

    private static IEnumerable<string> Settings(string data)
    {
        yield return "--Urls=http://127.0.0.1:0";
        yield return "--Logging:LogLevel:Default=Warning";
        yield return $"--LiveClass:DataDirectory={data}";
        var keys = Scopes.All.Select(scope => (Name: $"only-{scope}", Key: KeyOf(scope), Scopes: scope, School: "school"))
            .Append((Name: "all", Key: AllKey, Scopes: string.Join(' ', Scopes.All), School: "school"))
            .Append((Name: "elsewhere", Key: ElsewhereKey, Scopes: string.Join(' ', Scopes.All), School: "other"));
        foreach (var (index, key) in keys.Index())
        {
            yield return $"--LiveClass:ApiKeys:{index}:Name={key.Name}";
            yield return $"--LiveClass:ApiKeys:{index}:Key={key.Key}";
            yield return $"--LiveClass:ApiKeys:{index}:Scopes={key.Scopes}";
            yield return $"--LiveClass:ApiKeys:{index}:School={key.School}";
        }
    }
}

/// <summary>Tests that share the running server.</summary>
[CollectionDefinition(Name)]
public sealed class ServerSuite : ICollectionFixture<RunningServer>
{
    /// <summary>The suite's name.</summary>
    public const string Name = "server";
}
