using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Tests.Simulation.Owners;

/// <summary>A bug ends one turn: never the classroom, the partition or the process.</summary>
public sealed class QuarantineTests
{
    [Fact]
    public void A_turn_that_fails_is_quarantined_and_those_around_it_count() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        var first = await stage.SendAsync(
            Stage.Room, to => EntryFormat.Write(to, Stage.Answer(Stage.Ana, 1)), Stage.WriteGarbage, to => EntryFormat.Write(to, Stage.Answer(Stage.Ana, 2)));
        await stage.SettleAsync();
        Assert.Equal(2, (await stage.StateAsync()).Counts.Evidence);
        Assert.Equal([QuarantineReason.TurnFailed], await stage.QuarantineAsync());
        Assert.Equal(OutcomeKind.Quarantined, stage.Told(first + 1)!.Value.Kind);
        Assert.Equal(OutcomeKind.Accepted, stage.Told(first + 2)!.Value.Kind);
    });

    [Fact]
    public void A_position_in_quarantine_is_skipped_by_every_later_owner() => Stage.Play(async stage =>
    {
        await stage.StartAsync(configure: false);
        var ports = stage.Server.Ports;
        await stage.SettleAsync();
        await stage.Server.DisposeAsync();

        // Good bytes, but an owner that is gone has failed on them.
        var server = stage.NewServer();
        await server.Ports.Log.AppendAsync(new LogAppend(Stage.Partition, Stage.Room, 1, EntryFormat.Version, Body(Stage.Answer(Stage.Ana, 1))));
        await server.Ports.Journal.CommitAsync(new JournalCommit(
            Stage.Partition, 99, 0, [], [], [], [new Quarantined(Stage.Partition, 1, Stage.Room, stage.Now, QuarantineReason.TurnFailed)]));
        await server.DisposeAsync();

        for (var life = 0; life < 3; life++)
        {
            await stage.StartAsync(configure: false);
            await stage.SettleAsync();
            var state = await stage.StateAsync();
            Assert.Equal(0, state.Counts.Evidence);
            Assert.Equal(1, state.Sources[11].Contiguous); // its number is seen, so the source goes on
            stage.Crash();
        }
    });

    [Fact]
    public void An_entry_that_killed_the_process_twice_is_quarantined_unseen() => Stage.Play(async stage =>
    {
        for (var life = 0; life < 2; life++)
        {
            var server = stage.NewServer();
            if (life == 0) await server.Ports.Log.AppendAsync(new LogAppend(Stage.Partition, Stage.Room, 1, EntryFormat.Version, Body(Stage.Answer(Stage.Ana, 1))));
            else server.Ports.Marks.TakeDeaths(Stage.Partition);
            server.Ports.Marks.Set(Stage.Partition, 1);
            server.Kill();
            stage.Disk.Crash(1);
        }

        await stage.StartAsync(configure: false);
        await stage.SettleAsync();
        Assert.Equal([QuarantineReason.ProcessDied], await stage.QuarantineAsync());
        Assert.Equal(0, (await stage.StateAsync()).Counts.Evidence);
    });

    [Theory]
    [InlineData(3, EntryFormat.Version)]
    [InlineData(1, EntryFormat.Version + 1)]
    public void A_block_that_cannot_be_taken_apart_harms_nobody_else(int count, byte format) => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        await stage.SendBodyAsync(Stage.Room, count, format, [0x7F, 1, 2, 3]);
        await stage.AnswerAsync(Stage.Ana, 1);
        await stage.AnswerAsync(Stage.Ana, 1, room: Stage.Other);
        await stage.SettleAsync();
        Assert.Equal(count, (await stage.QuarantineAsync()).Length);
        Assert.Equal(1, (await stage.StateAsync()).Counts.Evidence);
        Assert.Equal(1, (await stage.StateAsync(Stage.Other)).Counts.Evidence);
    });

    [Fact]
    public void A_classroom_that_fails_too_often_is_parked_and_the_others_go_on() => Stage.Play(async stage =>
    {
        await ParkAsync(stage);
        var waiting = await stage.AnswerAsync(Stage.Ana, 1);
        await stage.AnswerAsync(Stage.Ana, 1, room: Stage.Other);
        await stage.PassAsync(.1);
        Assert.True((await stage.HeadAsync())!.Parked);
        Assert.Equal(0, (await stage.StateAsync()).Counts.Evidence);
        Assert.Equal(1, (await stage.StateAsync(Stage.Other)).Counts.Evidence);
        Assert.Equal(OutcomeKind.Unknown, stage.Told(waiting)!.Value.Kind);
    });

    [Fact]
    public void Failures_that_are_far_apart_park_nobody() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        for (var n = 0; n < 30; n++)
        {
            await stage.GarbageAsync();
            await stage.PassAsync(.1);
        }

        await stage.SettleAsync();
        Assert.False((await stage.HeadAsync())!.Parked);
        Assert.Equal(30, (await stage.QuarantineAsync()).Length);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Unparked_it_takes_all_that_waited_once_and_in_order(bool crashed) => Stage.Play(async stage =>
    {
        await ParkAsync(stage);
        for (var n = 1; n <= 40; n++)
        {
            await stage.AnswerAsync(Stage.Ana, n);
            if (n % 10 == 0) await stage.GarbageAsync(); // which must not keep the way out shut
            if (n % 15 == 0) await stage.AnswerAsync(Stage.Ana, n);
        }

        await stage.PassAsync(.1);
        if (crashed)
        {
            stage.Crash();
            await stage.StartAsync(configure: false);
        }

        var unpark = await stage.CommandAsync(new Unpark());
        await stage.AnswerAsync(Stage.Ana, 41);
        await stage.SettleAsync();
        var state = await stage.StateAsync();
        Assert.Equal(41, state.Counts.Evidence);
        Assert.Equal(2, state.Counts.Duplicates);
        Assert.Equal(41, state.Sources[11].Contiguous);
        Assert.False((await stage.HeadAsync())!.Parked);
        Assert.Equal(OutcomeKind.Accepted, stage.Told(unpark)!.Value.Kind);
        Assert.Equal(stage.Options.FailuresBeforeParking + 1 + 4, (await stage.QuarantineAsync()).Length);
    });

    private static async Task ParkAsync(Stage stage)
    {
        await stage.StartAsync();
        for (var n = 0; n <= stage.Options.FailuresBeforeParking; n++) await stage.GarbageAsync();
        await stage.SettleAsync();
    }

    private static byte[] Body(LiveClass.Grains.Abstractions.Entries.Evidence evidence)
    {
        var to = new ByteWriter();
        EntryFormat.Write(to, evidence);
        return to.Written.ToArray();
    }
}
