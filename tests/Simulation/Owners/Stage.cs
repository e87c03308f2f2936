using LiveClass.Engine.InMemory;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Partitions;
using LiveClass.Tests.Simulation.Clockwork;
using LiveClass.Tests.Simulation.World;

namespace LiveClass.Tests.Simulation.Owners;

/// <summary>One partition with two classrooms on a real silo over the modelled disk, in simulated time.</summary>
internal sealed class Stage
{
    public const int Partition = 0;
    private readonly ByteWriter body = new();
    private readonly Lane outside;
    private ISubscription<TurnsMessage>? turns;
    private int commands;

    public Stage(SiloOptions? options = null)
    {
        Options = options ?? new SiloOptions();
        outside = Machine.NewLane();
    }

    public static ClassroomKey Room => new(1);

    public static ClassroomKey Other => new(2);

    public static StudentKey Ana => new(1);

    public static StudentKey Ben => new(2);

    public SiloOptions Options { get; }

    public Machine Machine { get; } = new(1);

    public InMemoryDisk Disk { get; } = new(1);

    public Journalist Logs { get; } = new();

    public SimulatedServer Server { get; private set; } = null!;

    public Instant Now => Instant.Of(Machine.Wall);

    /// <summary>Runs a story; it must end within simulated hours, and no loop of the server may have met a bug.</summary>
    public static void Play(Func<Stage, Task> story, SiloOptions? options = null)
    {
        var stage = new Stage(options);
        stage.Machine.Drive(() => story(stage), TimeSpan.FromHours(12));
        Assert.Empty(stage.Logs.Bugs);
    }

    /// <summary>What stands between a server and its live plane, for servers that are made from here on.</summary>
    public Func<IBroadcast, IBroadcast>? Between { get; set; }

    public SimulatedServer NewServer() => new(Machine, Disk, Options, [Partition], Logs, broadcast: Between);

    /// <summary>Writes something into the store of a server that has stopped, as no owner would.</summary>
    public async Task PlantAsync(Func<ClassroomState, JournalCommit, JournalCommit> plant)
    {
        var server = NewServer();
        var ports = server.Ports;
        var state = await ClassroomLoader.LoadAsync(ports.Checkpoints, ports.Journal, Room);
        var epoch = (await ports.Leases.AcquireAsync(Partition))!.Value.Epoch;
        var commit = plant(state, new JournalCommit(Partition, epoch, await ports.Journal.CursorAsync(Partition), [], [], [], []));
        Assert.Equal(CommitResult.Committed, await ports.Journal.CommitAsync(commit));
        await server.DisposeAsync();
    }

    /// <summary>Starts a server, configures the classroom where it is new.</summary>
    public async Task StartAsync(bool configure = true)
    {
        Server = NewServer();
        turns = Server.Broadcast.SubscribeTurns();
        Server.Start();
        if (!configure) return;
        foreach (var room in new[] { Room, Other })
        {
            await SendAsync(room, to => EntryFormat.Write(to, new RecordsEntry(new SourceKey(90 + room.Value), 1, Configuration)));
            await SendAsync(room, to => EntryFormat.Write(to, new RecordsEntry(new SourceKey(90 + room.Value), 2, Items)));
        }
    }

    /// <summary>The server met this because the story planted it: at least once, and nothing else.</summary>
    public void Forgive<T>()
        where T : Exception =>
        Assert.True(Logs.Bugs.RemoveAll(bug => bug is T) > 0, $"The server has met no {typeof(T).Name}.");

    /// <summary>The power fails.</summary>
    public void Crash()
    {
        Server.Kill();
        Disk.Crash(1);
    }

    public Task PassAsync(double minutes) => outside.Scheduling.Delay(TimeSpan.FromMinutes(minutes));

