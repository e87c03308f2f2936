using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;
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

    /// <summary>Closes every connection of a key that was revoked.</summary>
    public async Task RevokeAsync(AdultKey key)
    {
        foreach (var connection in open.Values)
        {
            if (connection.User?.Identity is not KeyIdentity identity || identity.Caller.Actor.Key != key.Value) continue;
            await hub.Clients.Client(connection.ConnectionId).Revoked("key-revoked");
            connection.Abort();
        }
    }
}
