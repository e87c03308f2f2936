using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Tests.Browser.Sample;
using LiveClass.Web.Access;
using LiveClass.Web.Screens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Browser.Student;

/// <summary>
/// The student's page against a lesson that a test sets: every card, every answer type, a network that goes
/// and comes back, for what cannot be brought about at will in a whole server. It counts answers as the server does: by source and number.
/// </summary>
internal sealed class StudentHost : PageHost
{
    public const string Code = "KITE-27";

    private readonly ConcurrentDictionary<string, StudentBoardView> views = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Student, string Source)> tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> ended = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HubCallerContext> connections = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private IHubContext<LessonHub> hub = null!;

    private StudentHost()
    {
    }

    public string Page => Address + ScreenPaths.Student;

    /// <summary>Who is on the roster: id and name.</summary>
    public List<(string Id, string Name)> Roster { get; } = [("ana", "Ana"), ("ben", "Ben"), ("zoe", "Zoë")];

    /// <summary>The items that are practised beside the card's own.</summary>
    public List<(string Skill, string Item)> Ahead { get; } = [];

    /// <summary>True while devices wait to be admitted.</summary>
    public bool Lobby { get; set; }

    /// <summary>True while no call gets through: the network is gone.</summary>
    public bool Gone { get; private set; }

    /// <summary>True while answers are not taken: the rest works.</summary>
    public bool TakesNothing { get; set; }

    /// <summary>Answers that counted, in the order in which they did.</summary>
    public List<(string Student, string Source, int Sequence, string Item, string Response)> Answers { get; } = [];

    /// <summary>Answers that came again.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Commands that the page sent, oldest first.</summary>
    public ConcurrentQueue<JsonElement> Commands { get; } = new();

    public static async Task<StudentHost> StartAsync()
    {
        var host = new StudentHost();
        await host.ServeAsync(port: 0);
        return host;
    }

    /// <summary>Sets what a student sees; its page gets it.</summary>
    public Task SetAsync(StudentBoardView view)
    {
        views[view.Student] = view;
        return hub.Clients.Group(view.Student).SendAsync("Snapshot", view);
    }

    /// <summary>Takes the network away, or gives it back.</summary>
    public void SetGone(bool gone)
    {
        Gone = gone;
        if (!gone) return;
        foreach (var connection in connections.Values) connection.Abort();
    }

    /// <summary>Ends the lesson for every device that watches it.</summary>
    public async Task EndAsync(string reason = "lesson-ended")
    {
        foreach (var token in tokens.Keys.Where(token => token.StartsWith("lcr_", StringComparison.Ordinal))) ended[token] = reason;
        await hub.Clients.All.SendAsync("Revoked", reason);
        foreach (var connection in connections.Values) connection.Abort();
    }

    /// <inheritdoc/>
    public override ValueTask<BoardView?> GetAsync(Caller caller, string classroomId, CancellationToken cancellation) => ValueTask.FromResult<BoardView?>(null);

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<ClassroomSummary>> ListAsync(Caller caller, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<ClassroomSummary>>([]);

    /// <inheritdoc/>
    protected override void Add(IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddAuthorization(options => options.AddPolicy(AccessPolicies.Adult, policy => policy.RequireAssertion(_ => true)));
        services.AddSingleton(this);
    }

    /// <inheritdoc/>
    protected override Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (!Gone) return next(context);
        context.Abort();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void Map(WebApplication app)
    {
        app.MapHub<LessonHub>("/hubs/classroom");
        hub = app.Services.GetRequiredService<IHubContext<LessonHub>>();
        MapCalls(app);
    }

    private void MapCalls(WebApplication app)
    {
        app.MapPost("/join", (JsonObject asked) =>
        {
            if (!Code.Equals(((string?)asked["code"])?.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase))
                return Results.Json(new { code = "unknown-code", detail = "There is no such lesson." }, statusCode: 404);
            return Lobby
                ? Results.Json(new { waiting = true, number = 3, lesson = "l1", classroomName = "6a" }, statusCode: 202)
                : Results.Json(new { lesson = "l1", classroom = "6a", classroomName = "6a", names = Roster.Select(one => new { student = one.Id, name = one.Name }) });
        });
        app.MapPost("/join/{lesson}", (string lesson, JsonObject asked) =>
        {
            var (student, name) = Roster.First(one => one.Id == (string?)asked["student"]);
            var source = $"device.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
            var (read, deliver) = ($"lcr_{source}", $"lcd_{source}");
            tokens[read] = tokens[deliver] = (student, source);
            return Results.Json(new { readToken = read, deliverToken = deliver, source, lesson, classroom = "6a", classroomName = "6a", student, name });
        });
        app.MapGet("/join/me", (HttpContext context) =>
        {
            var token = TokenOf(context);
            if (ended.TryGetValue(token, out var why)) return Results.Json(new { code = "token-ended", detail = $"It has ended. ({why})" }, statusCode: 401);
            var (student, _) = tokens[token];
            return Results.Json(new { lesson = "l1", classroom = "6a", classroomName = "6a", student, name = Roster.First(one => one.Id == student).Name });
        });
        app.MapGet("/join/ahead", () => Results.Json(Ahead.Select(one => new { skill = one.Skill, item = one.Item })));
        app.MapGet("/api/v1/items/{item}/forms/{seed:long}", (string item, long seed, string? language) => FormOf(item, seed, language ?? "en"));
        app.MapPost("/api/v1/evidence", (HttpContext context, JsonArray answers) => Take(TokenOf(context), answers));
    }

    // Items are named after the form in Scripts/vectors/forms that they are: `fraction`, `fraction-2`, `check-number` (without a key).
    private static IResult FormOf(string item, long seed, string language)
    {
        var type = item.Split('-').First(part => part != "check");
        var file = Path.Combine(Repository.Root, "src", "Web", "Scripts", "vectors", "forms", $"{type}.json");
        if (!File.Exists(file)) return Results.NotFound();
        var form = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        form["item"] = item;
        form["seed"] = seed;
        form["language"] = language;
        form["variant"] = seed.ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        if (item.StartsWith("check", StringComparison.Ordinal)) form.Remove("key");
        return Results.Json(form);
    }

    private IResult Take(string token, JsonArray answers)
    {
        if (TakesNothing) return Results.Json(new { code = "unavailable" }, statusCode: 503);
        if (!token.StartsWith("lcd_", StringComparison.Ordinal) || !tokens.TryGetValue(token, out var who)) return Results.Json(new { code = "no-key" }, statusCode: 401);
        var (accepted, duplicates) = (0, 0);
        lock (gate)
        {
            foreach (var answer in answers)
            {
                var (source, sequence) = ((string)answer!["source"]!, (int)answer["sequence"]!);
                if (source != who.Source) return Results.Json(new { code = "other-student" }, statusCode: 403);
                if (Answers.Any(known => known.Source == source && known.Sequence == sequence))
                {
                    duplicates++;
                    Duplicates++;
                    continue;
                }

                accepted++;
                Answers.Add((who.Student, source, sequence, (string)answer["item"]!, (string)answer["response"]!));
            }
        }

        return Results.Json(new { accepted, duplicates, rejected = Array.Empty<object>() });
    }

    private static string TokenOf(HttpContext context) => context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);

    internal sealed class LessonHub(StudentHost host) : Hub
    {
        public override Task OnConnectedAsync()
        {
            host.connections[Context.ConnectionId] = Context;
            if (host.Gone || host.ended.ContainsKey(Token)) Context.Abort();
            return Task.CompletedTask;
        }

        public override Task OnDisconnectedAsync(Exception? exception)
        {
            host.connections.TryRemove(Context.ConnectionId, out _);
            return Task.CompletedTask;
        }

        public async Task Watch(string classroom, long? sinceVersion, string view)
        {
            if (classroom != "6a" || view != "student") throw new HubException("wrong-scope: A student's device watches its student's view.");
            var (student, _) = host.tokens[Token];
            await Groups.AddToGroupAsync(Context.ConnectionId, student);
            if (host.views.TryGetValue(student, out var shown)) await Clients.Caller.SendAsync("Snapshot", shown);
        }

        public object SubmitCommand(string classroom, JsonElement command)
        {
            host.Commands.Enqueue(command);
            return new { outcome = "accepted", commandId = command.GetProperty("commandId").GetString(), code = "", detail = "" };
        }

        private string Token => Context.GetHttpContext()!.Request.Query["access_token"].ToString();
    }
}
