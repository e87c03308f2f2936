using LiveClass.Records.Lane;
using LiveClass.Records.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LiveClass.Records;

/// <summary>The file: brought to this version at start, read over pooled connections.</summary>
internal sealed class RecordsFile : IDisposable
{
    /// <summary>How long a statement waits for another process's lock, in seconds (the driver counts in whole ones).</summary>
    public const int BusySeconds = 1;

    private readonly string path;
    private readonly string connectionString;
    private readonly PooledDbContextFactory<RecordsContext> contexts;

    public RecordsFile(RecordsOptions options)
    {
        path = options.Path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = BusySeconds }.ToString();
        contexts = new PooledDbContextFactory<RecordsContext>(new DbContextOptionsBuilder<RecordsContext>()
            .UseSqlite(connectionString, Provider)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning, RelationalEventId.ModelSnapshotNotFound))
            .Options);
    }

    /// <summary>Lists of keys go in as one parameter: they may be longer than a statement has parameters.</summary>
    public static void Provider(SqliteDbContextOptionsBuilder sqlite) => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    /// <summary>Makes the file, or runs the migrations that it lacks.</summary>
    /// <exception cref="RecordsNewerException">It has one that is not known here.</exception>
    public void Migrate() => Read(context =>
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = context.Database.GetAppliedMigrations().ToList();
        if (applied.Find(migration => !known.Contains(migration)) is { } unknown) throw new RecordsNewerException(path, unknown);
        if (applied.Count == known.Count) return true;

        // EF's own lock stays behind when a process dies while it migrates, and would be waited for without end. The owner of the data
        // directory is alone here, so that nobody else can hold it.
        if (File.Exists(path)) context.Database.ExecuteSqlRaw("""DROP TABLE IF EXISTS "__EFMigrationsLock" """);
        context.Database.Migrate();
        return true;
    });

    /// <summary>Reads.</summary>
    /// <exception cref="RecordsUnavailableException">The file cannot be read now.</exception>
    public TResult Read<TResult>(Func<RecordsContext, TResult> read)
    {
        try
        {
            using var context = contexts.CreateDbContext();
            return read(context);
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            throw new RecordsUnavailableException(Outage.Describe(path, exception), exception);
        }
    }

    /// <summary>Reads.</summary>
    /// <exception cref="RecordsUnavailableException">The file cannot be read now.</exception>
    public async Task<TResult> ReadAsync<TResult>(Func<RecordsContext, Task<TResult>> read)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            return await read(context);
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            throw new RecordsUnavailableException(Outage.Describe(path, exception), exception);
        }
    }

    /// <summary>Writes a consistent copy into a new file.</summary>
    public Task CopyToAsync(string target, CancellationToken cancellation) =>
        ReadAsync(context => context.Database.ExecuteSqlAsync($"VACUUM INTO {target}", cancellation));

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
