using LiveClass.Bench.Measuring;
using SQLitePCL;

namespace LiveClass.Bench.Serving;

/// <summary>SQLite with nothing around it: what a bare part writes with, and how a run looks into the store of a running server.</summary>
internal sealed class RawSqlite : IDisposable
{
    private readonly sqlite3 handle;
    private readonly Dictionary<string, sqlite3_stmt> statements = [];

    static RawSqlite() => Batteries_V2.Init();

    private RawSqlite(sqlite3 handle) => this.handle = handle;

    /// <summary>A new file that loses nothing that was committed: write-ahead log, full synchronous.</summary>
    public static RawSqlite Create(string file, string tables)
    {
        var made = Open(file, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        made.Run($"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000; PRAGMA cache_size = -16384; {tables}");
        return made;
    }

    /// <summary>A store that somebody else writes.</summary>
    public static RawSqlite Read(string file)
    {
        var opened = Open(file, raw.SQLITE_OPEN_READONLY);
        raw.sqlite3_busy_timeout(opened.handle, 5000);
        return opened;
    }

    /// <summary>Runs statements without parameters or rows.</summary>
    public void Run(string sql) => Check(raw.sqlite3_exec(handle, sql));

    /// <summary>A statement that is prepared once; bind, then step.</summary>
    public sqlite3_stmt this[string sql]
    {
        get
        {
            if (statements.TryGetValue(sql, out var known)) return known;
            Check(raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared));
            return statements[sql] = prepared;
        }
    }

    /// <summary>The first column of the first row as a number; 0 where there is none.</summary>
    public long Number(string sql)
    {
        var statement = this[sql];
        var number = Step(statement) ? raw.sqlite3_column_int64(statement, 0) : 0;
        raw.sqlite3_reset(statement);
        return number;
    }

    /// <summary>True where there is a row.</summary>
    public bool Step(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE) Check(code);
        raw.sqlite3_reset(statement);
        return false;
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        handle.Dispose();
    }

    private static RawSqlite Open(string file, int flags)
    {
        if (raw.sqlite3_open_v2(file, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null) != raw.SQLITE_OK)
            throw new BenchFailureException($"{file} cannot be opened: {raw.sqlite3_errmsg(handle).utf8_to_string()}");
        return new RawSqlite(handle);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new BenchFailureException($"SQLite says {code}: {raw.sqlite3_errmsg(handle).utf8_to_string()}");
    }
}
