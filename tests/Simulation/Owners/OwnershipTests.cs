using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Silo;

namespace LiveClass.Tests.Simulation.Owners;

/// <summary>Who owns a partition, what it keeps in memory, and what it leaves behind.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public void An_owner_that_another_has_replaced_writes_nothing_more() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        await stage.AnswerAsync(Stage.Ana, 1);
        await stage.SettleAsync();

        // As after a lease that ran out unnoticed: a second silo over the same engine gets the next epoch.
        var ports = stage.Server.Ports;
        await ports.Leases.ReleaseAsync(new Lease(Stage.Partition, 1));
        await using var second = new SiloHost(ports, stage.Options, stage.Logs, [Stage.Partition]);
        second.Start();
        for (var n = 2; n <= 30; n++)
        {
            await stage.AnswerAsync(Stage.Ana, n);
            if (n % 5 == 0) await stage.PassAsync(.05);
        }

        await stage.PassAsync(.1);
        Assert.Contains(stage.Logs.Lines, line => line.Contains("owned by somebody else", StringComparison.Ordinal));
        Assert.False(stage.Server.Ready);
        Assert.True(second.Ready);
        Assert.Equal(30, (await stage.StateAsync()).Counts.Evidence);
        Assert.Equal(0, (await stage.StateAsync()).Counts.Duplicates);
    });

    [Fact]
    public void A_partition_is_owned_again_after_its_store_has_failed() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        await stage.AnswerAsync(Stage.Ana, 1);
        stage.Disk.FailNextSync();
        await stage.PassAsync(.2);
        for (var n = 2; n <= 5; n++)
        {
            stage.Disk.Full = true;
            await stage.PassAsync(.05);
            stage.Disk.Full = false;
            await stage.PassAsync(.05);
            await stage.AnswerAsync(Stage.Ana, n);
        }

        await stage.SettleAsync();
        Assert.Equal(5, (await stage.StateAsync()).Counts.Evidence);
    });

    [Fact]
    public void An_idle_classroom_leaves_memory_with_a_checkpoint_and_comes_back() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        await stage.AnswerAsync(Stage.Ana, 1);
        await stage.SettleAsync();
        Assert.Equal(2, stage.Server.ActiveClassrooms);
        await stage.PassAsync(3);
        Assert.Equal(0, stage.Server.ActiveClassrooms);
        Assert.Equal((await stage.StateAsync()).Version, (await stage.Server.Ports.Checkpoints.LatestAsync(Stage.Room))!.Version);
        await stage.AnswerAsync(Stage.Ana, 1);
        await stage.AnswerAsync(Stage.Ana, 2);
        await stage.SettleAsync();
        Assert.Equal(1, stage.Server.ActiveClassrooms);
        Assert.Equal(2, (await stage.StateAsync()).Counts.Evidence);
    });

    [Fact]
    public void A_classroom_with_a_lesson_stays_in_memory() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        await stage.CommandAsync(new StartLesson([], default, LessonBlockKind.Flex));
        await stage.PassAsync(30);
        Assert.Equal(1, stage.Server.ActiveClassrooms);
    });

    [Fact]
    public void A_checkpoint_is_written_after_so_many_entries() => Stage.Play(
        async stage =>
        {
            await stage.StartAsync();
            for (var n = 1; n <= 60; n++)
            {
                await stage.AnswerAsync(Stage.Ana, n);
                await stage.PassAsync(.02);
            }

            var checkpoint = await stage.Server.Ports.Checkpoints.LatestAsync(Stage.Room);
            Assert.True(checkpoint!.Version >= (await stage.StateAsync()).Version - 25);
        },
        new SiloOptions { CheckpointEntries = 20, CheckpointInterval = TimeSpan.FromHours(9), DeactivateAfter = TimeSpan.FromHours(9) });

    [Fact]
    public void The_end_of_a_lesson_is_kept_whole() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        await stage.CommandAsync(new StartLesson([], default, LessonBlockKind.Flex));
        await stage.AnswerAsync(Stage.Ana, 1);
        var end = await stage.CommandAsync(new EndLesson());
        await stage.SettleAsync();
        Assert.Equal(end, (await stage.Server.Ports.Checkpoints.LatestAsync(Stage.Room))!.Version);
    });

    [Fact]
    public void A_server_that_is_told_to_stop_leaves_checkpoints_and_no_work_for_the_next() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        await stage.CommandAsync(new StartLesson([], default, LessonBlockKind.Flex));
        await stage.SettleAsync();
        var last = await stage.AnswerAsync(Stage.Ana, 1);
        await stage.PassAsync(.001); // it has had its turn, and waits for the journal
        await stage.Server.DisposeAsync();
        var after = stage.NewServer();
        Assert.Equal(last, (await after.Ports.Checkpoints.LatestAsync(Stage.Room))!.Version);
        Assert.Equal(last, await after.Ports.Journal.CursorAsync(Stage.Partition));
    });

    [Fact]
    public void A_server_stops_on_a_full_disk_as_well_and_nothing_is_lost() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        await stage.SettleAsync();
        await stage.AnswerAsync(Stage.Ana, 1);
        stage.Disk.Full = true;
        var before = stage.Machine.Elapsed;
        await stage.Server.DisposeAsync();
        Assert.True(stage.Machine.Elapsed - before < TimeSpan.FromSeconds(5));
        stage.Disk.Full = false;
        await stage.StartAsync(configure: false);
        await stage.SettleAsync();
        Assert.Equal(1, (await stage.StateAsync()).Counts.Evidence);
    });

    [Fact]
    public void A_command_s_outcome_is_told_once_it_is_in_the_journal() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        var start = await stage.CommandAsync(new StartLesson([], default, LessonBlockKind.Flex));
        while (stage.Told(start) is null) await stage.PassAsync(.0001);
        Assert.True(await stage.Server.Ports.Journal.CursorAsync(Stage.Partition) >= start);
        Assert.Equal(start, (await stage.StateAsync()).Version);
    });

    [Fact]
    public void Entries_of_one_block_that_were_handled_before_a_restart_are_not_handled_again() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        Action<ByteWriter> first = to => EntryFormat.Write(to, Stage.Answer(Stage.Ana, 1));
        Action<ByteWriter> second = to => EntryFormat.Write(to, Stage.Answer(Stage.Ana, 2));
        await stage.SendAsync(Stage.Room, first, second, first);
        await stage.SettleAsync();
        stage.Crash();
        await stage.StartAsync(configure: false);
        await stage.SendAsync(Stage.Room, second, to => EntryFormat.Write(to, Stage.Answer(Stage.Ana, 3)));
        await stage.SettleAsync();
        var state = await stage.StateAsync();
        Assert.Equal((3, 2), (state.Counts.Evidence, state.Counts.Duplicates));
        Assert.Equal(new ClassroomKey(1), state.Key);
    });
}
