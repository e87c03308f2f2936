using LiveClass.Grains.Abstractions;

namespace LiveClass.Tests.Contracts.Engine;

public sealed class SqliteLeasesTests() : LeasesContract(new SqliteHouse());

public sealed class InMemoryLeasesTests() : LeasesContract(new InMemoryHouse());

public abstract class LeasesContract(House house) : EngineContract(house)
{
    [Fact]
    public async Task A_partition_has_one_owner_at_a_time()
    {
        var lease = await Engine.Leases.AcquireAsync(6);
        Assert.NotNull(lease);
        Assert.Null(await Engine.Leases.AcquireAsync(6));
        Assert.NotNull(await Engine.Leases.AcquireAsync(7));

        await Engine.Leases.ReleaseAsync(lease.Value);
        Assert.NotNull(await Engine.Leases.AcquireAsync(6));
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_gets_it()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Engine.Leases.AcquireAsync(6).AsTask())).WaitAsync(Soon);
        Assert.Single(leases, lease => lease is not null);
    }

    [Fact]
    public async Task The_epoch_grows_with_each_owner_and_each_start()
    {
        var first = (await Engine.Leases.AcquireAsync(6))!.Value;
        await Engine.Leases.ReleaseAsync(first);
        var second = (await Engine.Leases.AcquireAsync(6))!.Value;
        await ReopenAsync();
        var third = (await Engine.Leases.AcquireAsync(6))!.Value;

        Assert.True(0 < first.Epoch && first.Epoch < second.Epoch && second.Epoch < third.Epoch, $"{first} {second} {third}");
    }

    [Fact]
    public async Task An_old_lease_given_back_late_takes_nothing_from_the_new_owner()
    {
        var old = (await Engine.Leases.AcquireAsync(6))!.Value;
        await Engine.Leases.ReleaseAsync(old);
        await Engine.Leases.AcquireAsync(6);
        await Engine.Leases.ReleaseAsync(old);

        Assert.Null(await Engine.Leases.AcquireAsync(6));
    }

    [Fact]
    public async Task All_partitions_are_acquired_together()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, Partitioning.Count).Select(p => Engine.Leases.AcquireAsync(p).AsTask())).WaitAsync(Soon);
        Assert.Equal(Enumerable.Range(0, Partitioning.Count), leases.Select(lease => lease!.Value.Partition));
    }
}
