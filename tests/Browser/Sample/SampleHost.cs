using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Access;
using LiveClass.Web.Screens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveClass.Tests.Browser.Sample;

/// <summary>The teacher's pages over boards that a test sets.</summary>
internal sealed class SampleHost : PageHost
{
    private readonly ConcurrentDictionary<string, BoardView> boards = new(StringComparer.Ordinal);
    private IHubContext<SampleHub> hub = null!;

    private SampleHost()
    {
    }

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
        var host = new SampleHost();
        await host.ServeAsync(port);
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

    /// <summary>Sets how students join; pages get it.</summary>
    public Task SetJoiningAsync(object joining)
    {
        Joining = joining;
        return hub.Clients.All.SendAsync("Joining", joining);
    }

    /// <summary>Sends a delta as it is.</summary>
    public Task SendAsync(DeltaView delta) => hub.Clients.Group(delta.Classroom).SendAsync("Delta", delta);

    /// <inheritdoc/>
    public override ValueTask<BoardView?> GetAsync(Caller caller, string classroomId, CancellationToken cancellation) =>
        ValueTask.FromResult(boards.GetValueOrDefault(classroomId));

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<ClassroomSummary>> ListAsync(Caller caller, CancellationToken cancellation) =>
        ValueTask.FromResult(Classrooms);

    /// <inheritdoc/>
    protected override void Add(IServiceCollection services)
    {
        services.AddAuthentication("Sample").AddScheme<AuthenticationSchemeOptions, EverybodyIsAdult>("Sample", null);
        services.AddAuthorization(options => options.AddPolicy(AccessPolicies.Adult, policy => policy.RequireAuthenticatedUser()));
        services.AddSingleton(this);
    }

    /// <inheritdoc/>
    protected override void Map(WebApplication app)
    {
        app.MapGet("/api/v1/classrooms/{id}/history", (string id, string student) => Results.Json(SampleHistory.Of(student)));
        app.MapGet("/api/v1/classrooms/{id}/notes", () => Results.Json(new { Notes }));
        app.MapPost("/api/v1/classrooms/{id}/joining/admit", () => Results.Json(Joining = new { classroom = "demo-6a", lesson = "l1", code = "KITE-27", waiting = Array.Empty<object>(), joined = Array.Empty<string>() }));
        app.MapGet("/health/ready", () => Results.Json(new { Ready, Code = Ready ? "" : "log", Detail = Ready ? "" : "The disk is full." }, statusCode: Ready ? 200 : 503));
        app.MapHub<SampleHub>("/hubs/classroom");
        hub = app.Services.GetRequiredService<IHubContext<SampleHub>>();
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
