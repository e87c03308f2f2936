using System.Text;
using LiveClass.Engine;
using LiveClass.Engine.Ports;

namespace LiveClass.Tests.Contracts.Engine;

public sealed class SqliteEventLogTests() : EventLogContract(new SqliteHouse());

public sealed class InMemoryEventLogTests() : EventLogContract(new InMemoryHouse());

public abstract class EventLogContract(House house) : EngineContract(house)
{
    // Room for about four appends a classroom, and small blocks, so that bounds are reached soon.
    protected override EngineOptions Options => new() { QueueBytes = 64_000, ClassroomQueueBytes = 16_000, BlockBytes = 8_000, TailBytes = 20_000 };

    [Fact]
    public async Task Positions_count_entries_from_one_without_a_gap()
    {
        var first = await Append(3, 1, "ab", count: 2);
        var second = await Append(3, 2, "c");
        var third = await Append(3, 1, "defg", count: 4);

        Assert.Equal([1, 3, 4], new[] { first.First, second.First, third.First });
        Assert.Equal(7, await Engine.Log.HeadAsync(3));
        Assert.Equal(0, await Engine.Log.HeadAsync(4));
    }

    [Fact]
    public async Task Each_partition_has_an_order_of_its_own()
    {
        await Append(0, 1, "a");
        var other = await Append(63, 2, "b");

        Assert.Equal(1, other.First);
        Assert.Equal("b", Text((await ReadAll(63)).Single().Body));
    }

    [Fact]
    public async Task What_was_appended_is_read_as_it_was()
    {
        var appended = await Append(5, 9, "hello", count: 3, format: 7);

        var block = (await ReadAll(5)).Single();
        Assert.Equal((5, 1, 3, 9, 7), (block.Partition, (int)block.First, block.Count, block.Classroom.Value, (int)block.Format));
        Assert.Equal("hello", Text(block.Body));
        Assert.Equal(appended.Received, block.Received);
    }

    [Fact]
    public async Task The_log_keeps_its_own_copy_of_a_body()
    {
        var body = Encoding.UTF8.GetBytes("before");
        await Engine.Log.AppendAsync(new LogAppend(1, Room(1), 1, 1, body));
        "after!"u8.CopyTo(body);

        Assert.Equal("before", Text((await ReadAll(1)).Single().Body));
    }

