using LiveClass.Bench.Serving;
using LiveClass.Engine.Ports;
using SQLitePCL;

namespace LiveClass.Bench.Ingest;

/// <summary>
/// The bare appends: the server's own blocks, written again into plain tables, one transaction for what the server wrote at one
/// moment.
/// </summary>
internal sealed class BareStore(string folder) : IDisposable
{
    private readonly RawSqlite log = RawSqlite.Create(
        Path.Combine(folder, "bare-log.db"),
        "CREATE TABLE log(place INTEGER PRIMARY KEY, count INTEGER, received INTEGER, classroom INTEGER, format INTEGER, body BLOB)");

    private readonly RawSqlite journal = RawSqlite.Create(
        Path.Combine(folder, "bare-journal.db"),
        "CREATE TABLE journal(\"row\" INTEGER PRIMARY KEY, partition INTEGER, classroom INTEGER, \"from\" INTEGER, \"to\" INTEGER, at INTEGER, count INTEGER, format INTEGER, body BLOB)");

    /// <summary>Appends blocks of the log; those of one receipt time share a commit.</summary>
    public void Append(List<LogBlock> blocks)
    {
        var insert = log["INSERT INTO log VALUES(?, ?, ?, ?, ?, ?)"];
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (i == 0 || blocks[i - 1].Received != block.Received) log.Run("BEGIN IMMEDIATE");
            raw.sqlite3_bind_int64(insert, 1, ((long)block.Partition << 48) | block.First);
            raw.sqlite3_bind_int64(insert, 2, block.Count);
            raw.sqlite3_bind_int64(insert, 3, block.Received.Milliseconds);
            raw.sqlite3_bind_int64(insert, 4, block.Classroom.Value);
            raw.sqlite3_bind_int64(insert, 5, block.Format);
            raw.sqlite3_bind_blob(insert, 6, block.Body.Span);
            log.Step(insert);
            if (i == blocks.Count - 1 || blocks[i + 1].Received != block.Received) log.Run("COMMIT");
        }
    }

    /// <summary>Appends blocks of the journal; those of one partition that follow each other share a commit.</summary>
    public void Append(List<JournalBlock> blocks)
    {
        var insert = journal["INSERT INTO journal VALUES(NULL, ?, ?, ?, ?, ?, ?, ?, ?)"];
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (i == 0 || blocks[i - 1].Partition != block.Partition) journal.Run("BEGIN IMMEDIATE");
            raw.sqlite3_bind_int64(insert, 1, block.Partition);
            raw.sqlite3_bind_int64(insert, 2, block.Classroom.Value);
            raw.sqlite3_bind_int64(insert, 3, block.From);
            raw.sqlite3_bind_int64(insert, 4, block.To);
            raw.sqlite3_bind_int64(insert, 5, block.At.Milliseconds);
            raw.sqlite3_bind_int64(insert, 6, block.Count);
            raw.sqlite3_bind_int64(insert, 7, block.Format);
            raw.sqlite3_bind_blob(insert, 8, block.Body.Span);
            journal.Step(insert);
            if (i == blocks.Count - 1 || blocks[i + 1].Partition != block.Partition) journal.Run("COMMIT");
        }
    }

    public void Dispose()
    {
        log.Dispose();
        journal.Dispose();
    }
}
