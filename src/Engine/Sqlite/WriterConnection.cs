using LiveClass.Engine.Writing;
using SQLitePCL;

namespace LiveClass.Engine.Sqlite;

/// <summary>The one connection that writes <c>log.db</c>: how it is opened, verified after a fault, and folded.</summary>
internal sealed class WriterConnection : IDisposable
{
    private static readonly TimeSpan VerifyAtMost = TimeSpan.FromSeconds(5);
    private readonly Database database;
    private long pageLimit;

    private WriterConnection(Database database)
    {
        this.database = database;
        Tables = new SqliteTables(database);
    }

    /// <summary>The writes of the running transaction.</summary>
    public IStoreTables Tables { get; }

    /// <summary>
    /// Opens the file and folds its write-ahead log, so that what a dead process left there is on disk in the database itself.
    /// </summary>
    public static WriterConnection Open(string file)
    {
        var opened = Database.Open(file, write: true);
        try
        {
            opened.WaitForLocks(TimeSpan.FromSeconds(5));
            // Pages of 4 KiB: a commit dirties a few leaves, and each goes to the write-ahead log whole.
            // SQLite's own folding, inside a commit, is the last resort: see Folding.
            opened.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 32000");
            opened.Execute("PRAGMA journal_size_limit = 33554432; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY");
            Schema.Ensure(opened, Path.GetDirectoryName(Path.GetFullPath(file))!);
            var connection = new WriterConnection(opened);
            connection.Fold(must: true);
            return connection;
        }
        catch (Exception)
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>What the store holds of the partitions.</summary>
    public PartitionRow[] ReadPartitions() => Schema.ReadPartitions(database);

    public void Begin() => database["BEGIN IMMEDIATE"].Run();

    public void Commit() => database["COMMIT"].Run();

    /// <summary>Holds the file to so many pages; 0 for no limit. Tests fill the disk with it.</summary>
    public void LimitPages(long pages)
    {
        if (pages == pageLimit) return;
        pageLimit = pages;
        database.Number($"PRAGMA max_page_count = {(pages == 0 ? 0xfffffffe : pages)}");
    }

    /// <summary>How many pages went to the write-ahead log since this was last asked.</summary>
    public int TakeWrittenPages() => database.TakeWrittenPages();

    /// <summary>Moves what nobody reads any more into the database, so that the write-ahead log begins again with the next commit.</summary>
    public void FoldRest() => database.Number("PRAGMA wal_checkpoint(PASSIVE)");

    /// <summary>Moves the write-ahead log into the database and empties it. A reader in the way is no matter, unless it must be.</summary>
    public void Fold(bool must)
    {
        var busy = database.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
        if (busy && must) throw new SqliteFault(raw.SQLITE_BUSY, "the write-ahead log is in use");
    }

    /// <summary>
    /// Before the first acknowledgement after a fault: the pages hang together (as far as a few seconds of reading show), and
    /// there is room for more.
    /// </summary>
    public void Verify(TimeProvider time)
    {
        var start = time.GetTimestamp();
        database.Watch(10_000, () => time.GetElapsedTime(start) > VerifyAtMost);
        try
        {
            var found = database.Text("PRAGMA quick_check(1)");
            if (found != "ok") throw new SqliteFault(raw.SQLITE_CORRUPT, found);
        }
        catch (SqliteFault fault) when ((fault.Code & 0xff) == raw.SQLITE_INTERRUPT)
        {
            // The time is up and nothing wrong was found.
        }
        finally
        {
            database.Watch(0, null);
        }
        database.Execute("INSERT INTO room VALUES(zeroblob(1048576))");
        database.Execute("DELETE FROM room");
    }

    public void Dispose() => database.Dispose();
}
