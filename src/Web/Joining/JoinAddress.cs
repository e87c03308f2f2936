using LiveClass.Web.Start;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LiveClass.Web.Joining;

/// <summary>Where devices in the room find this server: as whoever asks found it, unless that is this machine's own name for itself.</summary>
internal sealed class JoinAddress(IServer server, LiveClassOptions options)
{
    /// <summary>A path's address for devices in the room.</summary>
    public Uri Of(HttpRequest request, string path)
    {
        var here = new Uri($"{request.Scheme}://{request.Host}");
        if (!here.IsLoopback || !options.Lan) return new Uri(here, path);
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return new Uri(listening is not null && Addresses.ForTheRoom(listening) is [var room, ..] ? room : here, path);
    }
}
