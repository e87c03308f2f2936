using SQLitePCL;

namespace LiveClass.Engine.Sqlite;

/// <summary>A prepared statement. Bind from 1, step, read columns from 0; <see cref="Reset"/> before the next use.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int index, long value)
    {
        raw.sqlite3_bind_int64(handle, index, value);
        return this;
    }

    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        raw.sqlite3_bind_blob(handle, index, value);
        return this;
    }

    public Statement Bind(int index, string value)
    {
        raw.sqlite3_bind_text(handle, index, value);
        return this;
    }

    /// <summary>True where there is a row.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw Failed(code),
        };
    }

    /// <summary>Runs to the end and is ready for the next use.</summary>
    public void Run()
    {
        while (Step()) { }
        Reset();
    }

    public void Reset() => raw.sqlite3_reset(handle);

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>A copy of a blob.</summary>
    public byte[] Blob(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public void Dispose() => handle.Dispose();

    private SqliteFault Failed(int code)
    {
        var fault = database.Fault(code);
        Reset();
        return fault;
    }
}
