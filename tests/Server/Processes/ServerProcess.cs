using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LiveClass.Tests.Server.Processes;

/// <summary>The real server as a process of its own, on loopback, over a data directory that outlives it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>A key with every scope.</summary>
    public const string Key = "key-of-the-tests-0123456789";

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);
    private readonly Process process;
    private readonly List<string> output = [];

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output) return string.Join('\n', output);
        }
    }

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts the server and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(string dataDirectory, int port, params (string Name, string Value)[] settings)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = dataDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LiveClass.Web.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address.ToString());
        start.Environment["LiveClass__DataDirectory"] = dataDirectory;
        start.Environment["LiveClass__Demo"] = "false";
        start.Environment["LiveClass__ApiKeys__0__Name"] = "tests";
        start.Environment["LiveClass__ApiKeys__0__Key"] = Key;
        start.Environment["LiveClass__ApiKeys__0__Scopes"] = "evidence:write boards:read commands:write roster:write records:read";
        foreach (var (name, value) in settings) start.Environment[name] = value;

        var server = new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException("The server did not start."), address);
        server.Listen();
        try
        {
            await server.ReadyAsync();
            return server;
        }
        catch (Exception)
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing is written, nobody is told.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager stops it; waits until it is gone.</summary>
    public async Task StopAsync()
    {
        if (process.HasExited) return;
        using var terminate = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await terminate.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (output) output.Add(line);
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < StartsWithin)
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended by itself with {process.ExitCode}:\n{Output}");
            try
            {
                using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (ready.IsSuccessStatusCode) return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        throw new TimeoutException($"The server was not ready within {StartsWithin}:\n{Output}");
    }
}
