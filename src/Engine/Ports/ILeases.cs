namespace LiveClass.Engine.Ports;

/// <summary>The right to own a partition: a number that only grows.</summary>
public readonly record struct Lease(int Partition, long Epoch);

/// <summary>Who owns which partition. Embedded: the process that holds the data directory owns all, each start with a new epoch.</summary>
public interface ILeases
{
    /// <summary>
    /// Takes a partition with a new epoch, or null where another owner holds it. Throws <see cref="StoreUnavailableException"/>
    /// where the store cannot keep the epoch now: try again.
    /// </summary>
    ValueTask<Lease?> AcquireAsync(int partition, CancellationToken cancellation = default);

    /// <summary>Gives it back.</summary>
    ValueTask ReleaseAsync(Lease lease, CancellationToken cancellation = default);
}
