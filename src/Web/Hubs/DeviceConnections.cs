using LiveClass.Records.Joining;
using LiveClass.Web.Access;
using LiveClass.Web.Boards;
using LiveClass.Web.Joining;
using LiveClass.Web.Links;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Web.Hubs;

/// <summary>
/// The connections of students' devices and walls. Each keeps its classroom's board live, so that the end of the lesson is seen, and
/// counts as its student's link.
/// </summary>
internal sealed class DeviceConnections(BoardAudience boards, DeviceLinks links, LessonsNow lessons, IHubContext<ClassroomHub, IClassroomClient> hub)
{
    /// <summary>A connection has begun. One whose lesson ended on the way is told and closed.</summary>
    public async Task ConnectedAsync(HubCallerContext connection)
    {
        if (connection.User?.Identity is not DeviceIdentity { Token: { Kind: not DeviceTokenKind.Deliver } token }) return;
        await boards.JoinAsync(connection.ConnectionId, token.Classroom, connection.ConnectionAborted);
        if (await lessons.WhyEndedAsync(token, connection.ConnectionAborted) is { } why)
        {
            await hub.Clients.Client(connection.ConnectionId).Revoked(why);
            connection.Abort();
        }
        else if (token.Kind == DeviceTokenKind.Read)
        {
            links.Connected(token, connection.ConnectionId);
        }
    }

    /// <summary>A connection has ended.</summary>
    public void Gone(HubCallerContext connection)
    {
        if (connection.User?.Identity is DeviceIdentity { Token: { Kind: DeviceTokenKind.Read } token }) links.Gone(token, connection.ConnectionId);
    }
}