    /// <summary>Waits until every entry has had its turn and is in the journal.</summary>
    public async Task SettleAsync()
    {
        var late = Machine.Elapsed + TimeSpan.FromMinutes(2);
        while (!Server.Ready || await Server.Ports.Journal.CursorAsync(Partition) < await Server.Ports.Log.HeadAsync(Partition))
        {
            Assert.True(Machine.Elapsed < late, $"Not settled. The server said:\n{string.Join('\n', Logs.Lines.TakeLast(5))}");
            await outside.Scheduling.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    public Task<long> AnswerAsync(StudentKey student, long sequence, float score = 1, ClassroomKey? room = null) =>
        SendAsync(room ?? Room, to => EntryFormat.Write(to, Answer(student, sequence, score)));

    public Task<long> CommandAsync(ClassroomCommand command, ClassroomKey? room = null) =>
        SendAsync(room ?? Room, to => EntryFormat.Write(to, new CommandEntry(new CommandKey((UInt128)(++commands)), new Actor(ActorKind.Adult, 1), 0, 0, command)));

    /// <summary>A command of a type that nobody knows.</summary>
    public Task<long> GarbageAsync(ClassroomKey? room = null) => SendAsync(room ?? Room, WriteGarbage);

    public static void WriteGarbage(ByteWriter to)
    {
        var part = to.BeginPart();
        to.Byte((byte)EntryKind.Command);
        to.UInt128(1);
        to.Byte((byte)ActorKind.Adult);
        to.Number(1);
        to.Number(0);
        to.Number(0);
        to.Bytes("""{"type":"flyToTheMoon"}"""u8);
        to.EndPart(part);
    }

    /// <summary>Appends entries as one block; gives the position of the first.</summary>
    public Task<long> SendAsync(ClassroomKey room, params Action<ByteWriter>[] entries)
    {
        body.Clear();
        foreach (var write in entries) write(body);
        return SendBodyAsync(room, entries.Length, EntryFormat.Version, body.Written.ToArray());
    }

    public async Task<long> SendBodyAsync(ClassroomKey room, int count, byte format, byte[] bytes)
    {
        var appended = await Server.Ports.Log.AppendAsync(new LogAppend(Partition, room, count, format, bytes));
        Assert.Equal(AppendResult.Appended, appended.Result);
        return appended.First;
    }

    /// <summary>The classroom as the store has it.</summary>
    public async Task<ClassroomState> StateAsync(ClassroomKey? room = null) =>
        await ClassroomLoader.LoadAsync(Server.Ports.Checkpoints, Server.Ports.Journal, room ?? Room);

    public async Task<ClassroomHead?> HeadAsync() => await Server.Ports.Checkpoints.HeadAsync(Room);

    public async Task<QuarantineReason[]> QuarantineAsync() =>
        [.. (await Server.Ports.Quarantine.PositionsAsync(Partition, 0)).Select(entry => entry.Reason)];

    /// <summary>What waiting askers were told of a position; null where nothing yet.</summary>
    public Outcome? Told(long position)
    {
        while (turns!.TryRead(out var message))
            for (var p = message.After + 1; p <= message.Through; p++) told[p] = message.Notable.Where(n => n.Position == p).Select(n => n.Outcome).FirstOrDefault(Outcome.Accepted(p));
        return told.TryGetValue(position, out var outcome) ? outcome : null;
    }

    private readonly Dictionary<long, Outcome> told = [];

    public static Evidence Answer(StudentKey student, long sequence, float score = 1) => new()
    {
        Source = new SourceKey(10 + student.Value),
        Sequence = sequence,
        BodyHash = 7,
        Student = student,
        Item = new ItemKey((int)(sequence % 9) + 1),
        Skills = SkillSet.Of(new SkillKey(((int)(sequence % 9) / 3) + 1)),
        Score = score,
        Attempt = 1,
        DurationMs = 8_000,
    };

    private static ClassroomConfigured Configuration => new(
        new SchoolKey(1), [new(Ana, false), new(Ben, false)], [new(new SkillKey(1), []), new(new SkillKey(2), []), new(new SkillKey(3), [])], []);

    private static ItemsConfigured Items => new(
        [.. Enumerable.Range(1, 9).Select(n => new ItemLine(new ItemKey(n), [new SkillKey(((n - 1) / 3) + 1)], EvidenceKind.Practice, 0, 0))]);
}
