using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Access;
using LiveClass.Web.Screens;
using LiveClass.Web.Words;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveClass.Tests.Browser.Sample;

/// <summary>
/// The real pages, scripts and styles over boards that a test sets, with a hub that sends what changed: for what cannot be brought
/// about at will in a whole server.
/// </summary>
internal sealed class SampleHost : IAsyncDisposable, IBoardSource
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

    private readonly ConcurrentDictionary<string, BoardView> boards = new(StringComparer.Ordinal);
    private readonly WebApplication server;
    private IHubContext<SampleHub> hub = null!;

    private SampleHost(WebApplication server) => this.server = server;

    public string Address => server.Urls.First();

    /// <summary>Commands that pages sent, oldest first.</summary>
    public ConcurrentQueue<JsonElement> Commands { get; } = new();

    /// <summary>How often pages asked for what is newer, and since which version.</summary>
    public ConcurrentQueue<long> Watches { get; } = new();

    public IReadOnlyList<ClassroomSummary> Classrooms { get; set; } = [];

    /// <summary>How students join; null where the server says nothing of it.</summary>
    public object? Joining { get; set; }

    /// <summary>Why a command of a type is refused.</summary>
    public ConcurrentDictionary<string, string> Refusals { get; } = new([new("eyesUp", "no-lesson")]);

    /// <summary>Notes that pages find.</summary>
    public ConcurrentQueue<object> Notes { get; } = new();

    /// <summary>False while it says that it cannot keep answers.</summary>
    public bool Ready { get; set; } = true;

    public static async Task<SampleHost> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRazorComponents();
        builder.AddWords();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSignalR(options =>
        {
            options.KeepAliveInterval = TimeSpan.FromSeconds(2);
            options.EnableDetailedErrors = true;
        })
            .AddJsonProtocol(json => json.PayloadSerializerOptions.TypeInfoResolver =
                JsonTypeInfoResolver.Combine(ViewJson.Default, new DefaultJsonTypeInfoResolver()));
        builder.Services.AddAuthentication("Sample").AddScheme<AuthenticationSchemeOptions, EverybodyIsAdult>("Sample", null);
        builder.Services.AddAuthorization(options => options.AddPolicy(AccessPolicies.Adult, policy => policy.RequireAuthenticatedUser()));
        SampleHost? host = null;
        builder.Services.AddSingleton<IBoardSource>(_ => host!);
        builder.Services.AddSingleton(_ => host!);

        var app = builder.Build();
        host = new SampleHost(app);
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(Repository.Root, "src", "Web", "wwwroot")) });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapPages();
        app.MapGet("/api/v1/classrooms/{id}/history", (string id, string student) => Results.Json(SampleHistory.Of(student)));
        app.MapGet("/api/v1/classrooms/{id}/notes", () => Results.Json(new { host.Notes }));
        app.MapPost("/api/v1/classrooms/{id}/joining/admit", () => Results.Json(host.Joining = new { classroom = "demo-6a", lesson = "l1", code = "KITE-27", waiting = Array.Empty<object>(), joined = Array.Empty<string>() }));
        app.MapGet("/health/ready", () => Results.Json(new { host.Ready, Detail = host.Ready ? "" : "The disk is full." }, statusCode: host.Ready ? 200 : 503));
        app.MapHub<SampleHub>("/hubs/classroom");
        host.hub = app.Services.GetRequiredService<IHubContext<SampleHub>>();
        await app.StartAsync();
        return host;
    }

    /// <summary>Sets a board; its pages get what changed.</summary>
    public async Task SetAsync(BoardView board)
    {
        boards.TryGetValue(board.Classroom, out var before);
        boards[board.Classroom] = board;
        if (before is not null && BoardDiff.Between(before, board) is { } delta) await SendAsync(delta);
    }

    /// <summary>Sets a board; no page is told.</summary>
    public void SetSilently(BoardView board) => boards[board.Classroom] = board;

    /// <summary>Sends a delta as it is.</summary>
    public Task SendAsync(DeltaView delta) => hub.Clients.Group(delta.Classroom).SendAsync("Delta", delta);

    public ValueTask<BoardView?> GetAsync(Caller caller, string classroomId, CancellationToken cancellation) =>
        ValueTask.FromResult(boards.GetValueOrDefault(classroomId));

    public ValueTask<IReadOnlyList<ClassroomSummary>> ListAsync(Caller caller, CancellationToken cancellation) =>
        ValueTask.FromResult(Classrooms);

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

    private sealed class EverybodyIsAdult(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var identity = new ClaimsIdentity([new Claim(ClaimNames.School, "1"), new Claim(ClaimNames.SchoolId, "school"), new Claim(ClaimNames.Adult, "1"), new Claim(ClaimNames.Role, "Teacher")], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }

    internal sealed class SampleHub(SampleHost host) : Hub
    {
        public async Task Watch(string classroom, long? sinceVersion, string view)
        {
            host.Watches.Enqueue(sinceVersion ?? -1);
            await Groups.AddToGroupAsync(Context.ConnectionId, classroom);
            var board = host.boards.GetValueOrDefault(classroom) ?? throw new HubException("There is no such classroom.");
            if (board.Version != sinceVersion) await Clients.Caller.SendAsync("Snapshot", board);
            if (host.Joining is { } joining) await Clients.Caller.SendAsync("Joining", joining);
        }

        public object SubmitCommand(string classroom, JsonElement command)
        {
            host.Commands.Enqueue(command);
            return host.Refusals.TryGetValue(command.GetProperty("type").GetString()!, out var code)
                ? new { outcome = "refused", code, detail = "The server says why.", decision = (string?)null }
                : new { outcome = "accepted", code = "", detail = "", decision = (string?)$"{host.Commands.Count}" };
        }
    }
}