    [Fact]
    public async Task Many_appenders_lose_nothing_and_leave_no_gap()
    {
        const int Appenders = 40;
        const int Each = 25;
        var ends = await Task.WhenAll(Enumerable.Range(0, Appenders).Select(AppendAll));

        for (var partition = 0; partition < 2; partition++)
        {
            var blocks = await ReadAll(partition);
            long next = 1;
            foreach (var block in blocks)
            {
                Assert.Equal(next, block.First);
                next += block.Count;
            }
            Assert.Equal(Appenders / 2 * Each, next - 1);
            var found = string.Concat(blocks.Select(block => Text(block.Body))).Split(';', StringSplitOptions.RemoveEmptyEntries);
            var sent = ends.SelectMany(end => end).Where(end => end.Partition == partition).Select(end => end.Body);
            Assert.Equal(sent.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
        Assert.Equal(Appenders * Each, ends.SelectMany(end => end).Select(end => (end.Partition, end.First)).Distinct().Count());

        async Task<List<(int Partition, long First, string Body)>> AppendAll(int appender)
        {
            var sent = new List<(int, long, string)>();
            for (var i = 0; i < Each; i++)
            {
                var body = $"{appender}-{i}";
                Appended end;
                do end = await Append(appender % 2, appender, body + ";");
                while (end.Result == AppendResult.Busy);
                Assert.Equal(AppendResult.Appended, end.Result);
                sent.Add((appender % 2, end.First, body));
            }
            return sent;
        }
    }

    [Fact]
    public async Task Entries_of_one_classroom_keep_the_order_of_their_appends()
    {
        var waits = Enumerable.Range(0, 60).Select(i => Engine.Log.AppendAsync(Entry(2, i % 3, Invariant(i) + ";")).AsTask()).ToList();
        await Task.WhenAll(waits).WaitAsync(Soon);

        for (var room = 0; room < 3; room++)
        {
            var bodies = (await Engine.Log.ReadClassroomAsync(Room(room), 0, 100_000)).Select(block => Text(block.Body));
            var expected = string.Concat(Enumerable.Range(0, 60).Where(i => i % 3 == room).Select(i => Invariant(i) + ";"));
            Assert.Equal(expected, string.Concat(bodies));
        }
    }

    [Fact]
    public async Task A_block_holds_one_format_only()
    {
        var waits = Enumerable.Range(0, 40).Select(i => Engine.Log.AppendAsync(Entry(2, 1, i % 2 == 0 ? "a" : "b", format: (byte)(1 + i % 2))).AsTask());
        await Task.WhenAll(waits).WaitAsync(Soon);

        foreach (var block in await ReadAll(2))
            Assert.Equal(new string(block.Format == 1 ? 'a' : 'b', block.Count), Text(block.Body));
    }

    [Fact]
    public async Task A_block_is_no_longer_than_its_bound_unless_one_append_is()
    {
        var waits = Enumerable.Range(0, 12).Select(i => Engine.Log.AppendAsync(Entry(2, i / 4, new string('x', 3_000))).AsTask());
        await Task.WhenAll(waits).WaitAsync(Soon);
        await Append(2, 9, new string('y', 12_000));

        var blocks = await ReadAll(2);
        Assert.All(blocks.Where(block => block.Classroom != Room(9)), block => Assert.InRange(block.Body.Length, 1, 8_000));
        Assert.Equal(12_000, blocks.Single(block => block.Classroom == Room(9)).Body.Length);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_kept_whole()
    {
        var body = new string('z', 1 << 20);
        Assert.Equal(AppendResult.Appended, (await Append(2, 1, body)).Result);

        Assert.Equal(body, Text((await ReadAll(2)).Single().Body));
    }

    [Fact]
    public async Task A_position_inside_a_block_gives_the_whole_block()
    {
        await Append(4, 1, "abcd", count: 4);
        await Append(4, 2, "e");

        Assert.Equal([1L, 5L], (await ReadAll(4, after: 2)).Select(block => block.First));
        Assert.Equal([1L], (await Engine.Log.ReadClassroomAsync(Room(1), 3, 1000)).Select(block => block.First));
        Assert.Equal([5L], (await ReadAll(4, after: 4)).Select(block => block.First));
        Assert.Empty(await ReadAll(4, after: 5));
        Assert.Empty(await Engine.Log.ReadClassroomAsync(Room(1), 4, 1000));
    }

    [Fact]
    public async Task A_read_gives_at_least_one_block_and_stops_near_its_bound()
    {
        for (var i = 0; i < 10; i++) await Append(4, i, new string('x', 1_000));

        Assert.Single(await Engine.Log.ReadAsync(4, 0, 1));
        Assert.InRange((await Engine.Log.ReadAsync(4, 0, 3_000)).Count, 3, 4);
        Assert.Equal(10, (await ReadAll(4)).Count);
    }

    [Fact]
    public async Task Old_and_new_blocks_read_the_same_from_memory_and_from_disk()
    {
        for (var i = 0; i < 50; i++) await Append(4, i % 5, new string((char)('a' + i % 26), 1_000), count: 2); // more than the tail holds
        var all = await ReadAll(4);

        Assert.Equal(100, all[^1].Last);
        for (var after = 0; after < 100; after++)
        {
            var next = (await Engine.Log.ReadAsync(4, after, 1))[0];
            Assert.Equal(after / 2 * 2 + 1, next.First);
            Assert.Equal(all[after / 2].Body.ToArray(), next.Body.ToArray());
        }
    }

    [Fact]
    public async Task A_reader_never_sees_a_later_position_before_an_earlier_one()
    {
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(async room =>
        {
            for (var i = 0; i < 40; i++) await Append(1, room, "x");
        }));
        long seen = 0;
        while (seen < 320)
        {
            foreach (var block in await Engine.Log.ReadAsync(1, seen, 4_000))
            {
                Assert.Equal(seen + 1, block.First);
                seen = block.Last;
            }
            await Engine.Log.WaitAsync(1, seen, TimeSpan.FromSeconds(1));
        }
        await writing;
    }

    [Fact]
    public async Task A_flood_of_one_classroom_leaves_room_for_the_others()
    {
        var flood = Enumerable.Range(0, 300).Select(_ => Engine.Log.AppendAsync(Entry(1, 1, new string('x', 3_000))).AsTask()).ToList();
        var other = await Append(1, 2, "mine");
        var ends = await Task.WhenAll(flood).WaitAsync(Soon);

        Assert.Equal(AppendResult.Appended, other.Result);
        Assert.Contains(ends, end => end.Result == AppendResult.Busy);
        Assert.Contains(ends, end => end.Result == AppendResult.Appended);
        Assert.All(ends.Where(end => end.Result == AppendResult.Busy), end => Assert.Equal(0, end.First));
        var kept = (await Engine.Log.ReadClassroomAsync(Room(1), 0, 10_000_000)).Sum(block => block.Count);
        Assert.Equal(ends.Count(end => end.Result == AppendResult.Appended), kept);
    }

    [Fact]
    public async Task A_flood_of_evidence_does_not_hold_a_command()
    {
        var flood = Enumerable.Range(0, 300).Select(i => Engine.Log.AppendAsync(Entry(1, i, new string('x', 3_000))).AsTask()).ToList();
        var command = await Append(1, 1, "command", priority: true);
        await Task.WhenAll(flood).WaitAsync(Soon);

        Assert.Equal(AppendResult.Appended, command.Result);
    }

    [Fact]
    public async Task Room_comes_back_when_the_commit_has_ended()
    {
        for (var i = 0; i < 40; i++) Assert.Equal(AppendResult.Appended, (await Append(1, 1, new string('x', 9_000))).Result);
    }

    [Fact]
    public async Task Receipt_times_never_run_back_though_the_clock_does()
    {
        var first = await Append(1, 1, "a");
        House.Clock.Now -= TimeSpan.FromHours(1);
        var second = await Append(1, 1, "b");
        await ReopenAsync();
        var third = await Append(1, 1, "c");
        var elsewhere = await Append(2, 2, "d");
        House.Clock.Now += TimeSpan.FromHours(2);
        var fourth = await Append(1, 1, "e");

        Assert.Equal(first.Received, second.Received);
        Assert.Equal(first.Received, third.Received);
        Assert.True(elsewhere.Received < first.Received, "another partition has its own last stamp");
        Assert.Equal(TimeSpan.FromHours(1), fourth.Received - first.Received);
    }

    [Fact]
    public async Task A_waiting_reader_is_woken_by_an_append()
    {
        var wait = Engine.Log.WaitAsync(1, 0, TimeSpan.FromMinutes(10)).AsTask();
        Assert.False(wait.IsCompleted);
        await Append(1, 1, "a");
        await wait.WaitAsync(Soon);
    }

    [Fact]
    public async Task A_wait_ends_at_once_where_there_is_more_and_after_its_time_where_not()
    {
        await Append(1, 1, "a");
        await Engine.Log.WaitAsync(1, 0, TimeSpan.FromMinutes(10)).AsTask().WaitAsync(Soon);
        await Engine.Log.WaitAsync(1, 1, TimeSpan.FromMilliseconds(20)).AsTask().WaitAsync(Soon);
    }

    [Fact]
    public async Task A_wait_can_be_given_up()
    {
        using var giveUp = new CancellationTokenSource();
        var wait = Engine.Log.WaitAsync(1, 0, TimeSpan.FromMinutes(10), giveUp.Token).AsTask();
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Soon));
    }

