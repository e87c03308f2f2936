using LiveClass.Web.Access;
using LiveClass.Web.Boards;
using LiveClass.Web.Ingest;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Web.Hubs;

/// <summary>The hub.</summary>
internal static class HubsHosting
{
    private const int RoomForTheCall = 16 * 1024;

    /// <summary>Adds the hub and what sends to it.</summary>
    public static void AddHubs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ClassroomAudiences>();
        services.AddSingleton<IBoardSink>(provider => provider.GetRequiredService<ClassroomAudiences>());
        services.AddSingleton<HubWatching>();
        services.AddSingleton<EvidenceCalls>();
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<DeviceConnections>();
        services.AddSingleton<HubGuard>();
        services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = TimeSpan.FromSeconds(3);
            hub.HandshakeTimeout = TimeSpan.FromSeconds(10);
            hub.MaximumReceiveMessageSize = EvidenceBatch.MaxBytes + RoomForTheCall;
            hub.MaximumParallelInvocationsPerClient = 4;
            hub.EnableDetailedErrors = false;
            hub.AddFilter<HubGuard>();
        });
    }

    /// <summary>Maps it, for WebSockets alone.</summary>
    public static void MapHubs(this WebApplication app) =>
        app.MapHub<ClassroomHub>("/hubs/classroom", connection =>
        {
            connection.Transports = HttpTransportType.WebSockets;
            connection.CloseOnAuthenticationExpiration = true;
        }).RequireAuthorization(AccessPolicies.AnyCaller);
}
