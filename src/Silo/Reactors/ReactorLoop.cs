using LiveClass.Engine.Ports;
using LiveClass.Records;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Reactors;

/// <summary>Feeds a reactor with one partition's journal, from its durable cursor on.</summary>
internal sealed class ReactorLoop(int partition, IReactor reactor, SiloPorts ports, ILogger logger)
{
    private const int ReadBytes = 512 * 1024;
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>Runs until told to stop. A reactor that cannot work now is tried again; nothing is skipped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is RecordsUnavailableException or StoreUnavailableException)
            {
                ReactorLog.Waits(logger, e, reactor.Name, partition);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                ReactorLog.Failed(logger, e, reactor.Name, partition);
            }

            if (!stop.IsCancellationRequested) await Task.WhenAny(ports.Scheduling.Delay(TryAgainAfter, stop));
        }
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        var row = await ports.Cursors.GetAsync(reactor.Name, partition, stop);
        while (!stop.IsCancellationRequested)
        {
            var read = await ports.Journal.ReadPartitionAsync(partition, row, ReadBytes, stop);
            if (read.Count == 0)
            {
                await ports.Journal.WaitAsync(partition, row, LongestRest, stop);
                continue;
            }

            await reactor.ReactAsync([.. read.Select(line => line.Block)], stop);
            row = read[^1].Row;
            await ports.Cursors.SetAsync(reactor.Name, partition, row, stop);
        }
    }
}
