using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LiveClass.Tests.Server.Running;
using LiveClass.Web.Access;
using LiveClass.Web.Start;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Server.Start;

public sealed class ListeningTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("liveclass-listening-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_certificate_serves_HTTPS_on_the_same_port()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var pem = Path.Combine(folder.FullName, "both.pem");
        await File.WriteAllTextAsync(pem, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        var server = new RunningServer(Path.Combine(folder.FullName, "data"), $"--LiveClass:Certificate:Pem={pem}");
        await server.InitializeAsync();

        var seen = "";
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => (seen = shown?.Subject ?? "").Length > 0;
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        using var response = await client.GetAsync("/health/live");

        Assert.Equal(("https", HttpStatusCode.OK, "CN=localhost"), (server.Address.Scheme, response.StatusCode, seen));
        await server.DisposeAsync();
    }

    [Fact]
    public async Task The_start_prints_where_it_is_who_may_sign_in_and_which_key_is_weak()
    {
        var server = new RunningServer(Path.Combine(folder.FullName, "data"), "--LiveClass:ApiKeys:0:Key=weak");
        await server.InitializeAsync();
        using var printed = new StringWriter();

        StartBanner.Print(server.Application, server.Services.GetRequiredService<LiveClassOptions>(), printed);

        var text = printed.ToString();
        Assert.Contains($"LiveClass listens at {server.Address}", text, StringComparison.Ordinal);
        Assert.Contains($"/sign-in/first?code={server.Services.GetRequiredService<FirstAdmin>().Code}", text, StringComparison.Ordinal);
        Assert.Contains($"The key of 'only-{Scopes.All[0]}' in the settings is short", text, StringComparison.Ordinal);
        Assert.DoesNotContain("weak", text.Replace("'weak'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await server.DisposeAsync();
    }

    [Fact]
    public async Task For_the_room_it_prints_an_address_of_the_machine_with_its_code()
    {
        var server = new RunningServer(Path.Combine(folder.FullName, "data"));
        await server.InitializeAsync();
        using var printed = new StringWriter();

        StartBanner.Print(server.Application, new LiveClassOptions { Lan = true, DataDirectory = "data" }, printed);

        var text = printed.ToString();
        var room = Addresses.ForTheRoom(server.Address.ToString());
        if (room.Count == 0) Assert.Contains("No network is up", text, StringComparison.Ordinal);
        else Assert.Matches($@"{room[0]}[\s\S]*[█▀▄]{{10}}", text);
        await server.DisposeAsync();
    }
}
