using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveClass.Simulator.Http;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Simulator.Hub;

/// <summary>
/// One connection to <c>/hubs/classroom</c>. It does not reconnect by itself: <see cref="Closed"/> ends when the link does.
/// What the server calls arrives one call at a time; set the handlers before watching.
/// </summary>
public sealed class ClassroomHubClient : IAsyncDisposable
{
    // What is not one of ours (lists of items, JSON documents) is found by reflection.
    private static readonly JsonSerializerOptions Payloads = new(WireJson.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(WireJson.Default, new DefaultJsonTypeInfoResolver()),
    };

    private readonly HubConnection connection;
    private readonly TaskCompletionSource<Exception?> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ClassroomHubClient(HubConnection connection)
    {
        this.connection = connection;
        connection.KeepAliveInterval = TimeSpan.FromSeconds(3);
        connection.Closed += reason =>
        {
            closed.TrySetResult(reason);
            return Task.CompletedTask;
        };
        connection.On<JsonElement>("Snapshot", board => OnSnapshot?.Invoke(board));
        connection.On<JsonElement>("Delta", delta => OnDelta?.Invoke(delta));
        connection.On<JsonElement>("NextStep", step => OnNextStep?.Invoke(step));
        connection.On<JsonElement>("Rotation", rotation => OnRotation?.Invoke(rotation));
        connection.On<JsonElement>("Revoked", reason => OnRevoked?.Invoke(reason));
    }

    /// <summary>The whole view.</summary>
    public Action<JsonElement>? OnSnapshot { get; set; }

    /// <summary>A change of the view.</summary>
    public Action<JsonElement>? OnDelta { get; set; }

    /// <summary>A student's card.</summary>
    public Action<JsonElement>? OnNextStep { get; set; }

    /// <summary>The rotation's clock.</summary>
    public Action<JsonElement>? OnRotation { get; set; }

    /// <summary>The right to be here ended.</summary>
    public Action<JsonElement>? OnRevoked { get; set; }

    /// <summary>Ends when the link does, with the reason where it was not asked for.</summary>
    public Task<Exception?> Closed => closed.Task;

    /// <summary>Connects once.</summary>
    /// <param name="server">The server's http or https address.</param>
    /// <param name="key">An API key.</param>
    /// <param name="cancellation">Ends the try.</param>
    public static async Task<ClassroomHubClient> ConnectAsync(Uri server, string key, CancellationToken cancellation = default)
    {
        var address = new UriBuilder(new Uri(server, "hubs/classroom"));
        address.Scheme = string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketConnectionFactory(key));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(address.Uri));
        builder.Services.Configure<JsonHubProtocolOptions>(static options => options.PayloadSerializerOptions = Payloads);
        var client = new ClassroomHubClient(builder.Build());
        var started = false;
        try
        {
            await client.connection.StartAsync(cancellation);
            started = true;
            return client;
        }
        finally
        {
            if (!started) await client.DisposeAsync();
        }
    }

    /// <summary>Watches a classroom: a snapshot follows, or deltas from the version that is given.</summary>
    public Task WatchAsync(string classroom, long? sinceVersion = null, string view = "teacher", CancellationToken cancellation = default) =>
        connection.InvokeAsync("Watch", classroom, sinceVersion, view, cancellation);

    /// <summary>Watches it no more.</summary>
    public Task UnwatchAsync(string classroom, CancellationToken cancellation = default) =>
        connection.InvokeAsync("Unwatch", classroom, cancellation);

    /// <summary>Sends answers; the reply means durable.</summary>
    /// <param name="evidence">The answers.</param>
    /// <param name="sentAt">The device's clock, where answers carry <c>at</c>.</param>
    /// <param name="waiting">How many answers the device still holds.</param>
    /// <param name="cancellation">Stops waiting; what was sent may have been taken.</param>
    public Task<EvidenceReply> SubmitAsync(
        IReadOnlyList<EvidenceItem> evidence, DateTimeOffset? sentAt = null, int? waiting = null, CancellationToken cancellation = default) =>
        connection.InvokeAsync<EvidenceReply>("Submit", evidence, sentAt, waiting, cancellation);

    /// <summary>Sends a command.</summary>
    public Task<CommandReply> SubmitCommandAsync(string classroom, CommandBody command, CancellationToken cancellation = default) =>
        connection.InvokeAsync<CommandReply>("SubmitCommand", classroom, command, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
