using System.Collections.Immutable;

namespace LiveClass.Simulator.Http;

/// <summary>Starts lessons and sends commands, each until its outcome is known.</summary>
public sealed class Lessons(ServerClient client, Patience patience, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private int commands;

    /// <summary>Starts a lesson with these targets; one that is running already is as good.</summary>
    /// <exception cref="InvalidDataException">The classroom refused for another reason, or never told.</exception>
    public async Task StartAsync(string classroom, ImmutableArray<string> targets, CancellationToken cancellation)
    {
        var reply = await SendAsync(classroom, new CommandBody { Type = "startLesson", Targets = targets }, cancellation);
        if (!string.Equals(reply.Outcome, "accepted", StringComparison.Ordinal) && !string.Equals(reply.Code, "lesson-running", StringComparison.Ordinal))
            throw new InvalidDataException($"The lesson in {classroom} did not start: {reply.Outcome} {reply.Code} {reply.Detail}");
    }

    /// <summary>Sends a command, with an id of its own so that a repeat gets the first outcome.</summary>
    public async Task<CommandReply> SendAsync(string classroom, CommandBody command, CancellationToken cancellation)
    {
        var id = command.CommandId ?? $"sim-{time.GetUtcNow().ToUnixTimeMilliseconds():x}-{Interlocked.Increment(ref commands)}-{command.Type}";
        var named = command with { CommandId = id };
        var reply = await patience.KeepTryingAsync(stop => client.CommandAsync(classroom, named, stop), null, cancellation);
        var started = time.GetTimestamp();
        while (string.Equals(reply.Outcome, "pending", StringComparison.Ordinal) && time.GetElapsedTime(started) < Longest)
        {
            await Task.Delay(Between, time, cancellation);
            reply = await patience.KeepTryingAsync(stop => client.CommandOutcomeAsync(classroom, id, stop), null, cancellation);
        }
        return reply;
    }
}
