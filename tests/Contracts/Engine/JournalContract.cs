using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Tests.Contracts.Engine;

public sealed class SqliteJournalTests() : JournalContract(new SqliteHouse());

public sealed class InMemoryJournalTests() : JournalContract(new InMemoryHouse());

public abstract class JournalContract(House house) : EngineContract(house)
{
    private async Task<CommitResult> Keep(JournalCommit commit) => await Engine.Journal.CommitAsync(commit).AsTask().WaitAsync(Soon);

    [Fact]
    public async Task A_commit_is_read_back_as_it_was()
    {
        Assert.Equal(CommitResult.Committed, await Keep(Commit(6, 1, 4, Block(6, 1, 0, 3, "first", format: 9), Block(6, 2, 0, 4, "second"))));

        var block = (await Engine.Journal.ReadClassroomAsync(Room(1), 0, 1000)).Single();
        Assert.Equal((6, 1, 0L, 3L, 1003L, 1, 9), (block.Partition, block.Classroom.Value, block.From, block.To, block.At.Milliseconds, block.Count, (int)block.Format));
        Assert.Equal("first", Text(block.Body));
        Assert.Equal(4, await Engine.Journal.CursorAsync(6));
        Assert.Equal(0, await Engine.Journal.CursorAsync(7));
    }

    [Fact]
    public async Task Blocks_of_a_classroom_come_in_order_after_a_position()
    {
        await Keep(Commit(6, 1, 9, Block(6, 1, 0, 3, "a"), Block(6, 1, 3, 5, "b")));
        await Keep(Commit(6, 1, 12, Block(6, 1, 5, 12, "c")));

        Assert.Equal(["a", "b", "c"], (await Engine.Journal.ReadClassroomAsync(Room(1), 0, 1000)).Select(block => Text(block.Body)));
        Assert.Equal(["b", "c"], (await Engine.Journal.ReadClassroomAsync(Room(1), 4, 1000)).Select(block => Text(block.Body)));
        Assert.Equal(["b"], (await Engine.Journal.ReadClassroomAsync(Room(1), 3, 1)).Select(block => Text(block.Body)));
        Assert.Empty(await Engine.Journal.ReadClassroomAsync(Room(1), 12, 1000));
    }

    [Fact]
    public async Task Blocks_of_a_partition_come_in_the_order_of_their_writing_with_growing_rows()
    {
        await Keep(Commit(6, 1, 2, Block(6, 1, 0, 1, "a"), Block(6, 2, 0, 2, "b")));
        await Keep(Commit(7, 1, 1, Block(7, 3, 0, 1, "elsewhere")));
        await Keep(Commit(6, 1, 3, Block(6, 1, 1, 3, "c")));

        var rows = await Engine.Journal.ReadPartitionAsync(6, 0, 1000);
        Assert.Equal(["a", "b", "c"], rows.Select(row => Text(row.Block.Body)));
        Assert.True(rows[0].Row > 0 && rows[0].Row < rows[1].Row && rows[1].Row < rows[2].Row, "rows grow from 1");
        Assert.Equal(["c"], (await Engine.Journal.ReadPartitionAsync(6, rows[1].Row, 1000)).Select(row => Text(row.Block.Body)));
        Assert.Empty(await Engine.Journal.ReadPartitionAsync(6, rows[2].Row, 1000));
        Assert.Single(await Engine.Journal.ReadPartitionAsync(6, 0, 1));
    }

    [Fact]
    public async Task The_same_commit_again_changes_nothing()
    {
        var commit = Commit(6, 1, 5, Block(6, 1, 0, 3, "a"), Block(6, 1, 3, 5, "b")) with
        {
            Quarantined = [new Quarantined(6, 4, Room(1), new Instant(9), QuarantineReason.TurnFailed)],
            Checkpoints = [State(6, 1, 5, "state")],
            Heads = [new ClassroomHead(Room(1), 6, 5, new Instant(77), Parked: false)],
        };
        await Keep(commit);
        Assert.Equal(CommitResult.Committed, await Keep(commit));

        Assert.Equal(2, (await Engine.Journal.ReadPartitionAsync(6, 0, 1000)).Count);
        Assert.Single(await Engine.Quarantine.ListAsync(Room(1), 10));
    }

    [Fact]
    public async Task The_same_commit_twice_at_once_is_kept_once()
    {
        var commit = Commit(6, 1, 3, Block(6, 1, 0, 3, "a"));
        var ends = await Task.WhenAll(Engine.Journal.CommitAsync(commit).AsTask(), Engine.Journal.CommitAsync(commit).AsTask()).WaitAsync(Soon);

        Assert.All(ends, end => Assert.Equal(CommitResult.Committed, end));
        Assert.Single(await Engine.Journal.ReadPartitionAsync(6, 0, 1000));
    }

