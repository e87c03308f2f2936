using System.Data.Common;
using LiveClass.Records.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Lane;

/// <summary>
/// The one connection that writes, with its statements prepared once. SQL is what SQLite and PostgreSQL both speak; its parameters are
/// <c>@p0</c>, <c>@p1</c>, … in the order of the arguments. Used by one work at a time, inside that work's transaction.
/// </summary>
internal sealed class LaneConnection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly DbContextOptions<RecordsContext> options;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowStatement> rows = new(StringComparer.Ordinal);
    private SqliteTransaction? transaction;

    private LaneConnection(SqliteConnection connection, DbContextOptions<RecordsContext> options)
    {
        this.connection = connection;
        this.options = options;
    }

    /// <summary>
    /// Opens and proves the file. What an earlier connection left in the write-ahead log is moved into the file, so that nothing is
    /// acknowledged on top of pages whose fsync had failed.
    /// </summary>
    public static LaneConnection Open(RecordsOptions options)
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = RecordsFile.BusySeconds,
        }.ToString());
        try
        {
            opened.Open();
            var lane = new LaneConnection(opened, new DbContextOptionsBuilder<RecordsContext>().UseSqlite(opened, RecordsFile.Provider).Options);
            lane.Pragma("journal_mode = WAL");
            lane.Pragma("synchronous = FULL");
            lane.Pragma("secure_delete = ON");
            lane.Pragma("wal_autocheckpoint = 4000");
            lane.Pragma("journal_size_limit = 67108864");
            lane.Pragma("wal_checkpoint(TRUNCATE)");
            if (options.MaxBytes > 0) lane.Pragma($"max_page_count = {Math.Max(1, options.MaxBytes / 4096)}");
            return lane;
        }
        catch (DbException)
        {
            opened.Dispose();
            throw;
        }
    }

    public void Begin() => transaction = connection.BeginTransaction();

    public void Commit()
    {
        transaction!.Commit();
        transaction.Dispose();
        transaction = null;
    }

    public void Rollback()
    {
        transaction?.Dispose();
        transaction = null;
    }

    /// <summary>Runs a statement; gives how many rows it touched.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <summary>The first column of the first row as a number; null where there is no row.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> arguments) =>
        Prepare(sql, arguments).ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, null) : null;

    /// <summary>The first row; null where there is none.</summary>
    public TRow? First<TRow>(string sql, Func<DbDataReader, TRow> read, params ReadOnlySpan<object?> arguments)
        where TRow : struct
    {
        using var reader = Prepare(sql, arguments).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>The statement for many rows; its parameters are bound in the order in which they first stand in it.</summary>
    public RowStatement Rows(string sql)
    {
        if (!rows.TryGetValue(sql, out var statement)) rows[sql] = statement = new(connection, sql);
        return statement;
    }

    /// <summary>EF over this connection, inside the transaction that is open. Dispose it before the transaction ends.</summary>
    public RecordsContext Context()
    {
        var context = new RecordsContext(options);
        context.Database.UseTransaction(transaction);
        return context;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        foreach (var statement in rows.Values) statement.Dispose();
        transaction?.Dispose();
        connection.Dispose();
    }

    private void Pragma(string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        command.ExecuteScalar();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < arguments.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
            }

            prepared[sql] = command;
        }

        command.Transaction = transaction;
        for (var i = 0; i < arguments.Length; i++) command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        return command;
    }
}
