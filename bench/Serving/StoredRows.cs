using LiveClass.Bench.Measuring;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using SQLitePCL;

namespace LiveClass.Bench.Serving;

/// <summary>What a running server has added to its log and journal since the last look, read from its store.</summary>
internal sealed class StoredRows : IDisposable
{
    private const int PositionBits = 48;
    private static readonly TimeSpan SettlesWithin = TimeSpan.FromSeconds(60);
    private readonly RawSqlite store;
    private readonly long[] heads = new long[Partitioning.Count];
    private long journalRow;

    public StoredRows(string dataDirectory) => store = RawSqlite.Read(Path.Combine(dataDirectory, "log.db"));

    /// <summary>The new blocks of the log, in the order of their receipt.</summary>
    public List<LogBlock> TakeLog()
    {
        var blocks = new List<LogBlock>();
        for (var partition = 0; partition < heads.Length; partition++)
        {
            var rows = store["SELECT place, count, received, classroom, format, body FROM log WHERE place > ? AND place < ? ORDER BY place"];
            raw.sqlite3_bind_int64(rows, 1, ((long)partition << PositionBits) | heads[partition]);
            raw.sqlite3_bind_int64(rows, 2, (long)(partition + 1) << PositionBits);
            while (store.Step(rows))
            {
                var block = new LogBlock(
                    partition, raw.sqlite3_column_int64(rows, 0) & ((1L << PositionBits) - 1), raw.sqlite3_column_int(rows, 1),
                    new Instant(raw.sqlite3_column_int64(rows, 2)), new ClassroomKey(raw.sqlite3_column_int(rows, 3)),
                    (byte)raw.sqlite3_column_int(rows, 4), raw.sqlite3_column_blob(rows, 5).ToArray());
                blocks.Add(block);
                heads[partition] = block.Last;
            }
        }

        return [.. blocks.OrderBy(block => block.Received)];
    }

    /// <summary>The new blocks of the journal, in the order of their writing.</summary>
    public List<JournalBlock> TakeJournal()
    {
        var blocks = new List<JournalBlock>();
        var rows = store["SELECT \"row\", partition, classroom, \"from\", \"to\", at, count, format, body FROM journal WHERE \"row\" > ? ORDER BY \"row\""];
        raw.sqlite3_bind_int64(rows, 1, journalRow);
        while (store.Step(rows))
        {
            journalRow = raw.sqlite3_column_int64(rows, 0);
            blocks.Add(new JournalBlock(
                raw.sqlite3_column_int(rows, 1), new ClassroomKey(raw.sqlite3_column_int(rows, 2)), raw.sqlite3_column_int64(rows, 3),
                raw.sqlite3_column_int64(rows, 4), new Instant(raw.sqlite3_column_int64(rows, 5)), raw.sqlite3_column_int(rows, 6),
                (byte)raw.sqlite3_column_int(rows, 7), raw.sqlite3_column_blob(rows, 8).ToArray()));
        }

        return blocks;
    }

    /// <summary>Waits until the journal holds every entry of the log and the reactors have read all of the journal.</summary>
    public async Task SettleAsync()
    {
        for (var tries = 0; Behind() > 0; tries++)
        {
            if (tries * 25 > SettlesWithin.TotalMilliseconds) throw new BenchFailureException("The journal did not catch up with the log.");
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }
    }

    public void Dispose() => store.Dispose();

    private long Behind() =>
        store.Number("SELECT count(*) FROM partitions WHERE cursor < head")
        + store.Number("""
            SELECT count(*) FROM (SELECT partition, max("row") AS last FROM journal GROUP BY partition) j
            LEFT JOIN reactors r ON r.partition = j.partition WHERE coalesce(r."row", 0) < j.last
            """);
}
