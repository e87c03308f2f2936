using LiveClass.Grains.Abstractions;
using LiveClass.Silo.Reactors;
using LiveClass.Silo.Relay;
using LiveClass.Silo.Texts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo;

/// <summary>Starts the silo, its relay and its reactors with the host, and stops them in the opposite order.</summary>
internal sealed class SiloLifetime(
    SiloHost silo, SiloPorts ports, OutboxRelay relay, TextSweep sweep, IEnumerable<IReactor> reactors, ILogger<SiloLifetime> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task beside = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        silo.Start();
        var loops = reactors.SelectMany(reactor => Enumerable.Range(0, Partitioning.Count).Select(p => new ReactorLoop(p, reactor, ports, logger)));
        beside = Task.WhenAll(
            [ports.Scheduling.Start(() => relay.RunAsync(stopping.Token)), ports.Scheduling.Start(() => sweep.RunAsync(stopping.Token)), .. loops.Select(loop => ports.Scheduling.Start(() => loop.RunAsync(stopping.Token)))]);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await beside.WaitAsync(cancellationToken);
        await silo.StopAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => stopping.Dispose();
}
