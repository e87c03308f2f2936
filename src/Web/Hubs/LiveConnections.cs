using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Principal;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Joining;
using LiveClass.Web.Access;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Web.Hubs;

/// <summary>The open connections, so that one whose right has ended is closed at once.</summary>
internal sealed class LiveConnections(IHubContext<ClassroomHub, IClassroomClient> hub)
{
    private readonly ConcurrentDictionary<string, HubCallerContext> open = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => open.Count;

    /// <summary>One has come.</summary>
    public void Add(HubCallerContext connection) => open[connection.ConnectionId] = connection;

    /// <summary>One has gone.</summary>
    public void Remove(HubCallerContext connection) => open.TryRemove(connection.ConnectionId, out _);

    /// <summary>Closes every connection of a key, or of an adult, whose right has ended or become smaller. Who connects again gets what is left.</summary>
    public Task RevokeAsync(AdultKey caller, string reason) => RevokeAsync(identity => KeyOf(identity) == caller.Value, reason);

    /// <summary>Closes every connection of a device's token.</summary>
    public Task RevokeAsync(int token, string reason) =>
        RevokeAsync(identity => identity is DeviceIdentity device && device.Token.Number == token, reason);

    /// <summary>Closes every connection that a lesson's end ends: all of its devices and walls, but for outboxes.</summary>
    public Task RevokeLessonAsync(ClassroomKey classroom, string reason) => RevokeAsync(
        identity => identity is DeviceIdentity device && device.Token.Classroom == classroom && device.Token.Kind != DeviceTokenKind.Deliver, reason);

    private async Task RevokeAsync(Func<IIdentity?, bool> whose, string reason)
    {
        foreach (var connection in open.Values)
        {
            if (!whose(connection.User?.Identity)) continue;
            await hub.Clients.Client(connection.ConnectionId).Revoked(reason);
            connection.Abort();
        }
    }

    // Keys and adults are numbered together.
    private static int? KeyOf(IIdentity? identity) => identity switch
    {
        KeyIdentity key => key.Caller.Actor.Key,
        ClaimsIdentity adult when adult.FindFirst(ClaimNames.Adult) is { } key => int.Parse(key.Value),
        _ => null,
    };
}