    [Fact]
    public async Task A_restart_keeps_everything_and_goes_on_counting()
    {
        await Append(1, 1, "a", count: 3);
        await Append(2, 2, "b");
        await ReopenAsync();
        var next = await Append(1, 1, "c");

        Assert.Equal(4, next.First);
        Assert.Equal(["a", "c"], (await ReadAll(1)).Select(block => Text(block.Body)));
        Assert.Equal(["b"], (await ReadAll(2)).Select(block => Text(block.Body)));
        Assert.Equal(1, await Engine.Log.HeadAsync(2));
    }

    [Fact]
    public async Task What_was_queued_before_the_end_is_kept_and_nothing_is_taken_after_it()
    {
        var waits = Enumerable.Range(0, 50).Select(i => Engine.Log.AppendAsync(Entry(1, i, "x")).AsTask()).ToList();
        var log = Engine.Log;
        await ReopenAsync();

        var ends = await Task.WhenAll(waits).WaitAsync(Soon);
        Assert.All(ends, end => Assert.Equal(AppendResult.Appended, end.Result));
        Assert.Equal(50, await Engine.Log.HeadAsync(1));
        Assert.Equal(AppendResult.Unavailable, (await log.AppendAsync(Entry(1, 1, "late"))).Result);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(64, 1)]
    [InlineData(0, 0)]
    public async Task An_append_that_breaks_the_contract_is_thrown_back(int partition, int count) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Engine.Log.AppendAsync(Entry(partition, 1, "x", count)));
}