    [Fact]
    public async Task An_older_epoch_writes_nothing()
    {
        var old = (await Engine.Leases.AcquireAsync(6))!.Value;
        await Engine.Leases.ReleaseAsync(old);
        var young = (await Engine.Leases.AcquireAsync(6))!.Value;

        var refused = Commit(6, old.Epoch, 9, Block(6, 1, 0, 9)) with
        {
            Quarantined = [new Quarantined(6, 4, Room(1), new Instant(9), QuarantineReason.TurnFailed)],
            Checkpoints = [State(6, 1, 9, "state")],
            Heads = [new ClassroomHead(Room(1), 6, 9, default, Parked: false)],
        };
        Assert.Equal(CommitResult.Fenced, await Keep(refused));
        Assert.Empty(await Engine.Journal.ReadClassroomAsync(Room(1), 0, 1000));
        Assert.Equal(0, await Engine.Journal.CursorAsync(6));
        Assert.Null(await Engine.Checkpoints.LatestAsync(Room(1)));
        Assert.Null(await Engine.Checkpoints.HeadAsync(Room(1)));
        Assert.Empty(await Engine.Quarantine.PositionsAsync(6, 0));
        Assert.Equal(CommitResult.Committed, await Keep(refused with { Epoch = young.Epoch }));
    }

    [Fact]
    public async Task A_commit_with_a_newer_epoch_shuts_the_older_out()
    {
        await Keep(Commit(6, 5, 1, Block(6, 1, 0, 1)));

        Assert.Equal(CommitResult.Fenced, await Keep(Commit(6, 4, 2, Block(6, 1, 1, 2))));
        Assert.Equal(CommitResult.Committed, await Keep(Commit(7, 1, 2, Block(7, 2, 0, 2))));
    }

    [Fact]
    public async Task The_cursor_never_falls()
    {
        await Keep(Commit(6, 1, 10));
        await Keep(Commit(6, 1, 4));

        Assert.Equal(10, await Engine.Journal.CursorAsync(6));
    }

    [Fact]
    public async Task A_block_that_does_not_continue_its_classroom_is_thrown_back_and_nothing_of_its_commit_is_kept()
    {
        await Keep(Commit(6, 1, 3, Block(6, 1, 0, 3)));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Keep(Commit(6, 1, 9, Block(6, 2, 0, 8), Block(6, 1, 4, 9))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Keep(Commit(6, 1, 9, Block(6, 1, 0, 2))));
        Assert.Empty(await Engine.Journal.ReadClassroomAsync(Room(2), 0, 1000));
        Assert.Equal(3, await Engine.Journal.CursorAsync(6));
        Assert.Equal(CommitResult.Committed, await Keep(Commit(6, 1, 9, Block(6, 1, 3, 9))));
    }

    [Fact]
    public async Task The_journal_keeps_its_own_copy_of_a_body()
    {
        var body = "before"u8.ToArray();
        await Keep(Commit(6, 1, 1, Block(6, 1, 0, 1) with { Body = body }));
        "after!"u8.CopyTo(body);

        Assert.Equal("before", Text((await Engine.Journal.ReadClassroomAsync(Room(1), 0, 1000)).Single().Body));
    }

    [Fact]
    public async Task A_waiting_reactor_is_woken_by_a_commit()
    {
        var wait = Engine.Journal.WaitAsync(6, 0, TimeSpan.FromMinutes(10)).AsTask();
        var other = Engine.Journal.WaitAsync(7, 0, TimeSpan.FromMinutes(10)).AsTask();
        Assert.False(wait.IsCompleted);
        await Keep(Commit(6, 1, 1, Block(6, 1, 0, 1)));
        await wait.WaitAsync(Soon);
        Assert.False(other.IsCompleted);
    }

    [Fact]
    public async Task A_restart_keeps_everything()
    {
        await Keep(Commit(6, 3, 2, Block(6, 1, 0, 1, "a"), Block(6, 2, 0, 2, "b")));
        var row = (await Engine.Journal.ReadPartitionAsync(6, 0, 1000))[^1].Row;
        await ReopenAsync();

        Assert.Equal(2, await Engine.Journal.CursorAsync(6));
        Assert.Equal(CommitResult.Fenced, await Keep(Commit(6, 2, 3, Block(6, 1, 1, 3))));
        Assert.Equal(CommitResult.Committed, await Keep(Commit(6, 3, 3, Block(6, 1, 1, 3, "c"))));
        Assert.Equal(["c"], (await Engine.Journal.ReadPartitionAsync(6, row, 1000)).Select(found => Text(found.Block.Body)));
    }

    [Fact]
    public async Task Appends_and_commits_side_by_side_are_all_kept()
    {
        var appends = Enumerable.Range(0, 200).Select(i => Engine.Log.AppendAsync(Entry(i % 8, i % 20, "x")).AsTask()).ToList();
        var commits = Enumerable.Range(0, 8).Select(async partition =>
        {
            for (var to = 1; to <= 20; to++) Assert.Equal(CommitResult.Committed, await Keep(Commit(partition, 1, to, Block(partition, 100 + partition, to - 1, to))));
        });
        await Task.WhenAll(commits);
        await Task.WhenAll(appends).WaitAsync(Soon);

        for (var partition = 0; partition < 8; partition++)
        {
            Assert.Equal(25, await Engine.Log.HeadAsync(partition));
            Assert.Equal(20, (await Engine.Journal.ReadPartitionAsync(partition, 0, 10_000)).Count);
        }
    }
}
