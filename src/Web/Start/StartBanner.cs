using LiveClass.Web.Access;
using LiveClass.Web.Demo;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using QRCoder;

namespace LiveClass.Web.Start;

/// <summary>
/// What the person who starts the server reads: where it is, and the link that signs in the first admin. Goes to standard output
/// only: logs are kept and shipped, and must not hold the link.
/// </summary>
internal static class StartBanner
{
    /// <summary>Prints once the server listens.</summary>
    public static void PrintWhenStarted(WebApplication app, LiveClassOptions options) =>
        app.Lifetime.ApplicationStarted.Register(() => Print(app, options, Console.Out));

    /// <summary>Prints where the server listens.</summary>
    internal static void Print(WebApplication app, LiveClassOptions options, TextWriter to)
    {
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.ToList() ?? [];
        if (listening.Count == 0) return;
        var here = Addresses.ForThisMachine(listening[0]);
        var first = app.Services.GetRequiredService<FirstAdmin>();
        to.WriteLine();
        to.WriteLine($"LiveClass listens at {string.Join(' ', listening.Select(Addresses.ForThisMachine).Distinct())}");
        to.WriteLine($"Data is kept in {options.DataDirectory}");
        to.WriteLine($"Sign in as admin (works once): {new Uri(here, $"/sign-in/first?code={first.Code}")}");
        DemoLines.PrintAsync(app.Services, here, to).GetAwaiter().GetResult();
        foreach (var weak in options.ApiKeys.Where(key => key.IsWeak))
            to.WriteLine($"The key of '{weak.Name}' in the settings is short enough to be guessed. Make a longer one: openssl rand -hex 24");
        if (options.Lan) PrintForTheRoom(listening[0], to);
        to.WriteLine();
        to.Flush();
    }

    private static void PrintForTheRoom(string listening, TextWriter to)
    {
        var room = Addresses.ForTheRoom(listening);
        if (room.Count == 0)
        {
            to.WriteLine("No network is up: devices in the room cannot reach this machine.");
            return;
        }

        Uri[] join = [.. room.Select(address => new Uri(address, "/student"))];
        to.WriteLine($"Students' devices in the room join at {string.Join(" or ", join.AsEnumerable())}");
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(join[0].ToString(), QRCodeGenerator.ECCLevel.M);
        using var code = new AsciiQRCode(data);
        to.WriteLine(code.GetGraphicSmall());
    }
}
