using System.Collections.Concurrent;
using System.Text.Json;
using LiveClass.Simulator.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveClass.Tests.Unit.Simulator;

/// <summary>What the fake does with a batch of evidence.</summary>
public enum Behaviour
{
    Answer,
    CutBeforeTaking,
    CutAfterTaking,
    Busy,
    Unavailable,
    Refuse,
    Miscount,
}

/// <summary>A server on a loopback port that keeps the exact set of numbers seen, and misbehaves as a script says. The real rules are not in it.</summary>
public sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<(string Source, long Sequence), EvidenceItem>> classrooms = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Behaviour> script = new();
    private readonly Dictionary<string, string[]> rosters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> duplicates = new(StringComparer.Ordinal);

    private FakeServer(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public List<EvidenceItem[]> Batches { get; } = [];

    public List<int?> Waiting { get; } = [];

    public List<CommandBody> Commands { get; } = [];

    /// <summary>What each student is asked to do, by how many answers it has given; practice of an item of its own choice where null.</summary>
    public Func<string, int, object>? Card { get; set; }

    /// <summary>Answers in these places are counted wrong: dropped (negative) or invented (positive).</summary>
    public Dictionary<string, long> CountedWrongBy { get; } = new(StringComparer.Ordinal);

    /// <summary>The next new answer from this classroom is acknowledged and not kept: the fault that a check must find.</summary>
    public string? DropNextFrom { get; set; }

    public HashSet<string> UnknownStudents { get; } = new(StringComparer.Ordinal);

    public string LessonOutcome { get; set; } = """{ "outcome": "accepted", "version": 1 }""";

    public int LessonStatus { get; set; } = 200;

    public static async Task<FakeServer> StartAsync(params Behaviour[] script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSignalR();
        FakeServer? made = null;
        builder.Services.AddSingleton<Func<FakeServer>>(() => made!);
        var web = builder.Build();
        var server = made = new FakeServer(web);
        foreach (var behaviour in script) server.script.Enqueue(behaviour);
        web.MapPut("/api/v1/classrooms/{id}", server.PutClassroomAsync);
        web.MapPut("/api/v1/items", static () => Results.Ok());
        web.MapPost("/api/v1/evidence", server.EvidenceAsync);
        web.MapPost("/api/v1/classrooms/{id}/commands", server.CommandAsync);
        web.MapGet("/api/v1/classrooms/{id}/board", server.BoardAsync);
        web.MapHub<FakeHub>("/hubs/classroom");
        await web.StartAsync();
        server.Address = new Uri(web.Urls.First() + "/");
        return server;
    }

    /// <summary>What the hub answers; null where the script says to cut the link.</summary>
    public EvidenceReply? Submit(EvidenceItem[] batch, int? waiting)
    {
        var behaviour = script.TryDequeue(out var next) ? next : Behaviour.Answer;
        lock (gate)
        {
            Batches.Add(batch);
            Waiting.Add(waiting);
        }
        if (behaviour == Behaviour.CutBeforeTaking) return null;
        var reply = Take(batch);
        return behaviour == Behaviour.CutAfterTaking ? null : reply;
    }

    public int Counted(string classroom)
    {
        lock (gate) return classrooms[classroom].Count;
    }

    public IReadOnlyList<EvidenceItem[]> Received()
    {
        lock (gate) return [.. Batches];
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task PutClassroomAsync(HttpContext context, string id)
    {
        var body = (await JsonSerializer.DeserializeAsync<ClassroomBody>(context.Request.Body, JsonSerializerOptions.Web))!;
        lock (gate)
        {
            classrooms.TryAdd(id, []);
            rosters[id] = [.. body.Students.Select(static student => student.Id)];
        }
        await context.Response.WriteAsync("{}");
    }

    private async Task EvidenceAsync(HttpContext context)
    {
        var batch = (await JsonSerializer.DeserializeAsync<EvidenceItem[]>(context.Request.Body, JsonSerializerOptions.Web))!;
        var behaviour = script.TryDequeue(out var next) ? next : Behaviour.Answer;
        lock (gate) Batches.Add(batch);
        if (behaviour == Behaviour.CutBeforeTaking)
        {
            context.Abort();
            return;
        }
        if (behaviour is Behaviour.Busy or Behaviour.Unavailable or Behaviour.Refuse)
        {
            context.Response.StatusCode = behaviour switch { Behaviour.Busy => 429, Behaviour.Unavailable => 503, _ => 403 };
            if (behaviour != Behaviour.Refuse) context.Response.Headers.RetryAfter = "7";
            await context.Response.WriteAsJsonAsync(new { code = "scope", detail = "This key may not send evidence." });
            return;
        }
        var reply = Take(batch);
        if (behaviour == Behaviour.CutAfterTaking)
        {
            context.Abort();
            return;
        }
        if (behaviour == Behaviour.Miscount) reply = reply with { Accepted = reply.Accepted + 1 };
        await context.Response.WriteAsJsonAsync(reply);
    }

    private EvidenceReply Take(EvidenceItem[] batch)
    {
        var reply = new EvidenceReply();
        lock (gate)
        {
            for (var i = 0; i < batch.Length; i++)
            {
                var item = batch[i];
                if (UnknownStudents.Contains(item.Student) || !classrooms.ContainsKey(item.Classroom))
                    reply = reply with { Rejected = reply.Rejected.Add(new RejectedItem(i, "unknown-student", null)) };
                else if (string.Equals(DropNextFrom, item.Classroom, StringComparison.Ordinal))
                {
                    DropNextFrom = null;
                    reply = reply with { Accepted = reply.Accepted + 1 };
                }
                else if (classrooms[item.Classroom].TryAdd((item.Source, item.Sequence), item))
                    reply = reply with { Accepted = reply.Accepted + 1 };
                else
                {
                    duplicates[item.Classroom] = duplicates.GetValueOrDefault(item.Classroom) + 1;
                    reply = reply with { Duplicates = reply.Duplicates + 1 };
                }
            }
        }
        return reply;
    }

    private async Task CommandAsync(HttpContext context, string id)
    {
        var command = (await JsonSerializer.DeserializeAsync<CommandBody>(context.Request.Body, JsonSerializerOptions.Web))!;
        lock (gate) Commands.Add(command);
        context.Response.StatusCode = LessonStatus;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(LessonOutcome);
    }

    private IResult BoardAsync(string id)
    {
        lock (gate)
        {
            var counted = classrooms[id].Count + CountedWrongBy.GetValueOrDefault(id);
            return Results.Json(new
            {
                classroom = id,
                version = counted,
                students = rosters[id].Select(student => new { id = student, nextStep = Card?.Invoke(student, Answers(id, student)) }),
                counts = new { evidence = counted, duplicates = duplicates.GetValueOrDefault(id), quarantined = 0 },
            });
        }
    }

    private int Answers(string classroom, string student) =>
        classrooms[classroom].Values.Count(item => string.Equals(item.Student, student, StringComparison.Ordinal));
}
