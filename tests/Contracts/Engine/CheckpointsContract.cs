using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Tests.Contracts.Engine;

public sealed class SqliteCheckpointsTests() : CheckpointsContract(new SqliteHouse());

public sealed class InMemoryCheckpointsTests() : CheckpointsContract(new InMemoryHouse());

public abstract class CheckpointsContract(House house) : EngineContract(house)
{
    private long version;

    private async Task Keep(Checkpoint? checkpoint = null, ClassroomHead? head = null)
    {
        var commit = Commit(6, 1, ++version) with { Checkpoints = checkpoint is null ? [] : [checkpoint], Heads = head is null ? [] : [head] };
        Assert.Equal(CommitResult.Committed, await Engine.Journal.CommitAsync(commit).AsTask().WaitAsync(Soon));
    }

    [Fact]
    public async Task An_unknown_classroom_has_neither_checkpoint_nor_head()
    {
        Assert.Null(await Engine.Checkpoints.LatestAsync(Room(1)));
        Assert.Null(await Engine.Checkpoints.HeadAsync(Room(1)));
        Assert.Empty(await Engine.Checkpoints.HeadsAsync(6));
    }

    [Fact]
    public async Task The_newest_checkpoint_is_given_whole()
    {
        await Keep(State(6, 1, 5, "old"));
        await Keep(State(6, 1, 9, "new") with { Format = 4 });
        await Keep(State(6, 2, 7, "another classroom"));

        var latest = (await Engine.Checkpoints.LatestAsync(Room(1)))!;
        Assert.Equal((6, 1, 9L, 1009L, 4), (latest.Partition, latest.Classroom.Value, latest.Version, latest.At.Milliseconds, (int)latest.Format));
        Assert.Equal("new", Text(latest.Body));
    }

    [Fact]
    public async Task The_same_version_again_is_the_later_one()
    {
        await Keep(State(6, 1, 5, "first"));
        await Keep(State(6, 1, 5, "second"));

        Assert.Equal("second", Text((await Engine.Checkpoints.LatestAsync(Room(1)))!.Body));
    }

    [Fact]
    public async Task An_older_checkpoint_does_not_take_the_place_of_a_newer()
    {
        for (var to = 1; to <= 5; to++) await Keep(State(6, 1, to * 10, Invariant(to)));
        await Keep(State(6, 1, 15, "late"));

        Assert.Equal("5", Text((await Engine.Checkpoints.LatestAsync(Room(1)))!.Body));
    }

    [Fact]
    public async Task A_head_is_kept_with_all_its_parts()
    {
        var head = new ClassroomHead(Room(1), 6, 12, new Instant(99), Parked: true);
        await Keep(head: head);

        Assert.Equal(head, await Engine.Checkpoints.HeadAsync(Room(1)));
    }

    [Fact]
    public async Task A_head_moves_on_and_never_back()
    {
        await Keep(head: new ClassroomHead(Room(1), 6, 12, new Instant(99), Parked: true));
        await Keep(head: new ClassroomHead(Room(1), 6, 12, default, Parked: false));
        await Keep(head: new ClassroomHead(Room(1), 6, 7, new Instant(1), Parked: true));

        Assert.Equal(new ClassroomHead(Room(1), 6, 12, default, Parked: false), await Engine.Checkpoints.HeadAsync(Room(1)));
    }

    [Fact]
    public async Task Heads_of_a_partition_are_its_own()
    {
        await Keep(head: new ClassroomHead(Room(2), 6, 3, default, Parked: false));
        await Keep(head: new ClassroomHead(Room(1), 6, 4, default, Parked: false));
        var elsewhere = Commit(7, 1, 1) with { Heads = [new ClassroomHead(Room(3), 7, 1, default, Parked: false)] };
        await Engine.Journal.CommitAsync(elsewhere);

        Assert.Equal([1, 2], (await Engine.Checkpoints.HeadsAsync(6)).Select(head => head.Classroom.Value));
        Assert.Equal([3], (await Engine.Checkpoints.HeadsAsync(7)).Select(head => head.Classroom.Value));
    }

    [Fact]
    public async Task A_restart_keeps_checkpoints_and_heads()
    {
        await Keep(State(6, 1, 5, "state"), new ClassroomHead(Room(1), 6, 5, new Instant(8), Parked: false));
        await ReopenAsync();

        Assert.Equal("state", Text((await Engine.Checkpoints.LatestAsync(Room(1)))!.Body));
        Assert.Equal(5, (await Engine.Checkpoints.HeadAsync(Room(1)))!.Version);
    }
}
