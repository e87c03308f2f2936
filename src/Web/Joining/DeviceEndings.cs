using LiveClass.Records.Joining;
using LiveClass.Web.Hubs;
using LiveClass.Web.Links;

namespace LiveClass.Web.Joining;

/// <summary>Says goodbye to devices whose tokens have ended: their connections hear why, and their students have no link that could be lost.</summary>
internal sealed class DeviceEndings(LiveConnections connections, DeviceLinks links)
{
    /// <summary>Tells the devices of some tokens, each its reason.</summary>
    public async Task TellAsync(IEnumerable<DeviceToken> ended, string? reason = null)
    {
        foreach (var token in ended)
        {
            links.Forget(token.Classroom, token.Student);
            await connections.RevokeAsync(token.Number, reason ?? token.Reason ?? TokenEnds.Removed);
        }
    }
}
