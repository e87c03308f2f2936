using LiveClass.Engine;
using LiveClass.Engine.InMemory;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Silo;
using LiveClass.Tests.Simulation.Clockwork;

namespace LiveClass.Tests.Simulation.World;

/// <summary>One life of a server: an engine over the modelled disk and a silo, on a lane of their own.</summary>
internal sealed class SimulatedServer : IAsyncDisposable
{
    private readonly Lane lane;
    private readonly EmbeddedEngine engine;
    private readonly SiloHost silo;

    public SimulatedServer(
        Machine machine, InMemoryDisk disk, SiloOptions options, IEnumerable<int> partitions, Journalist logs,
        EngineOptions? engineOptions = null, Func<IBroadcast, IBroadcast>? broadcast = null)
    {
        lane = machine.NewLane();
        engine = EmbeddedEngine.OverMemory(disk, lane.Scheduling, engineOptions);
        Broadcast = broadcast?.Invoke(engine.Broadcast) ?? engine.Broadcast;
        Ports = new SiloPorts(
            engine.Log, engine.Journal, engine.Checkpoints, engine.Quarantine, engine.Leases, Broadcast, engine.TurnMarks,
            engine.ReactorCursors, lane.Scheduling);
        silo = new SiloHost(Ports, options, logs, partitions);
    }

    public SiloPorts Ports { get; }

    public IBroadcast Broadcast { get; }

    public Scheduling Scheduling => lane.Scheduling;

    public bool Ready => silo.Ready;

    public int ActiveClassrooms => silo.ActiveClassrooms;

    public IReadOnlyList<ClassroomKey> Parked => silo.Parked;

    public void Start() => silo.Start();

    /// <summary>Ends it as an operator does: what is in memory is kept first.</summary>
    public async ValueTask DisposeAsync()
    {
        await silo.DisposeAsync();
        await engine.DisposeAsync();
        lane.Kill();
    }

    /// <summary>Ends it as a power cut does, for the process. The disk has to be told as well.</summary>
    public void Kill() => lane.Kill();
}
