using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Sqlite;

/// <summary>The journal in <c>log.db</c>.</summary>
internal sealed class SqliteJournal(Committer committer, ReaderPool readers) : IJournal
{
    private const string Columns = "\"row\", partition, classroom, \"from\", \"to\", at, count, format, body";

    public ValueTask<CommitResult> CommitAsync(JournalCommit commit, CancellationToken cancellation = default) =>
        committer.CommitAsync(commit, cancellation);

    public ValueTask<long> CursorAsync(int partition, CancellationToken cancellation = default) => new(committer.Cursor(partition));

    public ValueTask<IReadOnlyList<JournalBlock>> ReadClassroomAsync(
        ClassroomKey classroom, long after, int maxBytes, CancellationToken cancellation = default) =>
        readers.ReadAsync<IReadOnlyList<JournalBlock>>(
            database => [.. Blocks(
                database[$"SELECT {Columns} FROM journal WHERE classroom = ? AND \"to\" > ? ORDER BY \"to\""]
                    .Bind(1, classroom.Value).Bind(2, after),
                maxBytes).Select(r => r.Block)],
            cancellation);

    public ValueTask<IReadOnlyList<(long Row, JournalBlock Block)>> ReadPartitionAsync(
        int partition, long afterRow, int maxBytes, CancellationToken cancellation = default)
    {
        if (afterRow >= committer.JournalRow(partition)) return new(Array.Empty<(long, JournalBlock)>());
        return readers.ReadAsync<IReadOnlyList<(long, JournalBlock)>>(
            database => Blocks(
                database[$"SELECT {Columns} FROM journal WHERE partition = ? AND \"row\" > ? ORDER BY \"row\""]
                    .Bind(1, partition).Bind(2, afterRow),
                maxBytes),
            cancellation);
    }

    public ValueTask WaitAsync(int partition, long afterRow, TimeSpan atMost, CancellationToken cancellation = default) =>
        committer.JournalWakeups.WaitAsync(partition, () => committer.JournalRow(partition) > afterRow, atMost, cancellation);

    private static List<(long Row, JournalBlock Block)> Blocks(Statement rows, int maxBytes)
    {
        var blocks = new List<(long, JournalBlock)>();
        long size = 0;
        try
        {
            while (size < maxBytes && rows.Step())
            {
                var block = new JournalBlock(
                    (int)rows.Number(1), new ClassroomKey((int)rows.Number(2)), rows.Number(3), rows.Number(4),
                    new Instant(rows.Number(5)), (int)rows.Number(6), (byte)rows.Number(7), rows.Blob(8));
                blocks.Add((rows.Number(0), block));
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
