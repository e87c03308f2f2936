using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Partitions;
using LiveClass.Tests.Simulation.World;
using LiveClass.Web.Boards;

namespace LiveClass.Tests.Simulation.Owners;

/// <summary>What is wrong with one classroom alone parks that one: its partition goes on, and nothing of it is lost.</summary>
public sealed class ParkingTests
{
    [Theory]
    [InlineData("a checkpoint of garbage")]
    [InlineData("a checkpoint of an unknown format")]
    [InlineData("a journal block of garbage")]
    [InlineData("a journal block that ends elsewhere")]
    [InlineData("a gap in the journal")]
    public void A_classroom_that_cannot_be_read_is_parked_and_the_others_go_on(string trouble) => Stage.Play(async stage =>
    {
        await BreakAsync(stage, trouble);
        await stage.StartAsync(configure: false);
        var waiting = await stage.AnswerAsync(Stage.Ana, 3);
        await stage.AnswerAsync(Stage.Ana, 2, room: Stage.Other);
        await stage.SettleAsync();
        Assert.True(stage.Server.Ready);
        Assert.True((await stage.HeadAsync())!.Parked);
        Assert.Equal([Stage.Room], stage.Server.Parked);
        Assert.Equal(OutcomeKind.Unknown, stage.Told(waiting)!.Value.Kind);
        Assert.Equal(2, (await stage.StateAsync(Stage.Other)).Counts.Evidence);
        Assert.Contains(stage.Logs.Lines, line => line.Contains("classroom 1 in partition 0 cannot be read", StringComparison.Ordinal));
        Assert.DoesNotContain(stage.Logs.Lines, line => line.Contains("starts anew", StringComparison.Ordinal));
        stage.Forgive<ClassroomUnreadableException>();
    });

