using System.Text.Json;
using LiveClass.Simulator.Http;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Tests.Unit.Simulator;

/// <summary>The hub's shape without its rules: it tells back what it was asked.</summary>
public sealed class FakeHub(Func<FakeServer> server) : Hub
{
    public async Task Watch(string classroom, long? sinceVersion, string view)
    {
        await Clients.Caller.SendAsync("Snapshot", new { classroom, version = 5, view });
        await Clients.Caller.SendAsync("Delta", new { classroom, from = 5, to = 6, since = sinceVersion });
    }

    public EvidenceReply? Submit(EvidenceItem[] evidence, DateTimeOffset? sentAt, int? waiting)
    {
        var reply = server().Submit(evidence, waiting);
        if (reply is null) Context.Abort();
        return reply;
    }

    public CommandReply SubmitCommand(string classroom, JsonElement command) => new()
    {
        Outcome = "accepted",
        CommandId = command.GetProperty("type").GetString(),
        Detail = Context.GetHttpContext()!.Request.Headers.Authorization.ToString(),
        Version = command.TryGetProperty("student", out _) ? 1 : 0,
    };
}
