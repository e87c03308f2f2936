using System.Collections.Concurrent;
using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;

namespace LiveClass.Engine.InProcess;

/// <summary>
/// Ownership where one process holds the data directory: every partition is its own to give, each time with a new epoch that is
/// kept in the store, so that what an earlier owner still writes is refused.
/// </summary>
internal sealed class InProcessLeases(Committer committer) : ILeases
{
    private const long Taking = -1;
    private readonly ConcurrentDictionary<int, long> held = new();

    public async ValueTask<Lease?> AcquireAsync(int partition, CancellationToken cancellation = default)
    {
        if (!held.TryAdd(partition, Taking)) return null;
        try
        {
            var epoch = await committer.DoAsync(new EpochWork(partition), cancellation);
            held[partition] = epoch;
            return new Lease(partition, epoch);
        }
        finally
        {
            held.TryRemove(KeyValuePair.Create(partition, Taking)); // where it failed another try may follow
        }
    }

    public ValueTask ReleaseAsync(Lease lease, CancellationToken cancellation = default)
    {
        held.TryRemove(KeyValuePair.Create(lease.Partition, lease.Epoch));
        return ValueTask.CompletedTask;
    }
}
