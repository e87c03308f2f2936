using SQLitePCL;

namespace LiveClass.Engine.Sqlite;

/// <summary>One connection to a SQLite file. For one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private readonly sqlite3 handle;
    private readonly Dictionary<string, Statement> statements = [];

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 handle) => this.handle = handle;

    /// <summary>Opens a file for writing, making it where it is absent; or for reading.</summary>
    public static Database Open(string file, bool write, bool create = true)
    {
        var flags = raw.SQLITE_OPEN_NOMUTEX
            | (write ? raw.SQLITE_OPEN_READWRITE | (create ? raw.SQLITE_OPEN_CREATE : 0) : raw.SQLITE_OPEN_READONLY);
        var code = raw.sqlite3_open_v2(file, out var handle, flags, null);
        if (code != raw.SQLITE_OK)
        {
            var message = raw.sqlite3_errmsg(handle).utf8_to_string();
            handle.Dispose();
            throw new SqliteFault(code, message);
        }
        raw.sqlite3_extended_result_codes(handle, 1);
        return new Database(handle);
    }

    /// <summary>How long a call waits for another connection's lock.</summary>
    public void WaitForLocks(TimeSpan atMost) => raw.sqlite3_busy_timeout(handle, (int)atMost.TotalMilliseconds);

    /// <summary>The statement of a text, prepared once and kept.</summary>
    public Statement this[string sql]
    {
        get
        {
            if (!statements.TryGetValue(sql, out var statement)) statements[sql] = statement = Prepare(sql);
            return statement;
        }
    }

    /// <summary>Runs statements without parameters or rows.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(handle, sql));

    /// <summary>The first column of the first row as a number; 0 where there is none.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    /// <summary>The first column of the first row as text; empty where there is none.</summary>
    public string Text(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : "";
    }

    /// <summary>The rowid of the last insert.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(handle);

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(handle);

    /// <summary>Calls back about every so many steps of the engine; true ends the running statement.</summary>
    public void Watch(int everySteps, Func<bool>? stop) =>
        raw.sqlite3_progress_handler(handle, stop is null ? 0 : everySteps, stop is null ? null : _ => stop() ? 1 : 0, null);

    /// <summary>How many pages this connection wrote since this was last asked.</summary>
    public int TakeWrittenPages()
    {
        raw.sqlite3_db_status(handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        return pages;
    }

    /// <summary>The handle, for SQLite's own functions.</summary>
    public sqlite3 Handle => handle;

    /// <summary>The fault of a result code of this connection.</summary>
    public SqliteFault Fault(int code) => new(code, raw.sqlite3_errmsg(handle).utf8_to_string());

    /// <summary>Closes the connection; what was not committed is gone.</summary>
    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
        handle.Dispose();
    }

    private Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return new Statement(this, statement);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw Fault(code);
    }
}
