using System.Text.Json.Serialization.Metadata;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Access;
using LiveClass.Web.Screens;
using LiveClass.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace LiveClass.Tests.Browser.Sample;

/// <summary>
/// The real pages, scripts and styles in front of what a test sets, with a hub that sends what changed: for what cannot be brought
/// about at will in a whole server.
/// </summary>
internal abstract class PageHost : IAsyncDisposable, IBoardSource
{
    private WebApplication server = null!;

    /// <summary>Where it listens.</summary>
    public string Address => server.Urls.First();

    /// <summary>What the host's hub sends through.</summary>
    protected IServiceProvider Services => server.Services;

    /// <inheritdoc/>
    public abstract ValueTask<BoardView?> GetAsync(Caller caller, string classroomId, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract ValueTask<IReadOnlyList<ClassroomSummary>> ListAsync(Caller caller, CancellationToken cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        try
        {
            await server.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
            // Pages are still connected; they are cut off.
        }

        await server.DisposeAsync();
    }

    /// <summary>Starts the pages and what this host puts behind them.</summary>
    protected async Task ServeAsync(int port)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRazorComponents();
        builder.AddWords();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSignalR(options => options.KeepAliveInterval = TimeSpan.FromSeconds(2)).AddJsonProtocol(json =>
            json.PayloadSerializerOptions.TypeInfoResolver = JsonTypeInfoResolver.Combine(ViewJson.Default, new DefaultJsonTypeInfoResolver()));
        builder.Services.AddSingleton<IBoardSource>(this);
        Add(builder.Services);

        server = builder.Build();
        server.Use(GuardAsync);
        server.Use(ContentPolicy.InvokeAsync);
        server.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(Repository.Root, "src", "Web", "wwwroot")) });
        server.UseRouting();
        server.UseAuthentication();
        server.UseAuthorization();
        server.UseAntiforgery();
        server.MapPages();
        Map(server);
        await server.StartAsync();
    }

    /// <summary>Adds what this host's calls need, with who may see the pages.</summary>
    protected abstract void Add(IServiceCollection services);

    /// <summary>Maps the hub and the calls that pages make.</summary>
    protected abstract void Map(WebApplication app);

    /// <summary>Before anything else of a request: a network that is gone lets none through.</summary>
    protected virtual Task GuardAsync(HttpContext context, RequestDelegate next) => next(context);
}
