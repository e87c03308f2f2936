namespace LiveClass.Web.Demo.Play;

/// <summary>How the demo's students reach the server that they live in.</summary>
internal static class DemoHttp
{
    /// <summary>A client of an address, without keys or cookies.</summary>
    public static HttpClient To(Uri server) => new(
        new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 8 }, disposeHandler: true)
    {
        BaseAddress = server,
        Timeout = TimeSpan.FromSeconds(15),
    };
}
