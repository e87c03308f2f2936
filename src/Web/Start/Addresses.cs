using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace LiveClass.Web.Start;

/// <summary>Where the server listens, and how people in the room reach it.</summary>
internal static class Addresses
{
    /// <summary>Where it listens where no setting says so.</summary>
    public const string Default = "http://localhost:5080";

    /// <summary>The addresses to listen on: those of the settings, on every address of the machine where <c>Lan</c> says so, as HTTPS with a certificate.</summary>
    public static string[] ToListen(string? urls, LiveClassOptions options) =>
        [.. (string.IsNullOrWhiteSpace(urls) ? Default : urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => ToListen(BindingAddress.Parse(url), options)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What to write into a browser on this machine for an address that is listened on.</summary>
    public static Uri ForThisMachine(string listening)
    {
        var at = BindingAddress.Parse(listening);
        return new UriBuilder(at.Scheme, at.Host is "+" or "*" or "[::]" or "0.0.0.0" ? "localhost" : at.Host, at.Port).Uri;
    }

    /// <summary>What to write into a browser in the room: the machine's own addresses in its networks.</summary>
    public static IReadOnlyList<Uri> ForTheRoom(string listening)
    {
        var at = BindingAddress.Parse(listening);
        return [.. OwnAddresses().Select(own => new UriBuilder(at.Scheme, own.ToString(), at.Port).Uri)];
    }

    private static string ToListen(BindingAddress url, LiveClassOptions options) =>
        $"{(options.Certificate is null ? url.Scheme : "https")}://{(options.Lan ? "*" : url.Host)}:{url.Port}";

    private static IEnumerable<IPAddress> OwnAddresses() =>
        from network in NetworkInterface.GetAllNetworkInterfaces()
        where network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback
        from address in network.GetIPProperties().UnicastAddresses
        where address.Address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address.Address)
        select address.Address;
}
