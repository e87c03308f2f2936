using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiveClass.Records.Lane;

/// <summary>
/// A statement that writes many rows: its parameters are bound in their order, without boxes and without looking their names up, which
/// halves what a wide row costs. Bind them all, then write.
/// </summary>
internal sealed class RowStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int bound;

    public RowStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public RowStatement Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(statement, ++bound, value));
        return this;
    }

    public RowStatement Bind(bool value) => Bind(value ? 1L : 0);

    public RowStatement Bind(double value)
    {
        Check(raw.sqlite3_bind_double(statement, ++bound, value));
        return this;
    }

    public RowStatement Bind(string value)
    {
        Check(raw.sqlite3_bind_text(statement, ++bound, value));
        return this;
    }

    public RowStatement Bind(ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(statement, ++bound, value));
        return this;
    }

    /// <summary>Writes the row.</summary>
    public void Write() => Run();

    /// <summary>Writes the row; gives the first column that it returns.</summary>
    public long WriteReturning()
    {
        var code = raw.sqlite3_step(statement);
        var value = code == raw.SQLITE_ROW ? raw.sqlite3_column_int64(statement, 0) : 0;
        if (code == raw.SQLITE_ROW) Run();
        else Finish(code);
        return value;
    }

    public void Dispose() => statement.Dispose();

    private void Run()
    {
        int code;
        do code = raw.sqlite3_step(statement);
        while (code == raw.SQLITE_ROW);
        Finish(code);
    }

    private void Finish(int code)
    {
        bound = 0;
        var reset = raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE) Check(code);
        Check(reset);
    }

    private void Check(int code)
    {
        if (code == raw.SQLITE_OK) return;
        bound = 0;
        SqliteException.ThrowExceptionForRC(code, database);
    }
}
