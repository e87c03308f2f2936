using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Engine.Sqlite;
using LiveClass.Engine.Writing;

namespace LiveClass.Tests.Contracts.Engine;

/// <summary>What SQLite's store does when the disk fails it. Each goes on without a restart.</summary>
public sealed class SqliteFaultTests() : EngineContract(new SqliteHouse())
{
    protected override EngineOptions Options => new() { TailBytes = 0, RetryAtMost = TimeSpan.FromMilliseconds(50) };

    private StoreHealth Condition => (StoreHealth)Engine.Health;

    private async Task<List<string>> AppendUntilUnavailable()
    {
        var kept = new List<string>();
        for (var i = 0; i < 1_000; i++)
        {
            var body = $"{Invariant(i)}-{new string('x', 20_000)}";
            if ((await Append(1, i % 3, body)).Result == AppendResult.Unavailable) return kept;
            kept.Add(body);
        }
        throw new InvalidOperationException("The store never became full.");
    }

    [Fact]
    public async Task A_full_disk_stops_acknowledging_says_so_and_goes_on_when_there_is_room()
    {
        Assert.True(Engine.Health.Condition.Ready);
        Engine.Writer!.PageLimit = 100;
        var kept = await AppendUntilUnavailable();

        Assert.NotEmpty(kept);
        Assert.False(Engine.Health.Condition.Ready);
        Assert.Contains("full", Engine.Health.Condition.Detail, StringComparison.Ordinal);
        Assert.Contains("Free some space", Engine.Health.Condition.Detail, StringComparison.Ordinal);
        Assert.Equal(CommitResult.Unavailable, await Engine.Journal.CommitAsync(Commit(1, 1, 1, Block(1, 1, 0, 1))));
        Assert.Equal(CommitResult.Unavailable, await Engine.ReactorCursors.SetAsync("history", 1, 1));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Engine.Quarantine.DecideAsync(1, QuarantineDecision.Discarded));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Engine.Leases.AcquireAsync(1));

        Engine.Writer.PageLimit = 0;
        await Condition.UntilAsync(now => now.Ready).WaitAsync(Soon);
        var after = await Append(1, 1, "after");

        Assert.Equal(AppendResult.Appended, after.Result);
        var bodies = (await ReadAll(1)).Select(block => Text(block.Body)).ToList();
        Assert.Equal(kept, bodies.Take(kept.Count));
        Assert.Equal("after", bodies[^1]);
        Assert.InRange(bodies.Count, kept.Count + 1, kept.Count + 2); // the one that ended as unavailable may be there
        Assert.NotNull(await Engine.Leases.AcquireAsync(1));
    }

    [Fact]
    public async Task Everyone_who_waits_when_the_disk_is_full_is_told()
    {
        Engine.Writer!.PageLimit = 60;
        var waits = Enumerable.Range(0, 400).Select(i => Engine.Log.AppendAsync(Entry(1, i, new string('x', 10_000))).AsTask()).ToList();
        var ends = await Task.WhenAll(waits).WaitAsync(Soon);

        Assert.Contains(ends, end => end.Result == AppendResult.Unavailable);
        Assert.DoesNotContain(ends, end => end.Result == AppendResult.Busy);
        Engine.Writer.PageLimit = 0;
        await Condition.UntilAsync(now => now.Ready).WaitAsync(Soon);
        var kept = (await ReadAll(1)).Sum(block => block.Count);
        Assert.InRange(kept, ends.Count(end => end.Result == AppendResult.Appended), 400);
    }

    [Fact]
    public async Task After_a_failed_write_the_store_is_opened_anew_and_keeps_what_it_acknowledged()
    {
        await Append(1, 1, "before");
        var wrong = Condition.UntilAsync(now => !now.Ready);
        Engine.Writer!.Distrust(new SqliteFault(SQLitePCL.raw.SQLITE_IOERR_FSYNC, "as if the disk had failed"));
        await wrong.WaitAsync(Soon);
        await Condition.UntilAsync(now => now.Ready).WaitAsync(Soon);

        Assert.Equal(2, (await Append(1, 1, "after")).First);
        Assert.Equal(["before", "after"], (await ReadAll(1)).Select(block => Text(block.Body)));
    }

    [Fact]
    public async Task A_damaged_file_is_not_written_to_any_more()
    {
        for (var i = 0; i < 40; i++) await Append(1, i, new string('x', 20_000));
        var file = Path.Combine(((SqliteHouse)House).Path, DataDirectory.LogFileName);
        await Engine.DisposeAsync();
        await using (var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite))
        {
            stream.Position = stream.Length / 2 / 4096 * 4096;
            await stream.WriteAsync(Enumerable.Repeat((byte)0xA5, 200_000).ToArray());
        }
        await ReopenAsync();
        var wrong = Condition.UntilAsync(now => !now.Ready);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => ReadAll(1));
        await wrong.WaitAsync(Soon);
        Assert.Equal(AppendResult.Unavailable, (await Append(1, 1, "after")).Result);
        await Condition.UntilAsync(now => now.Detail.Contains("is damaged", StringComparison.Ordinal)).WaitAsync(Soon);
        Assert.Contains("restore the last backup", Engine.Health.Condition.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_the_files_taken_in_the_middle_opens_with_all_that_was_acknowledged()
    {
        for (var i = 0; i < 30; i++) await Append(1, i % 4, Invariant(i) + ";");
        using var copy = new SqliteHouse();
        foreach (var name in new[] { "log.db", "log.db-wal" })
            File.Copy(Path.Combine(((SqliteHouse)House).Path, name), Path.Combine(copy.Path, name));

        await using var engine = copy.Open();
        Assert.Equal(30, await engine.Log.HeadAsync(1));
        var bodies = (await engine.Log.ReadAsync(1, 0, 1_000_000)).Select(block => Text(block.Body));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => Invariant(i) + ";"), bodies);
    }

    [Fact]
    public async Task The_write_ahead_log_stays_short_however_much_is_written()
    {
        for (var i = 0; i < 350; i++) await Append(1, i, new string('x', 100_000));

        var file = new FileInfo(Path.Combine(((SqliteHouse)House).Path, "log.db-wal"));
        Assert.InRange(file.Length, 1, 30_000_000);
        Assert.Equal(350, (await ReadAll(1, maxBytes: 10_000_000)).Count);
    }

    [Fact]
    public async Task After_a_good_end_no_write_ahead_log_is_left()
    {
        for (var i = 0; i < 30; i++) await Append(1, i, new string('x', 20_000));
        await Engine.DisposeAsync();

        Assert.False(File.Exists(Path.Combine(((SqliteHouse)House).Path, "log.db-wal")));
        await ReopenAsync();
        Assert.Equal(30, await Engine.Log.HeadAsync(1));
    }
}
