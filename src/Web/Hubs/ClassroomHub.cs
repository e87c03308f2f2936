using System.Text.Json;
using LiveClass.Web.Access;
using LiveClass.Web.Commands;
using LiveClass.Web.Ingest;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Web.Hubs;

/// <summary>The live connection of pages, devices and programs. Each method checks its right, makes one call and answers.</summary>
[Authorize(Policy = AccessPolicies.AnyCaller)]
internal sealed class ClassroomHub(HubWatching watching, EvidenceCalls deliveries, CommandDesk commands, LiveConnections connections, DeviceConnections devices) : Hub<IClassroomClient>
{
    /// <summary>Sends the newest view of a classroom, if it is newer than a version, and every change from then on.</summary>
    [Authorize(Policy = AccessPolicies.Watch)]
    public Task Watch(string classroom, long? sinceVersion, string view) =>
        watching.WatchAsync(Caller.Of(Context.User!), Context, classroom, sinceVersion, view);

    /// <summary>Ends that.</summary>
    [Authorize(Policy = AccessPolicies.Watch)]
    public Task Unwatch(string classroom) => watching.UnwatchAsync(Caller.Of(Context.User!), Context, classroom);

    /// <summary>Takes answers, and says what became of them as <c>POST /api/v1/evidence</c> does.</summary>
    /// <param name="evidence">The answers.</param>
    /// <param name="sentAt">The device's clock as it sends; null where answers carry no time.</param>
    /// <param name="waiting">How many answers a student's device still holds; a key is no device, so that it counts for none.</param>
    [Authorize(Policy = AccessPolicies.Submit)]
    [LimitedMethod(EntryKind.Evidence)]
    public Task<EvidenceAnswer> Submit(JsonElement evidence, string? sentAt, int? waiting) =>
        deliveries.SubmitAsync(Caller.Of(Context.User!), evidence, sentAt, waiting, Context.ConnectionAborted);

    /// <summary>Sends a command, and waits for its outcome as <c>POST …/commands</c> does.</summary>
    [Authorize(Policy = AccessPolicies.Command)]
    [LimitedMethod(EntryKind.Command)]
    public async Task<CommandAnswer> SubmitCommand(string classroom, JsonElement command)
    {
        var (answer, problem) = await commands.SendAsync(Caller.Of(Context.User!), classroom, command, Context.ConnectionAborted);
        return answer ?? throw HubProblem.Of(problem!);
    }

    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        connections.Add(Context);
        return devices.ConnectedAsync(Context);
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context);
        watching.Leave(Context);
        devices.Gone(Context);
        return Task.CompletedTask;
    }
}
