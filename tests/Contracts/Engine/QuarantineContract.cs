using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Tests.Contracts.Engine;

public sealed class SqliteQuarantineTests() : QuarantineContract(new SqliteHouse());

public sealed class InMemoryQuarantineTests() : QuarantineContract(new InMemoryHouse());

public abstract class QuarantineContract(House house) : EngineContract(house)
{
    private long cursor;

    private async Task Keep(params Quarantined[] entries) =>
        Assert.Equal(
            CommitResult.Committed,
            await Engine.Journal.CommitAsync(Commit(6, 1, ++cursor) with { Quarantined = entries }).AsTask().WaitAsync(Soon));

    private static Quarantined Bad(long position, int room, QuarantineReason reason = QuarantineReason.TurnFailed) =>
        new(6, position, Room(room), new Instant(500 + position), reason);

    [Fact]
    public async Task A_quarantined_entry_is_found_by_partition_classroom_and_number()
    {
        var entry = Bad(4, 1, QuarantineReason.SequenceConflict);
        await Keep(entry);

        Assert.Equal([entry], await Engine.Quarantine.PositionsAsync(6, 0));
        var row = (await Engine.Quarantine.ListAsync(Room(1), 10)).Single();
        Assert.Equal((entry, QuarantineDecision.Open), (row.Entry, row.Decision));
        Assert.Equal(row, await Engine.Quarantine.FindAsync(row.Id));
        Assert.Null(await Engine.Quarantine.FindAsync(row.Id + 1));
    }

    [Fact]
    public async Task Positions_to_skip_come_in_order_after_a_position()
    {
        await Keep(Bad(9, 1), Bad(3, 2));
        await Keep(Bad(5, 1));

        Assert.Equal([5L, 9L], (await Engine.Quarantine.PositionsAsync(6, 3)).Select(entry => entry.Position));
        Assert.Empty(await Engine.Quarantine.PositionsAsync(7, 0));
    }

    [Fact]
    public async Task A_position_is_quarantined_once()
    {
        await Keep(Bad(4, 1));
        await Keep(Bad(4, 1, QuarantineReason.ProcessDied));

        Assert.Equal([QuarantineReason.TurnFailed], (await Engine.Quarantine.ListAsync(null, 10)).Select(row => row.Entry.Reason));
    }

    [Fact]
    public async Task Rows_are_listed_newest_first_for_a_classroom_or_for_all_up_to_a_limit()
    {
        await Keep(Bad(1, 1), Bad(2, 2), Bad(3, 1));

        Assert.Equal([3L, 2L, 1L], (await Engine.Quarantine.ListAsync(null, 10)).Select(row => row.Entry.Position));
        Assert.Equal([3L, 1L], (await Engine.Quarantine.ListAsync(Room(1), 10)).Select(row => row.Entry.Position));
        Assert.Equal([3L], (await Engine.Quarantine.ListAsync(Room(1), 1)).Select(row => row.Entry.Position));
    }

    [Fact]
    public async Task A_decision_is_made_once_and_kept()
    {
        await Keep(Bad(1, 1));
        var id = (await Engine.Quarantine.ListAsync(null, 1)).Single().Id;

        Assert.True(await Engine.Quarantine.DecideAsync(id, QuarantineDecision.Released));
        Assert.False(await Engine.Quarantine.DecideAsync(id, QuarantineDecision.Discarded));
        Assert.False(await Engine.Quarantine.DecideAsync(id + 1, QuarantineDecision.Discarded));
        await ReopenAsync();
        Assert.Equal(QuarantineDecision.Released, (await Engine.Quarantine.FindAsync(id))!.Decision);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_wins()
    {
        await Keep(Bad(1, 1));
        var id = (await Engine.Quarantine.ListAsync(null, 1)).Single().Id;

        var ends = await Task.WhenAll(
            Engine.Quarantine.DecideAsync(id, QuarantineDecision.Released).AsTask(),
            Engine.Quarantine.DecideAsync(id, QuarantineDecision.Discarded).AsTask()).WaitAsync(Soon);
        Assert.Single(ends, won => won);
    }

    [Fact]
    public async Task A_decided_position_is_skipped_all_the_same()
    {
        await Keep(Bad(1, 1));
        await Engine.Quarantine.DecideAsync((await Engine.Quarantine.ListAsync(null, 1)).Single().Id, QuarantineDecision.Released);

        Assert.Equal([1L], (await Engine.Quarantine.PositionsAsync(6, 0)).Select(entry => entry.Position));
    }
}
