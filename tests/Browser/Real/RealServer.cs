using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LiveClass.Tests.Browser.Real;

/// <summary>The server as people run it: its own process, not in Development, on a port that stays, with a data directory that stays.</summary>
internal sealed partial class RealServer : IAsyncDisposable
{
    /// <summary>The first admin's password.</summary>
    public const string Password = "four words in a row";

    private const string Key = "browser-0123456789abcdef0123456789";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string data = Path.Combine(Path.GetTempPath(), $"liveclass-browser-{Guid.NewGuid():N}");
    private readonly int port = FreePort();
    private readonly HttpClient client;
    private Process? process;
    private string link = "";
    private long sequence;

    private RealServer() => client = new HttpClient { BaseAddress = new Uri(Address), DefaultRequestHeaders = { Authorization = new("Bearer", Key) } };

    public string Address => $"http://127.0.0.1:{port}";

    public static async Task<RealServer> StartedAsync()
    {
        var server = new RealServer();
        await server.StartAsync();
        return server;
    }

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

    /// <summary>Signs a page in with the link that the server printed.</summary>
    public async Task SignInAsync(IPage page)
    {
        await page.GotoAsync(link);
        if (await page.GetByLabel("New password").CountAsync() > 0)
        {
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ms Ito");
            await page.GetByLabel("Name to sign in with").FillAsync("ito");
            await page.GetByLabel("New password").FillAsync(Password);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Classrooms" })).ToBeVisibleAsync();
    }

    /// <summary>Makes a classroom 6a with two skills and these students, or brings it to that.</summary>
    public async Task PutClassroomAsync(params string[] students)
    {
        using var response = await client.PutAsJsonAsync("/api/v1/classrooms/6a", new
        {
            name = "6a",
            skills = new[] { new { id = "k11", name = "Add unlike" }, new { id = "k16", name = "Ratios in words" } },
            students = students.Select(name => new { id = IdOf(name), name }),
            stations = new[] { new { id = "online", name = "Online", number = 1, kind = "online", capacity = 12 } },
        });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The id of a student: the name in small letters, its first word where it has several.</summary>
    public static string IdOf(string name) =>
        string.Concat(name.Split(' ')[0].ToLowerInvariant().Where(char.IsAsciiLetter));

    /// <summary>What an adult does about joining, which must be done.</summary>
    public async Task JoiningAsync(string what, object body)
    {
        using var sent = await client.PostAsJsonAsync($"/api/v1/classrooms/6a/joining/{what}", body);
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
    }

    /// <summary>Makes a classroom 6a in whose names there is no letter.</summary>
    public async Task PutNamelessClassroomAsync()
    {
        using var response = await client.PutAsJsonAsync("/api/v1/classrooms/6a", new
        {
            name = "6",
            skills = new[] { new { id = "k11", name = "11" }, new { id = "k16", name = "16" } },
            students = Enumerable.Range(1, 30).Select(i => new { id = $"{i}", name = $"{i} {i}" }),
            stations = new[] { new { id = "online", name = "2", number = 1, kind = "online", capacity = 12 } },
        });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Makes a built-in item of a skill, such as <c>liveclass:k11a/2</c>.</summary>
    public async Task PutItemAsync(string id, string skill, string url)
    {
        using var response = await client.PutAsJsonAsync("/api/v1/items", new { items = new[] { new { id, skills = new[] { skill }, kind = "practice", url } } });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>How students join the lesson that runs: its code to type, and the one in its link.</summary>
    public async Task<(string Typed, string Link)> CodesAsync()
    {
        var joining = await client.GetFromJsonAsync<JsonElement>("/api/v1/classrooms/6a/joining");
        return (joining.GetProperty("code").GetString()!, joining.GetProperty("link").GetString()!);
    }

    /// <summary>Admits every device that waits.</summary>
    public async Task AdmitAsync()
    {
        using var response = await client.PostAsJsonAsync("/api/v1/classrooms/6a/joining/admit", new { });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>A student's line of the teacher's board.</summary>
    public async Task<JsonElement> LineAsync(string student)
    {
        var board = await client.GetFromJsonAsync<JsonElement>("/api/v1/classrooms/6a/board");
        return board.GetProperty("students").EnumerateArray().Single(line => line.GetProperty("id").GetString() == student);
    }

    /// <summary>Sends one answer of a student; it counts when this returns.</summary>
    public async Task AnswerAsync(string student, double score, string skill = "k11", string response = "5/7")
    {
        var answer = new
        {
            source = "browser.9f2c41d07a3be588",
            sequence = ++sequence,
            classroom = "6a",
            student,
            item = $"i{sequence}",
            skills = new[] { skill },
            score,
            kind = "practice",
            attempt = 1,
            response,
        };
        using var sent = await client.PostAsJsonAsync("/api/v1/evidence", new[] { answer });
        var body = await sent.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, body.GetProperty("accepted").GetInt32());
    }

    /// <summary>Sends a command, which must be accepted.</summary>
    public async Task CommandAsync(object command)
    {
        using var sent = await client.PostAsJsonAsync("/api/v1/classrooms/6a/commands", command);
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await KillAsync();
        client.Dispose();
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }

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
