using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveClass.Bench.Serving;

/// <summary>
/// The bare front: takes what the server takes, by the same two ways, reads every token of it, does nothing and answers alike. Runs as
/// a child process of a measurement.
/// </summary>
internal static class Front
{
    private const string Name = "front";
    private const string RelayOption = "--relay";

    /// <summary>Starts it, with the memory settings of the server.</summary>
    /// <param name="relay">True where its hub sends answers on to who watches their classroom.</param>
    public static Task<ChildProcess> StartAsync(bool relay = false) =>
        ChildProcess.StartAsync("LiveClass.bench.dll", "/ready", relay ? [Name, RelayOption] : [Name], ("DOTNET_gcServer", "1"));

    /// <summary>The hidden command that is the child.</summary>
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Required = true };
        var relay = new Option<bool>(RelayOption);
        var command = new Command(Name, "The bare front of a measurement.") { urls, relay };
        command.Hidden = true;
        command.SetAction((result, stop) => RunAsync(result.GetRequiredValue(urls), result.GetValue(relay), stop));
        return command;
    }

    private static async Task RunAsync(string urls, bool relay, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", urls]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 2 * 1024 * 1024);
        await using var app = builder.Build();
        app.MapGet("/ready", () => Results.Ok());
        app.MapPost("/api/v1/evidence", PostAsync);
        if (relay) app.MapHub<RelayHub>("/hubs/classroom");
        else app.MapHub<FrontHub>("/hubs/classroom");
        await app.StartAsync(stop);
        await app.WaitForShutdownAsync(stop);
    }

    private static async Task PostAsync(HttpContext context)
    {
        var length = (int)(context.Request.ContentLength ?? 0);
        var body = System.Buffers.ArrayPool<byte>.Shared.Rent(length);
        await context.Request.Body.ReadExactlyAsync(body.AsMemory(0, length), context.RequestAborted);
        var answer = JsonSerializer.SerializeToUtf8Bytes(new FrontAnswer(CountItems(body.AsSpan(0, length)), 0, []), JsonSerializerOptions.Web);
        System.Buffers.ArrayPool<byte>.Shared.Return(body);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    /// <summary>Reads every token; gives how many objects the array holds.</summary>
    public static int CountItems(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var items = 0;
        while (reader.Read())
            if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 1) items++;
        return items;
    }
}

/// <summary>What the front answers: as the server does.</summary>
internal sealed record FrontAnswer(int Accepted, int Duplicates, string[] Rejected);

/// <summary>The front's hub: as the server's, without rights, without work.</summary>
internal sealed class FrontHub : Hub
{
    public FrontAnswer Submit(JsonElement evidence, string? sentAt, int? waiting) =>
        new(Front.CountItems(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(evidence)), 0, []);
}

/// <summary>The bare relay: what a device sends goes to the screens of its classroom, and nothing else happens.</summary>
internal sealed class RelayHub : Hub
{
    public Task Watch(string classroom, long? sinceVersion, string view) => Groups.AddToGroupAsync(Context.ConnectionId, classroom);

    public async Task<FrontAnswer> Submit(JsonElement evidence, string? sentAt, int? waiting)
    {
        await Clients.Group(evidence[0].GetProperty("classroom").GetString()!).SendAsync("Delta", evidence);
        return new FrontAnswer(evidence.GetArrayLength(), 0, []);
    }
}
