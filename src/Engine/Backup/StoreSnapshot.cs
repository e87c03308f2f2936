using LiveClass.Engine.Sqlite;
using SQLitePCL;

namespace LiveClass.Engine.Backup;

/// <summary>
/// Both databases of a data directory as they were at one instant, while a server goes on writing. Log and records point at each
/// other (keys one way, the relay's and the reactors' marks the other), so neither order of two copies would do: for a moment both
/// write locks are held, both read snapshots begin, and the locks are given back. The server waits those milliseconds out.
/// </summary>
internal sealed class StoreSnapshot : IDisposable
{
    private const int PagesAtOnce = 512;
    private static readonly TimeSpan LogLock = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RecordsLock = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, Database> databases;

    private StoreSnapshot(Dictionary<string, Database> databases) => this.databases = databases;

    /// <summary>The files of the snapshot.</summary>
    public IEnumerable<string> Files => databases.Keys;

    /// <summary>Takes the snapshot. Tries again where a long write of records is in the way, so as not to hold the log meanwhile.</summary>
    public static StoreSnapshot Take(string directory)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return TryTake(directory);
            }
            catch (SqliteFault fault) when (fault.IsBusy && attempt < 10)
            {
                // The busy time-out has passed already: no further pause.
            }
        }
    }

    /// <summary>Copies one database into a new file.</summary>
    public void Copy(string name, string target, Action<double> progress, CancellationToken cancellation)
    {
        using var copy = Database.Open(target, write: true);
        copy.Execute("PRAGMA synchronous = OFF"); // the copy is verified and packed before anyone relies on it
        var source = databases[name];
        using var backup = raw.sqlite3_backup_init(copy.Handle, "main", source.Handle, "main") ?? throw copy.Fault(raw.SQLITE_ERROR);
        for (var code = raw.SQLITE_OK; code != raw.SQLITE_DONE;)
        {
            cancellation.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup, PagesAtOnce);
            if (code is not raw.SQLITE_OK and not raw.SQLITE_DONE) throw new SqliteFault(code, $"copying {name}");
            var pages = raw.sqlite3_backup_pagecount(backup);
            if (pages > 0) progress(1 - (double)raw.sqlite3_backup_remaining(backup) / pages);
        }
    }

    public void Dispose()
    {
        foreach (var database in databases.Values) database.Dispose();
    }

    private static StoreSnapshot TryTake(string directory)
    {
        var opened = new Dictionary<string, Database>(StringComparer.Ordinal);
        var locks = new List<Database>();
        try
        {
            foreach (var (name, atMost) in new[] { (DataDirectory.LogFileName, LogLock), (DataDirectory.RecordsFileName, RecordsLock) })
            {
                var file = Path.Combine(directory, name);
                if (!File.Exists(file)) continue;
                opened[name] = Database.Open(file, write: true, create: false);
                var held = Database.Open(file, write: true, create: false);
                locks.Add(held);
                held.WaitForLocks(atMost);
                held.Execute("BEGIN IMMEDIATE");
            }
            foreach (var database in opened.Values)
            {
                database.Execute("BEGIN");
                database.Number("SELECT count(*) FROM sqlite_master"); // the snapshot begins with the first read
            }
            return new StoreSnapshot(opened);
        }
        catch (Exception)
        {
            foreach (var database in opened.Values) database.Dispose();
            throw;
        }
        finally
        {
            foreach (var held in locks) held.Dispose();
        }
    }
}
