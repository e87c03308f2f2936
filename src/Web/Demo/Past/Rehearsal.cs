using System.Collections.Immutable;
using LiveClass.Engine;
using LiveClass.Engine.InMemory;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Silo;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Simulator.Demo;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveClass.Web.Demo.Past;

/// <summary>The past of the demo school as it will stand in the log.</summary>
/// <param name="Blocks">The log's blocks in the order of their times.</param>
/// <param name="Records">What belongs in Records.</param>
/// <param name="Ends">The end of the past.</param>
/// <param name="States">The classrooms as the log makes them.</param>
internal sealed record RehearsedPast(
    ImmutableArray<LogBlock> Blocks, PastRecords Records, DateTimeOffset Ends, ImmutableArray<ClassroomState> States);

/// <summary>
/// Plays yesterday's lesson and the first minutes of today's with the real engine and the real grains in memory, on one thread and by a
/// stepped clock: students follow the cards that the rules give them. The same rooms, time and seed give the same log, byte by byte.
/// </summary>
internal sealed class Rehearsal
{
    private static readonly TimeSpan StepOfYesterday = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan StepOfToday = TimeSpan.FromSeconds(10);
    private readonly IReadOnlyList<PastRoom> rooms;
    private readonly DateTimeOffset now;
    private readonly int seed;
    private readonly PastRecords records = new();
    private TimeSpan beyond;
    private Action<ClassroomState, Instant>? seen;
    private ImmutableArray<ClassroomState> states = [];

    private Rehearsal(IReadOnlyList<PastRoom> rooms, DateTimeOffset now, int seed) => (this.rooms, this.now, this.seed) = (rooms, now, seed);

    /// <summary>Plays it.</summary>
    /// <param name="rooms">The rooms.</param>
    /// <param name="now">The moment at which today's lesson has come to its 14th minute.</param>
    /// <param name="seed">Decides abilities, answers and forms.</param>
    /// <param name="beyond">How far to go on after that, as the demo itself will.</param>
    /// <param name="seen">Is shown each classroom after each step from that moment on.</param>
    public static RehearsedPast Play(IReadOnlyList<PastRoom> rooms, DateTimeOffset now, int seed, TimeSpan beyond = default, Action<ClassroomState, Instant>? seen = null)
    {
        var rehearsal = new Rehearsal(rooms, now, seed) { beyond = beyond, seen = seen };
        ImmutableArray<LogBlock> blocks = [];
        var clock = new SteppedClock(rehearsal.Yesterday - StepOfYesterday);
        clock.Run(async () => blocks = await rehearsal.PlayAsync(clock.Scheduling));
        return new RehearsedPast(blocks, rehearsal.records, now + beyond, rehearsal.states);
    }

    private DateTimeOffset Today => now - PastScript.Today;

    private DateTimeOffset Yesterday => Today - TimeSpan.FromDays(1);

    private async Task<ImmutableArray<LogBlock>> PlayAsync(Scheduling time)
    {
        await using var engine = EmbeddedEngine.OverMemory(new InMemoryDisk(1) { SyncAtMost = TimeSpan.Zero }, time);
        var ports = new SiloPorts(
            engine.Log, engine.Journal, engine.Checkpoints, engine.Quarantine, engine.Leases, engine.Broadcast, engine.TurnMarks, engine.ReactorCursors, time);
        int[] partitions = [.. rooms.Select(room => room.Record.Partition).Distinct().Order()];
        await using var silo = new SiloHost(ports, new SiloOptions { BoardInterval = TimeSpan.Zero }, NullLoggerFactory.Instance, partitions);
        using var turns = engine.Broadcast.SubscribeTurns();
        PastClassroom[] classrooms = [.. rooms.Select(room => new PastClassroom(room, records, engine.Broadcast, seed))];
        silo.Start();
        foreach (var classroom in classrooms) classroom.BeginWithWhatIsKnown(Instant.Of(time.Time.GetUtcNow()), Instant.Of(now));
        await SendAsync(classrooms, engine.Log, turns, time);

        foreach (var classroom in classrooms) classroom.Begin(PastScript.OfYesterday(classroom.Room, records), Instant.Of(Yesterday));
        await PassAsync(classrooms, engine.Log, turns, time, Yesterday, Yesterday + DemoRoom.Length + StepOfYesterday, StepOfYesterday);
        foreach (var classroom in classrooms) classroom.Begin(PastScript.OfToday(classroom.Room, records), Instant.Of(Today));
        await PassAsync(classrooms, engine.Log, turns, time, Today, now + beyond + TimeSpan.FromTicks(1), StepOfToday);

        states = [.. classrooms.Select(classroom => classroom.State)];
        foreach (var classroom in classrooms) classroom.Dispose();
        var blocks = new List<LogBlock>();
        foreach (var partition in partitions) blocks.AddRange(await engine.Log.ReadAsync(partition, 0, int.MaxValue));
        return [.. blocks.OrderBy(block => block.Received.Milliseconds).ThenBy(block => block.Partition).ThenBy(block => block.First)];
    }

    private async Task PassAsync(
        PastClassroom[] classrooms, IEventLog log, ISubscription<TurnsMessage> turns, Scheduling time, DateTimeOffset from, DateTimeOffset to, TimeSpan step)
    {
        for (var at = from; at < to; at += step)
        {
            await time.Delay(at - time.Time.GetUtcNow());
            foreach (var classroom in classrooms) classroom.Work(Instant.Of(at));
            await SendAsync(classrooms, log, turns, time);
            if (at < now || seen is null) continue;
            foreach (var classroom in classrooms) seen(classroom.State, Instant.Of(at));
        }
    }

    /// <summary>Appends what all have written, and waits until it has had its turns.</summary>
    private static async Task SendAsync(PastClassroom[] classrooms, IEventLog log, ISubscription<TurnsMessage> turns, Scheduling time)
    {
        var waiting = new Dictionary<int, long>();
        foreach (var classroom in classrooms)
            if (await classroom.Page.AppendAsync(log) is > 0 and var last) waiting[classroom.Room.Record.Partition] = last;
        while (waiting.Count > 0)
        {
            if (!turns.TryRead(out var told)) await turns.WaitAsync();
            else if (waiting.TryGetValue(told.Partition, out var last) && told.Through >= last) waiting.Remove(told.Partition);
        }

        // The classrooms' changes go out after their turns.
        await time.Delay(TimeSpan.FromMilliseconds(1));
        foreach (var classroom in classrooms) classroom.Follow();
    }
}
