using LiveClass.Grains.Abstractions;
using LiveClass.Silo.Partitions;
using LiveClass.Silo.Turns;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo;

/// <summary>A process's grains: one loop a partition. Start it, and stop it so that everything is written.</summary>
public sealed class SiloHost : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly SiloPorts ports;
    private readonly PartitionLoop[] loops;
    private Task running = Task.CompletedTask;

    /// <summary>A silo that owns these partitions (all, where none are named).</summary>
    public SiloHost(SiloPorts ports, SiloOptions options, ILoggerFactory loggers, IEnumerable<int>? partitions = null)
    {
        this.ports = ports;
        var logger = loggers.CreateLogger<SiloHost>();
        loops = [.. (partitions ?? Enumerable.Range(0, Partitioning.Count)).Select(p => new PartitionLoop(p, ports, options.Validated(), logger))];
    }

    /// <summary>True once every partition is owned and has handled what was in its log.</summary>
    public bool Ready => Array.TrueForAll(loops, loop => loop.Ready);

    /// <summary>How many classrooms are in memory.</summary>
    public int ActiveClassrooms => loops.Sum(loop => loop.Active);

    /// <summary>Classrooms that take no turns, until a person lets them go on.</summary>
    public IReadOnlyList<ClassroomKey> Parked => [.. loops.SelectMany(loop => loop.Parked)];

    /// <summary>Starts the loops.</summary>
    public void Start()
    {
        TurnWarmUp.Run();
        running = Task.WhenAll(loops.Select(loop => ports.Scheduling.Start(() => loop.RunAsync(stopping.Token))));
    }

    /// <summary>Stops the loops: checkpoints are written, partitions given back.</summary>
    public Task StopAsync()
    {
        // Not CancelAsync: that would leave the injected scheduler for the thread pool.
        stopping.Cancel();
        return running;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
    }
}
