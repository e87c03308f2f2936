using LiveClass.Engine.InMemory;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Tests.Simulation.Clockwork;
using LiveClass.Web.Boards;

namespace LiveClass.Tests.Simulation.World;

/// <summary>The whole system of a scenario: a server that dies and comes back over its disk, with what sends to it and what follows it.</summary>
internal sealed class School
{
    private readonly Random random;
    private readonly List<ReplicaWitness> witnesses = [];
    private LossyBroadcast? broadcast;

    public School(Scenario scenario)
    {
        Scenario = scenario;
        random = new Random(scenario.Seed + 1);
        Machine = new Machine(scenario.Seed);
        Outside = Machine.NewLane();
        Disk = new InMemoryDisk(scenario.Seed) { SyncAtMost = scenario.SlowestSync };
        Rooms = [.. Enumerable.Range(1, scenario.Rooms).Select(n => new ClassroomKey(n))];
    }

    public Scenario Scenario { get; }

    public Machine Machine { get; }

    /// <summary>Devices and people: they outlive every server.</summary>
    public Lane Outside { get; }

    public InMemoryDisk Disk { get; }

    public Journalist Logs { get; } = new();

    public ClassroomKey[] Rooms { get; }

    /// <summary>The server; null while it is down.</summary>
    public SimulatedServer? Server { get; private set; }

    public bool Producing { get; set; } = true;

    public Tally Tally { get; } = new();

    public List<Acknowledged> Ledger { get; } = [];

    /// <summary>What replicas saw: the whole state at some versions.</summary>
    public List<Sighting> Sightings { get; } = [];

    public int PartitionOf(ClassroomKey room) => Scenario.Partitions[room.Value % Scenario.Partitions.Length];

    public void StartServer()
    {
        Tally.Starts++;
        var seed = random.Next();
        Server = new SimulatedServer(
            Machine, Disk, Scenario.Silo, Scenario.Partitions, Logs, Scenario.Engine,
            inner => broadcast = new LossyBroadcast(inner, new Random(seed), Scenario.Loss));
        Server.Start();
        foreach (var room in Rooms)
        {
            var witness = new ReplicaWitness(room, Sightings, new Random(random.Next()));
            witnesses.Add(witness);
            new BoardReplica(room, Server.Ports.Journal, Server.Ports.Checkpoints, Server.Broadcast, Server.Scheduling, witness, Logs).Start();
        }
    }

    public void Crash()
    {
        Tally.Crashes++;
        EndLife();
        Disk.Crash(random.Next());
    }

    public async Task RestartAsync()
    {
        if (Server is not { } server) return;
        Tally.Restarts++;
        Server = null; // the edge takes nothing while it stops
        await server.DisposeAsync();
        EndLife();
        StartServer();
    }

    /// <summary>Ends the last life as an operator does.</summary>
    public async Task CloseAsync()
    {
        await Server!.DisposeAsync();
        EndLife();
    }

    /// <summary>True once every entry has had its turn, and every replica has what its owner told.</summary>
    public async Task<bool> IsQuietAsync()
    {
        if (Server is not { Ready: true } server) return false;
        foreach (var partition in Scenario.Partitions)
            if (await server.Ports.Journal.CursorAsync(partition) < await server.Ports.Log.HeadAsync(partition)) return false;
        return true;
    }

    /// <summary>The version that each replica of this life has come to.</summary>
    public Dictionary<ClassroomKey, long> ReplicaVersions() =>
        witnesses.ToDictionary(witness => witness.Room, witness => witness.Version);

    /// <summary>Sends an append as a web does; null where the server is down or does not answer in time.</summary>
    public async Task<Appended?> SendAsync(ClassroomKey room, int count, ReadOnlyMemory<byte> body, bool priority)
    {
        if (Server is not { } server)
        {
            Tally.Refused++;
            return null;
        }

        var append = AppendAsync(server, new LogAppend(PartitionOf(room), room, count, EntryFormat.Version, body, priority));
        if (await Task.WhenAny(append, Outside.Scheduling.Delay(TimeSpan.FromSeconds(4))) != append) return null;
        var appended = await append;
        Tally.Note(appended.Result);
        return appended;
    }

    // A task of its own: one whose continuations run asynchronously goes on by way of the thread pool where it is awaited with others.
    private static async Task<Appended> AppendAsync(SimulatedServer server, LogAppend append) => await server.Ports.Log.AppendAsync(append);

    /// <summary>How things stand, for a seed that does not end.</summary>
    public override string ToString() =>
        $"Producing: {Producing}. Server: {(Server is null ? "down" : Server.Ready ? "ready" : "not ready")}, {Server?.ActiveClassrooms} active. "
        + $"Disk full: {Disk.Full}. {Tally.Appended} appended, {Tally.Busy} busy, {Tally.Unavailable} unavailable, {Tally.Refused} refused. "
        + $"Logged last:\n{string.Join('\n', Logs.Lines.TakeLast(10))}\n{string.Join('\n', Logs.Bugs.Take(2))}";

    public void NoteLoss() => Tally.Lost += broadcast?.Lost ?? 0;

    private void EndLife()
    {
        NoteLoss();
        Server?.Kill();
        Server = null;
        witnesses.Clear();
    }
}

/// <summary>An answer that a device knows to be durable.</summary>
internal readonly record struct Acknowledged(int Source, long Sequence, ulong Fingerprint);

/// <summary>The hash of a replica's whole state at a version.</summary>
internal readonly record struct Sighting(ClassroomKey Room, long Version, string Whole);

/// <summary>What happened, so that a test can see that it did.</summary>
internal sealed class Tally
{
    public int Starts { get; set; }

    public int Crashes { get; set; }

    public int Restarts { get; set; }

    public int Refused { get; set; }

    public int Appended { get; set; }

    public int Busy { get; set; }

    public int Unavailable { get; set; }

    public int Lost { get; set; }

    public int Garbage { get; set; }

    public int Jumps { get; set; }

    public void Note(AppendResult result)
    {
        if (result == AppendResult.Appended) Appended++;
        else if (result == AppendResult.Busy) Busy++;
        else Unavailable++;
    }
}
