using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Sqlite;

/// <summary>The log in <c>log.db</c>. What is new is read from memory, what is old from the file.</summary>
internal sealed class SqliteEventLog(Committer committer, TailCache tail, ReaderPool readers) : IEventLog
{
    public ValueTask<Appended> AppendAsync(LogAppend append, CancellationToken cancellation = default) =>
        committer.AppendAsync(append, cancellation);

    public ValueTask<IReadOnlyList<LogBlock>> ReadAsync(int partition, long after, int maxBytes, CancellationToken cancellation = default)
    {
        var head = committer.Head(partition);
        if (after >= head) return new(Array.Empty<LogBlock>());
        if (tail.Read(partition, after, maxBytes) is { } recent) return new(recent);
        return readers.ReadAsync<IReadOnlyList<LogBlock>>(database => Read(database, partition, after, head, maxBytes), cancellation);
    }

    public ValueTask<IReadOnlyList<LogBlock>> ReadClassroomAsync(
        ClassroomKey classroom, long after, int maxBytes, CancellationToken cancellation = default) =>
        readers.ReadAsync<IReadOnlyList<LogBlock>>(database => ReadClassroom(database, classroom, after, maxBytes), cancellation);

    public ValueTask<long> HeadAsync(int partition, CancellationToken cancellation = default) => new(committer.Head(partition));

    public ValueTask WaitAsync(int partition, long after, TimeSpan atMost, CancellationToken cancellation = default) =>
        committer.LogWakeups.WaitAsync(partition, () => committer.Head(partition) > after, atMost, cancellation);

    private static List<LogBlock> Read(Database database, int partition, long after, long head, int maxBytes)
    {
        // The block that holds the first wanted position may begin before it.
        var rows = database["""
            SELECT place, count, received, classroom, format, body FROM log
            WHERE place >= coalesce((SELECT max(place) FROM log WHERE place BETWEEN ?1 AND ?2), ?2) AND place <= ?3
            ORDER BY place
            """]
            .Bind(1, Schema.Place(partition, 0)).Bind(2, Schema.Place(partition, after + 1)).Bind(3, Schema.Place(partition, head));
        return Blocks(rows, after, maxBytes);
    }

    private static List<LogBlock> ReadClassroom(Database database, ClassroomKey classroom, long after, int maxBytes)
    {
        var any = database["SELECT partition FROM log WHERE classroom = ? LIMIT 1"].Bind(1, classroom.Value);
        var partition = any.Step() ? (int)any.Number(0) : -1;
        any.Reset();
        if (partition < 0) return [];
        var rows = database["""
            SELECT place, count, received, classroom, format, body FROM log
            WHERE classroom = ?1
            AND place >= coalesce((SELECT max(place) FROM log WHERE classroom = ?1 AND place <= ?2), ?2)
            ORDER BY place
            """]
            .Bind(1, classroom.Value).Bind(2, Schema.Place(partition, after + 1));
        return Blocks(rows, after, maxBytes);
    }

    private static List<LogBlock> Blocks(Statement rows, long after, int maxBytes)
    {
        var blocks = new List<LogBlock>();
        long size = 0;
        try
        {
            while (size < maxBytes && rows.Step())
            {
                var place = rows.Number(0);
                var block = new LogBlock(
                    (int)(place >> Schema.PositionBits), place & ((1L << Schema.PositionBits) - 1), (int)rows.Number(1),
                    new Instant(rows.Number(2)), new ClassroomKey((int)rows.Number(3)), (byte)rows.Number(4), rows.Blob(5));
                if (block.Last <= after) continue;
                blocks.Add(block);
                size += block.Body.Length;
            }
        }
        finally
        {
            rows.Reset();
        }
        return blocks;
    }
}
