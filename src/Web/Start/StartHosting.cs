using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using LiveClass.Engine;
using LiveClass.Web.Problems;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LiveClass.Web.Start;

/// <summary>The process: settings, clock, listening, limits of every connection.</summary>
internal static class StartHosting
{
    /// <summary>The largest body that any route takes; evidence takes less.</summary>
    public const long MaxBody = 8 * 1024 * 1024;

    /// <summary>Reads the settings and sets up listening.</summary>
    public static LiveClassOptions AddStart(this WebApplicationBuilder builder)
    {
        Settings.AddOwnFile(builder);
        var options = Settings.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(Scheduling.Default);
        builder.Services.AddSingleton(Scheduling.Default.Time);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.MaxDepth = 32;
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.WebHost.UseUrls(Addresses.ToListen(builder.Configuration["Urls"], options));
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, options));
        return options;
    }

    /// <summary>Comes first in the way of a request.</summary>
    public static void UseStart(this WebApplication app)
    {
        app.UseProblems();
        StartBanner.PrintWhenStarted(app, app.Services.GetRequiredService<LiveClassOptions>());
    }

    private static void Limit(KestrelServerOptions kestrel, LiveClassOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.MaxConcurrentConnections = 20_000;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 20_000;
        if (options.Certificate is not { } files) return;
        var certificate = X509Certificate2.CreateFromPemFile(files.Pem, files.Key ?? files.Pem);
        kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
    }
}
