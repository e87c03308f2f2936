using System.Text.Json;
using LiveClass.Simulator.Http;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Tests.Unit.Simulator;

/// <summary>The hub's shape without its rules: it tells back what it was asked.</summary>
public sealed class FakeHub : Hub
{
    public async Task Watch(string classroom, long? sinceVersion, string view)
    {
        await Clients.Caller.SendAsync("Snapshot", new { classroom, version = 5, view });
        await Clients.Caller.SendAsync("Delta", new { classroom, from = 5, to = 6, since = sinceVersion });
    }

    public EvidenceReply Submit(EvidenceItem[] evidence, DateTimeOffset? sentAt, int? waiting) =>
        new() { Accepted = evidence.Length - 1, Rejected = [new RejectedItem(0, "unknown-student", $"waiting {waiting}")] };

    public CommandReply SubmitCommand(string classroom, JsonElement command) => new()
    {
        Outcome = "accepted",
        CommandId = command.GetProperty("type").GetString(),
        Detail = Context.GetHttpContext()!.Request.Headers.Authorization.ToString(),
        Version = command.TryGetProperty("student", out _) ? 1 : 0,
    };
}