    [Fact]
    public void Unparking_what_still_cannot_be_read_is_refused_and_it_waits_on() => Stage.Play(async stage =>
    {
        await BreakAsync(stage, "a checkpoint of garbage");
        await stage.StartAsync(configure: false);
        await stage.AnswerAsync(Stage.Ana, 3);
        var unpark = await stage.CommandAsync(new Unpark());
        await stage.SettleAsync();
        Assert.Equal((OutcomeKind.Refused, RefusalCode.StillParked), (stage.Told(unpark)!.Value.Kind, stage.Told(unpark)!.Value.Code));
        Assert.True((await stage.HeadAsync())!.Parked);
        stage.Forgive<ClassroomUnreadableException>();
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Once_it_can_be_read_again_unparking_counts_all_that_waited(bool left) => Stage.Play(async stage =>
    {
        var good = await BreakAsync(stage, "a checkpoint of garbage");
        await stage.StartAsync(configure: false);
        for (var n = 3; n <= 9; n++) await stage.AnswerAsync(Stage.Ana, n);
        await stage.AnswerAsync(Stage.Ana, 5);
        await stage.PassAsync(.1);
        if (left) await stage.PassAsync(4); // long enough to leave memory
        await stage.Server.DisposeAsync();
        stage.Disk.Tamper(Stage.Room, good.Body);

        await stage.StartAsync(configure: false);
        await stage.AnswerAsync(Stage.Ana, 10);
        await stage.PassAsync(.1);
        Assert.Equal(2, (await stage.StateAsync()).Counts.Evidence); // it stays parked until somebody asks
        await stage.CommandAsync(new Unpark());
        await stage.AnswerAsync(Stage.Ana, 11);
        await stage.SettleAsync();
        var state = await stage.StateAsync();
        Assert.Equal((11, 1), (state.Counts.Evidence, state.Counts.Duplicates));
        Assert.Equal(11, state.Sources[11].Contiguous);
        Assert.Empty(stage.Server.Parked);
        stage.Forgive<ClassroomUnreadableException>();
    });

    [Fact]
    public void A_classroom_that_becomes_unreadable_when_a_turn_fails_is_parked_and_loses_nothing() => Stage.Play(async stage =>
    {
        var good = await BreakAsync(stage, null);
        await stage.StartAsync(configure: false);
        await stage.AnswerAsync(Stage.Ana, 3);
        await stage.SettleAsync();
        // It is in memory; what is stored of it breaks under it.
        stage.Disk.Tamper(Stage.Room, new byte[] { 0xFF, 1, 2 });
        await stage.SendAsync(
            Stage.Room, to => EntryFormat.Write(to, Stage.Answer(Stage.Ana, 4)), Stage.WriteGarbage, to => EntryFormat.Write(to, Stage.Answer(Stage.Ana, 5)));
        await stage.AnswerAsync(Stage.Ana, 2, room: Stage.Other);
        await stage.SettleAsync();
        Assert.True((await stage.HeadAsync())!.Parked);
        Assert.Equal(2, (await stage.StateAsync(Stage.Other)).Counts.Evidence);

        stage.Disk.Tamper(Stage.Room, good.Body);
        await stage.CommandAsync(new Unpark());
        await stage.SettleAsync();
        Assert.Equal(5, (await stage.StateAsync()).Counts.Evidence);
        Assert.Equal([QuarantineReason.TurnFailed], await stage.QuarantineAsync());
        stage.Forgive<ClassroomUnreadableException>();
    });

    [Fact]
    public void A_classroom_whose_clock_cannot_be_wound_is_parked_and_the_others_go_on() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        await stage.CommandAsync(new StartLesson([], default, LessonBlockKind.Flex));
        await stage.SettleAsync();
        await stage.Server.DisposeAsync();
        await stage.PlantAsync((state, commit) =>
        {
            var endless = new ByteWriter();
            EventFormat.WriteEntry(endless, state.Version, state.ReceivedAt);
            EventFormat.Write(endless, new PolicyChanged(state.Policy with { LessonEndsAfterMinutes = 1e300 }));
            ClassroomFold.Apply(state, EventFormat.Version, endless.Written);
            return commit with { Checkpoints = [CheckpointOf(state)] };
        });

        await stage.StartAsync(configure: false);
        await stage.AnswerAsync(Stage.Ana, 1);
        await stage.AnswerAsync(Stage.Ana, 1, room: Stage.Other);
        await stage.PassAsync(.1);
        Assert.True((await stage.HeadAsync())!.Parked);
        Assert.Equal(1, (await stage.StateAsync(Stage.Other)).Counts.Evidence);

        await stage.AnswerAsync(Stage.Ana, 2);
        await stage.CommandAsync(new Unpark()); // takes what waits, and is parked again: the cause is still there
        await stage.PassAsync(.1);
        Assert.True((await stage.HeadAsync())!.Parked);
        Assert.Equal(2, (await stage.StateAsync()).Counts.Evidence);
        stage.Forgive<OverflowException>();
    });

    [Fact]
    public void A_change_that_cannot_be_told_stops_neither_its_classroom_nor_the_others() => Stage.Play(async stage =>
    {
        stage.Between = inner => new RefusesDeltas(inner, Stage.Room);
        await stage.StartAsync();
        using var room = stage.Server.Broadcast.Subscribe(Stage.Room);
        using var other = stage.Server.Broadcast.Subscribe(Stage.Other);
        await stage.AnswerAsync(Stage.Ana, 1);
        await stage.AnswerAsync(Stage.Ana, 1, room: Stage.Other);
        await stage.SettleAsync();
        Assert.DoesNotContain(Stage.Room, stage.Server.Parked);
        Assert.Equal(1, (await stage.StateAsync()).Counts.Evidence);
        Assert.True(other.TryRead(out _));
        stage.Forgive<InvalidOperationException>();
    });

