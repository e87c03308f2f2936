using LiveClass.Engine.Writing;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Sqlite;

/// <summary>
/// The tables of <c>log.db</c>. A log row's key is its place: partition and first position in one number, so that a partition's
/// blocks lie one after the other and need no index of their own; the index by classroom carries the place as every index of
/// SQLite carries the row's key.
/// </summary>
internal static class Schema
{
    /// <summary>The format of the data directory that this program writes, and the newest that it reads.</summary>
    public const int Format = 1;

    /// <summary>How many bits of a place are the position.</summary>
    public const int PositionBits = 48;

    private const string Tables = """
        CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE partitions(
            partition INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, cursor INTEGER NOT NULL,
            head INTEGER NOT NULL, last_received INTEGER NOT NULL);
        CREATE TABLE log(
            place INTEGER PRIMARY KEY, count INTEGER NOT NULL, received INTEGER NOT NULL,
            classroom INTEGER NOT NULL, format INTEGER NOT NULL, body BLOB NOT NULL,
            partition INTEGER GENERATED ALWAYS AS (place >> 48) VIRTUAL,
            first INTEGER GENERATED ALWAYS AS (place & 0xffffffffffff) VIRTUAL);
        CREATE INDEX log_classroom ON log(classroom);
        CREATE TABLE journal(
            "row" INTEGER PRIMARY KEY, partition INTEGER NOT NULL, classroom INTEGER NOT NULL, "from" INTEGER NOT NULL,
            "to" INTEGER NOT NULL, at INTEGER NOT NULL, count INTEGER NOT NULL, format INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE UNIQUE INDEX journal_classroom ON journal(classroom, "to");
        CREATE INDEX journal_partition ON journal(partition);
        CREATE TABLE checkpoints(
            classroom INTEGER NOT NULL, version INTEGER NOT NULL, partition INTEGER NOT NULL,
            at INTEGER NOT NULL, format INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE UNIQUE INDEX checkpoints_classroom ON checkpoints(classroom, version);
        CREATE TABLE heads(
            classroom INTEGER PRIMARY KEY, partition INTEGER NOT NULL, version INTEGER NOT NULL,
            due INTEGER NOT NULL, parked INTEGER NOT NULL);
        CREATE INDEX heads_partition ON heads(partition);
        CREATE TABLE quarantine(
            id INTEGER PRIMARY KEY AUTOINCREMENT, partition INTEGER NOT NULL, position INTEGER NOT NULL,
            classroom INTEGER NOT NULL, at INTEGER NOT NULL, reason INTEGER NOT NULL, decision INTEGER NOT NULL,
            UNIQUE(partition, position));
        CREATE INDEX quarantine_classroom ON quarantine(classroom);
        CREATE TABLE reactors(
            reactor TEXT NOT NULL, partition INTEGER NOT NULL, "row" INTEGER NOT NULL,
            PRIMARY KEY(reactor, partition)) WITHOUT ROWID;
        CREATE TABLE room(reserved BLOB);
        """;

    /// <summary>The place of a position.</summary>
    public static long Place(int partition, long position) => ((long)partition << PositionBits) | position;

    /// <summary>Makes the tables in a new file, or checks the format of one that is there.</summary>
    public static void Ensure(Database database, string directory)
    {
        if (database.Number("SELECT count(*) FROM sqlite_master WHERE name = 'meta'") == 0)
        {
            database.Execute("BEGIN IMMEDIATE");
            database.Execute(Tables);
            for (var partition = 0; partition < Partitioning.Count; partition++)
                database.Execute($"INSERT INTO partitions VALUES({partition}, 0, 0, 0, 0)");
            database.Execute($"INSERT INTO meta VALUES('format', {Format})");
            database.Execute("COMMIT");
        }
        CheckFormat(database, directory);
    }

    /// <summary>Throws where the file was written by a newer program.</summary>
    public static void CheckFormat(Database database, string directory)
    {
        var format = database.Number("SELECT value FROM meta WHERE name = 'format'");
        if (format > Format) throw new NewerFormatException(directory, format, Format);
    }

    /// <summary>Reads what is kept of the partitions, after looking whether it agrees with the last rows of the log.</summary>
    public static PartitionRow[] ReadPartitions(Database database)
    {
        var rows = new PartitionRow[Partitioning.Count];
        var all = database["SELECT partition, epoch, cursor, head, last_received FROM partitions"];
        while (all.Step())
        {
            ref var row = ref rows[all.Number(0)];
            (row.Epoch, row.Cursor, row.Head, row.LastReceived) = (all.Number(1), all.Number(2), all.Number(3), new Instant(all.Number(4)));
        }
        all.Reset();
        for (var partition = 0; partition < rows.Length; partition++)
        {
            var journal = database["SELECT max(\"row\") FROM journal WHERE partition = ?"].Bind(1, partition);
            if (journal.Step()) rows[partition].JournalRow = journal.Number(0);
            journal.Reset();
            CheckHead(database, partition, rows[partition].Head);
        }
        return rows;
    }

    private static void CheckHead(Database database, int partition, long head)
    {
        var last = database["SELECT first + count - 1 FROM log WHERE place BETWEEN ? AND ? ORDER BY place DESC LIMIT 1"]
            .Bind(1, Place(partition, 0)).Bind(2, Place(partition + 1, 0) - 1);
        var found = last.Step() ? last.Number(0) : head; // a partition whose log was dropped keeps its head alone
        last.Reset();
        if (found != head)
            throw new SqliteFault(SQLitePCL.raw.SQLITE_CORRUPT, $"partition {partition} has its head at {head} and its last entry at {found}");
    }
}

/// <summary>The data (a directory or a backup) was written by a newer program than this one.</summary>
public sealed class NewerFormatException(string directory, long found, long known) : Exception(
    $"{directory} has format {found}; this program reads up to {known}. "
    + "Start the newer program that wrote it, or restore a backup of the older format into an empty directory.");
