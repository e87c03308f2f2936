using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LiveClass.Bench.Measuring;

namespace LiveClass.Bench.Serving;

/// <summary>A server as a process of its own on loopback, so that its processor time is its own.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int KeptLines = 200;
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(180);
    private readonly Process process;
    private readonly Queue<string> output = new();

    private ChildProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>From the moment it was started until it said that it is ready.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>What it has used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts one of this folder's programs and waits until a path of it answers with success.</summary>
    public static async Task<ChildProcess> StartAsync(
        string program, string readyPath, string[] arguments, params (string Name, string Value)[] settings)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address.ToString());
        foreach (var (name, value) in settings) start.Environment[name] = value;

        var begun = Stopwatch.GetTimestamp();
        var child = new ChildProcess(Process.Start(start) ?? throw new BenchFailureException($"{program} did not start."), address);
        child.Listen();
        try
        {
            await child.ReadyAsync(readyPath, begun);
            return child;
        }
        catch (Exception)
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing is written, nobody is told.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM; waits until it has written everything and is gone.</summary>
    public async Task StopAsync()
    {
        if (process.HasExited) return;
        using var terminate = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await terminate.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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
        lock (output)
        {
            output.Enqueue(line);
            if (output.Count > KeptLines) output.Dequeue();
        }
    }

    private async Task ReadyAsync(string path, long begun)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        while (Stopwatch.GetElapsedTime(begun) < StartsWithin)
        {
            if (process.HasExited) throw new BenchFailureException($"The server ended by itself with {process.ExitCode}:\n{Output()}");
            try
            {
                using var ready = await http.GetAsync(new Uri(path, UriKind.Relative));
                ReadyAfter = Stopwatch.GetElapsedTime(begun);
                if (ready.IsSuccessStatusCode) return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        throw new BenchFailureException($"The server was not ready within {StartsWithin}:\n{Output()}");
    }

    private string Output()
    {
        lock (output) return string.Join('\n', output);
    }
}
