using LiveClass.Engine;
using LiveClass.Engine.Backup;
using LiveClass.Engine.Ports;
using LiveClass.Engine.Sqlite;

namespace LiveClass.Tests.Contracts.Engine;

public sealed class BackupTests() : EngineContract(new SqliteHouse())
{
    private readonly string elsewhere = Directory.CreateTempSubdirectory("liveclass-backup-").FullName;

    private string DataPath => ((SqliteHouse)House).Path;

    private string Target => Path.Combine(elsewhere, "school.backup");

    private string Empty => Path.Combine(elsewhere, "restored");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task A_backup_made_while_the_server_writes_is_the_store_at_one_instant()
    {
        // Each round writes records first and the log then, as an answer's text goes before its entry.
        using var records = MakeRecords();
        using var stop = new CancellationTokenSource();
        var acknowledged = 0;
        var writing = Task.Factory.StartNew(
            async () =>
            {
                for (var i = 1; !stop.IsCancellationRequested; i++)
                {
                    records.Execute($"INSERT INTO texts VALUES({i})");
                    Assert.Equal(AppendResult.Appended, (await Append(1, i % 5, Invariant(i) + ";" + new string('x', 2_000))).Result);
                    Interlocked.Increment(ref acknowledged);
                }
            },
            CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default).Unwrap();
        while (Volatile.Read(ref acknowledged) < 50) await Append(2, 9, "meanwhile");
        var before = Volatile.Read(ref acknowledged);
        await StoreBackup.BackupAsync(DataPath, Target);
        await stop.CancelAsync();
        await writing;

        await StoreBackup.RestoreAsync(Target, Empty);
        using (var restored = Database.Open(Path.Combine(Empty, DataDirectory.RecordsFileName), write: false))
        await using (var engine = EmbeddedEngine.Open(new EngineOptions { DataDirectory = Empty }, House.Scheduling))
        {
            var head = await engine.Log.HeadAsync(1);
            var texts = restored.Number("SELECT count(*) FROM texts");
            Assert.InRange(head, before, acknowledged);
            Assert.InRange(texts, head, head + 1);
            var original = await ReadAll(1);
            long after = 0;
            foreach (var block in original.TakeWhile(block => block.Last <= head))
            {
                var copy = (await engine.Log.ReadAsync(1, after, 1))[0];
                Assert.Equal((block.First, block.Received, block.Classroom), (copy.First, copy.Received, copy.Classroom));
                Assert.Equal(block.Body.ToArray(), copy.Body.ToArray());
                after = copy.Last;
            }
            Assert.Equal(head, after);
            Assert.Equal(head + 1, (await engine.Log.AppendAsync(Entry(1, 1, "next"))).First);
        }
    }

    [Fact]
    public async Task Progress_is_told_and_ends_whole()
    {
        await Append(1, 1, "a");
        var told = new Told();
        await StoreBackup.BackupAsync(DataPath, Target, told);
        await StoreBackup.RestoreAsync(Target, Empty, told);

        foreach (var stage in new[] { "copying", "verifying", "packing", "unpacking" })
            Assert.Contains(told.Reports, report => report == new BackupProgress(DataDirectory.LogFileName, stage, 1));
        Assert.All(told.Reports, report => Assert.InRange(report.Fraction, 0, 1));
    }

    [Fact]
    public async Task A_directory_with_something_in_it_is_not_restored_into()
    {
        await StoreBackup.BackupAsync(DataPath, Target);
        Directory.CreateDirectory(Empty);
        await File.WriteAllTextAsync(Path.Combine(Empty, "thesis.txt"), "precious");

        var refused = await Assert.ThrowsAsync<BackupException>(() => StoreBackup.RestoreAsync(Target, Empty));
        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Directory.EnumerateFileSystemEntries(Empty).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await File.WriteAllTextAsync(Target, "precious");
        await Assert.ThrowsAsync<BackupException>(() => StoreBackup.BackupAsync(DataPath, Target));
        Assert.Equal("precious", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_leaves_nothing_behind()
    {
        for (var i = 0; i < 20; i++) await Append(1, i, string.Concat(Enumerable.Range(0, 3_000).Select(n => Invariant(n * 7919 % 1000))));
        await StoreBackup.BackupAsync(DataPath, Target);
        var bytes = await File.ReadAllBytesAsync(Target);
        for (var at = bytes.Length / 3; at < bytes.Length / 3 + 64; at++) bytes[at] ^= 0x5A;
        await File.WriteAllBytesAsync(Target, bytes);

        await Assert.ThrowsAsync<BackupException>(() => StoreBackup.RestoreAsync(Target, Empty));
        Assert.DoesNotContain(DataDirectory.LogFileName, Directory.EnumerateFileSystemEntries(Empty).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_restore_that_was_broken_off_can_be_made_again()
    {
        await Append(1, 1, "a");
        await StoreBackup.BackupAsync(DataPath, Target);
        var half = Directory.CreateDirectory(Path.Combine(Empty, ".restoring"));
        await File.WriteAllTextAsync(Path.Combine(half.FullName, DataDirectory.LogFileName), "half");

        await StoreBackup.RestoreAsync(Target, Empty);
        await using var engine = EmbeddedEngine.Open(new EngineOptions { DataDirectory = Empty }, House.Scheduling);
        Assert.Equal(1, await engine.Log.HeadAsync(1));
    }

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("")]
    public async Task Another_file_is_not_taken_for_a_backup(string content)
    {
        await File.WriteAllTextAsync(Target, content);
        var refused = await Assert.ThrowsAsync<BackupException>(() => StoreBackup.RestoreAsync(Target, Empty));
        Assert.Contains(Target, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_without_a_store_is_named()
    {
        var wrong = await Assert.ThrowsAsync<BackupException>(() => StoreBackup.BackupAsync(elsewhere, Target));
        Assert.Contains(elsewhere, wrong.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BackupException>(() => StoreBackup.RestoreAsync(Target, Empty));
    }

    private Database MakeRecords()
    {
        var records = Database.Open(Path.Combine(DataPath, DataDirectory.RecordsFileName), write: true);
        records.WaitForLocks(TimeSpan.FromSeconds(20));
        records.Execute("PRAGMA journal_mode = WAL; CREATE TABLE texts(key INTEGER PRIMARY KEY)");
        return records;
    }

    private sealed class Told : IProgress<BackupProgress>
    {
        public List<BackupProgress> Reports { get; } = [];

        public void Report(BackupProgress value) => Reports.Add(value);
    }
}
