using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LiveClass.Tests.Browser.Real;

/// <summary>
/// The server as people run it: its own process, not in Development, on a port that stays, with a data directory that stays. One for a
/// class of tests, each with its own <see cref="Room"/>; a test that needs an empty server, or one to kill, starts its own.
/// </summary>
public sealed partial class RealServer : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>The first admin's password.</summary>
    public const string Password = "four words in a row";

    private const string Key = "browser-0123456789abcdef0123456789";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string data = Path.Combine(Path.GetTempPath(), $"liveclass-browser-{Guid.NewGuid():N}");
    private readonly int port = FreePort();
    private readonly HttpClient client;
    private readonly string[] settings;
    private IReadOnlyList<BrowserContextCookiesResult> signedIn = [];
    private Process? process;
    private string link = "";
    private int rooms;

    /// <summary>A server that has not started.</summary>
    public RealServer()
        : this([])
    {
    }

    private RealServer(string[] settings)
    {
        this.settings = settings;
        client = new HttpClient { BaseAddress = new Uri(Address), DefaultRequestHeaders = { Authorization = new("Bearer", Key) } };
    }

    /// <summary>Where it listens.</summary>
    public string Address => $"http://127.0.0.1:{port}";

    /// <summary>A server of one test's own, with settings such as <c>LiveClass__Demo=true</c>.</summary>
    public static async Task<RealServer> StartedAsync(params string[] settings)
    {
        var server = new RealServer(settings);
        await server.StartAsync();
        return server;
    }

    /// <inheritdoc/>
    public Task InitializeAsync() => StartAsync();

    /// <summary>Starts the process and waits until it listens.</summary>
    public async Task StartAsync()
    {
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            lock (said) said.Add(line.Data ?? "");
            if (SignInLink().Match(line.Data ?? "") is not { Success: true } match) return;
            link = match.Value;
            listens.TrySetResult();
        };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (said) said.Add(line.Data ?? "");
        };
        process.Exited += (_, _) =>
        {
            lock (said) listens.TrySetException(new InvalidOperationException($"The server ended: {string.Join('\n', said)}"));
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listens.Task.WaitAsync(Patience);
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>The link that lets the first admin in, as the server printed it.</summary>
    public string FirstLink => link;

    /// <summary>Signs a page in: the first with the link that the server printed, the next as that person.</summary>
    public async Task SignInAsync(IPage page)
    {
        if (signedIn.Count > 0)
        {
            await page.Context.AddCookiesAsync(signedIn.Select(one => new Microsoft.Playwright.Cookie { Name = one.Name, Value = one.Value, Url = Address }));
            await page.GotoAsync(Address);
        }
        else
        {
            await page.GotoAsync(link);
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ms Ito");
            await page.GetByLabel("Name to sign in with").FillAsync("ito");
            await page.GetByLabel("New password").FillAsync(Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Classrooms" })).ToBeVisibleAsync();
        signedIn = await page.Context.CookiesAsync();
    }

    /// <summary>A classroom that no other test uses, with two skills and these students; not made yet where there are none.</summary>
    public async Task<Room> RoomAsync(params string[] students)
    {
        var room = new Room(this, client, $"{++rooms + 5}a");
        if (students.Length > 0) await room.PutAsync(students);
        return room;
    }

    /// <summary>The id of a student: the name in small letters, its first word where it has several.</summary>
    public static string IdOf(string name) =>
        string.Concat(name.Split(' ')[0].ToLowerInvariant().Where(char.IsAsciiLetter));

    /// <summary>Makes a built-in item of a skill, such as <c>liveclass:k11a/2</c>.</summary>
    public async Task PutItemAsync(string id, string skill, string url)
    {
        using var response = await client.PutAsJsonAsync("/api/v1/items", new { items = new[] { new { id, skills = new[] { skill }, kind = "practice", url } } });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is not null) await KillAsync();
        client.Dispose();
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private ProcessStartInfo Command()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LiveClass.Web.dll"));
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment["Urls"] = Address;
        start.Environment["LiveClass__DataDirectory"] = data;
        start.Environment["LiveClass__ApiKeys__0__Name"] = "browser-tests";
        start.Environment["LiveClass__ApiKeys__0__Key"] = Key;
        start.Environment["LiveClass__ApiKeys__0__Scopes"] = "evidence:write boards:read commands:write roster:write records:read";
        foreach (var setting in settings) start.Environment[setting.Split('=')[0]] = setting.Split('=')[1];
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://\S+/sign-in/first\?code=\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignInLink();
}