    [Fact]
    public void A_board_says_that_its_classroom_is_parked_and_when_it_goes_on() => Stage.Play(async stage =>
    {
        var good = await BreakAsync(stage, "a checkpoint of garbage");
        await stage.StartAsync(configure: false);
        var ports = stage.Server.Ports;
        var witness = new ReplicaWitness(Stage.Room, [], new Random(1));
        await using var board = new BoardReplica(Stage.Room, ports.Journal, ports.Checkpoints, ports.Broadcast, ports.Scheduling, witness, stage.Logs);
        board.Start();
        await board.Loaded;
        Assert.True(board.Parked);
        Assert.Equal(0, witness.Version);

        await stage.AnswerAsync(Stage.Ana, 3);
        await stage.SettleAsync();
        stage.Disk.Tamper(Stage.Room, good.Body);
        await stage.PassAsync(.1);
        Assert.True(board.Parked); // it can be read, and nobody has let it go on
        Assert.Equal(good.Version, witness.Version);

        var unpark = await stage.CommandAsync(new Unpark());
        await stage.PassAsync(.1);
        Assert.False(board.Parked);
        Assert.Equal(unpark, witness.Version);
        stage.Forgive<ClassroomUnreadableException>();
    });

    // Both classrooms have counted something, and the server has stopped; then one is broken. Gives its good checkpoint.
    private static async Task<Checkpoint> BreakAsync(Stage stage, string? trouble)
    {
        await stage.StartAsync();
        await stage.AnswerAsync(Stage.Ana, 1);
        await stage.AnswerAsync(Stage.Ana, 2);
        await stage.AnswerAsync(Stage.Ana, 1, room: Stage.Other);
        await stage.SettleAsync();
        await stage.Server.DisposeAsync();
        Checkpoint? good = null;
        await stage.PlantAsync((state, commit) =>
        {
            good = CheckpointOf(state);
            var next = new JournalBlock(Stage.Partition, Stage.Room, state.Version, commit.Cursor, state.ReceivedAt, 1, EventFormat.Version, new byte[] { 0xFF, 9 });
            return trouble switch
            {
                "a checkpoint of garbage" => commit with { Checkpoints = [good with { Body = new byte[] { 0xFF, 1, 2 } }] },
                "a checkpoint of an unknown format" => commit with { Checkpoints = [good with { Format = 99 }] },
                "a journal block of garbage" => commit with { Blocks = [next] },
                "a journal block that ends elsewhere" => commit with { Blocks = [next with { Body = EntryOf(1) }] },
                "a gap in the journal" => commit with { Checkpoints = [CheckpointOf(Earlier(state)) with { Version = good.Version }] },
                _ => commit,
            };
        });
        return good!;
    }

    private static byte[] EntryOf(long position)
    {
        var body = new ByteWriter();
        EventFormat.WriteEntry(body, position, new Instant(1));
        return body.Written.ToArray();
    }

    // As it was between two entries of one block.
    private static ClassroomState Earlier(ClassroomState state)
    {
        ClassroomFold.Apply(state, EventFormat.Version, EntryOf(state.Version - 1));
        return state;
    }

    private static Checkpoint CheckpointOf(ClassroomState state)
    {
        var body = new ByteWriter();
        CheckpointFormat.Write(body, state);
        return new Checkpoint(Stage.Partition, state.Key, state.Version, state.ReceivedAt, CheckpointFormat.Version, body.Written.ToArray());
    }

    private sealed class RefusesDeltas(IBroadcast inner, ClassroomKey room) : IBroadcast
    {
        public void Publish(DeltaMessage message)
        {
            if (message.Classroom == room) throw new InvalidOperationException("planted");
            inner.Publish(message);
        }

        public void Publish(NextStepMessage message) => inner.Publish(message);

        public void Publish(TurnsMessage message) => inner.Publish(message);

        public ISubscription<object> Subscribe(ClassroomKey classroom) => inner.Subscribe(classroom);

        public ISubscription<TurnsMessage> SubscribeTurns() => inner.SubscribeTurns();
    }
}
