using System.Text.Json;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Records.Plans;
using LiveClass.Records.Texts;
using LiveClass.Silo.Partitions;
using LiveClass.Web.Access;
using LiveClass.Web.Ingest;
using LiveClass.Web.Joining;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Commands;

/// <summary>A command on its way from its arguments to its outcome; the same for HTTP and the hub.</summary>
internal sealed class CommandDesk(
    CallerRooms rooms, ItemDirectory items, TextStore texts, PlanStore plans, IEventLog log, TurnOutcomes outcomes, IClassroomMemory memory,
    RecentCommands recent, NameSwaps swaps, TimeProvider time)
{
    /// <summary>How long a sender waits for the outcome before it is pending.</summary>
    public static readonly TimeSpan OutcomeWait = TimeSpan.FromSeconds(5);

    /// <summary>The one command of whoever may only see a classroom.</summary>
    private const string CoachsCommand = "addNote";

    private static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(1);

    /// <summary>Sends a command and waits for its outcome.</summary>
    public async ValueTask<(CommandAnswer? Answer, Problem? Problem)> SendAsync(Caller caller, string classroomId, JsonElement body, CancellationToken cancellation)
    {
        try
        {
            var (classroom, problem) = await rooms.FindAsync(caller, classroomId, RoomRight.See, cancellation);
            if (classroom is null) return (null, problem);
            return await SendAsync(caller, classroom, body, cancellation);
        }
        catch (Exception unavailable) when (unavailable is RecordsUnavailableException or StoreUnavailableException)
        {
            return (null, Unavailable());
        }
        catch (ClassroomUnreadableException)
        {
            return (null, ProblemCodes.Parked);
        }
    }

    /// <summary>Sends a command that came ready made (not from a body), under a new id.</summary>
    public ValueTask<(CommandAnswer? Answer, Problem? Problem)> SendAsync(
        Caller caller, ClassroomRecord classroom, ClassroomCommand command, CancellationToken cancellation)
    {
        var id = CommandKeys.NewId();
        return AppendAsync(classroom, id, new CommandEntry(CommandKeys.Of(classroom, id), caller.Actor, IfVersion: 0, AgeMs: 0, command), cancellation);
    }

    /// <summary>The outcome of a command that was sent before.</summary>
    public async ValueTask<(CommandAnswer? Answer, Problem? Problem)> FindAsync(Caller caller, string classroomId, string commandId, CancellationToken cancellation)
    {
        var (classroom, problem) = await rooms.FindAsync(caller, classroomId, RoomRight.See, cancellation);
        if (classroom is null) return (null, problem);
        var key = CommandKeys.Of(classroom, commandId);
        var isRecent = recent.TryGet(key, out var partition, out var position);
        var outcome = isRecent ? outcomes.Get(partition, position) : default;
        if (outcome.Kind == OutcomeKind.Unknown) outcome = await memory.OutcomeAsync(classroom.Key, key, cancellation);
        return outcome.Kind == OutcomeKind.Unknown && !isRecent
            ? (null, ProblemCodes.UnknownCommandId)
            : (CommandAnswer.Of(commandId, outcome), null);
    }

    private async ValueTask<(CommandAnswer? Answer, Problem? Problem)> SendAsync(
        Caller caller, ClassroomRecord classroom, JsonElement body, CancellationToken cancellation)
    {
        if (body.ValueKind != JsonValueKind.Object) return (null, new Problem(ProblemCodes.Malformed, "A command is a JSON object with its type. Nothing was taken."));
        var args = new CommandArguments(body, classroom, items) { Self = caller.Device?.Student ?? default, FindPlan = plans.Find, Now = Instant.Of(time.GetUtcNow()) };
        var id = args.Id("commandId", required: false) ?? CommandKeys.NewId();
        var ifVersion = args.Whole("ifVersion", 0, long.MaxValue, otherwise: 0);
        if (!args.TryGet("type", out var type) || type.ValueKind != JsonValueKind.String) args.Wrong<string>("type", "is missing");
        if (args.Problem is not null) return (null, args.Problem);

        var name = type.GetString()!;
        if (caller.Device is not null && !StudentCommands.All.Contains(name)) return (null, ProblemCodes.OtherStudent);
        if (caller.Device is null && name != CoachsCommand && !rooms.May(caller, classroom, RoomRight.Command)) return (null, ProblemCodes.WrongScope);
        var command = await CommandParser.ParseAsync(name, args, () => memory.PolicyAsync(classroom.Key, cancellation));
        if (command is null) return (null, CommandCatalog.Later.Contains(name) ? ProblemCodes.CommandUnavailable : ProblemCodes.UnknownCommand);
        var age = AgeOf(command, args);
        if (args.Problem is not null) return (null, args.Problem);
        if (args.Refusal != RefusalCode.None) return (CommandAnswer.Refused(id, args.Refusal), null);
        if (caller.Device is { } device && !StudentCommands.IsFor(command, device.Student)) return (null, ProblemCodes.OtherStudent);

        var key = CommandKeys.Of(classroom, id);
        if (args.Text is { } text)
        {
            var purpose = command is RaiseHand ? TextPurpose.About : TextPurpose.Text;
            var kept = await texts.WriteAsync([new NewText(purpose, TextOrigin.Of(key), text)], cancellation);
            command = CommandParser.WithText(command, kept[0]);
        }

        if (command is SwapStudents swap) return await SwapAsync(classroom, id, new CommandEntry(key, caller.Actor, ifVersion, age, swap), swap, cancellation);
        var sent = await AppendAsync(classroom, id, new CommandEntry(key, caller.Actor, ifVersion, age, command), cancellation);
        if (args.PlanUsed is { Used.IsSome: false } plan && sent.Answer is { Outcome: "accepted" }) await plans.UseAsync(classroom.Key, plan.Number, args.Now, cancellation);
        return sent;
    }

    // A repeat must not look at devices that have changed hands: it gets the first outcome without a second turn.
    private async ValueTask<(CommandAnswer? Answer, Problem? Problem)> SwapAsync(
        ClassroomRecord classroom, string id, CommandEntry entry, SwapStudents swap, CancellationToken cancellation)
    {
        var before = await memory.OutcomeAsync(classroom.Key, entry.Key, cancellation);
        if (before.Kind != OutcomeKind.Unknown) return (CommandAnswer.Of(id, before), null);
        swap = await swaps.WithOutboxesAsync(classroom, swap, cancellation);
        var (answer, problem) = await AppendAsync(classroom, id, entry with { Command = swap }, cancellation);
        if (answer is { Outcome: "accepted" }) await swaps.AssignAsync(classroom, swap, cancellation);
        return (answer, problem);
    }

    private async ValueTask<(CommandAnswer? Answer, Problem? Problem)> AppendAsync(
        ClassroomRecord classroom, string id, CommandEntry entry, CancellationToken cancellation)
    {
        using var hop = Hop.Start(Hop.Commands);
        var body = new ByteWriter();
        EntryFormat.Write(body, entry);
        var appended = await log.AppendAsync(
            new LogAppend(classroom.Partition, classroom.Key, 1, EntryFormat.Version, body.WrittenMemory, Priority: true), CancellationToken.None);
        switch (appended.Result)
        {
            case AppendResult.Busy: return (null, new Problem(ProblemCodes.Busy, ProblemCodes.Busy.Sentence, BusyWait));
            case AppendResult.Unavailable: return (null, Unavailable());
        }

        recent.Add(entry.Key, classroom.Partition, appended.First);
        await outcomes.WaitAsync(classroom.Partition, appended.First, OutcomeWait).WaitAsync(cancellation);
        var outcome = outcomes.Get(classroom.Partition, appended.First);
        if (outcome.Kind == OutcomeKind.Unknown) outcome = await memory.OutcomeAsync(classroom.Key, entry.Key, cancellation);
        return (CommandAnswer.Of(id, outcome), null);
    }

    // When it was given counts for what may have waited in a device or an adult's pocket.
    private long AgeOf(ClassroomCommand command, CommandArguments args)
    {
        var (at, sentAt) = (args.Time("at"), args.Time("sentAt"));
        if (!at.IsSome || command is not (Visit or Observe or RaiseHand or AddNote)) return 0;
        var sent = sentAt.IsSome ? sentAt : Instant.Of(time.GetUtcNow());
        return Math.Clamp(sent.Milliseconds - at.Milliseconds, 0, Evidence.MaxAgeMs);
    }

    private static Problem Unavailable() => new(ProblemCodes.Unavailable, ProblemCodes.Unavailable.Sentence, BusyWait);
}
