using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Sqlite;

/// <summary>The quarantine in <c>log.db</c>.</summary>
internal sealed class SqliteQuarantine(Committer committer, ReaderPool readers) : IQuarantine
{
    private const string Select = "SELECT id, partition, position, classroom, at, reason, decision FROM quarantine";

    public ValueTask<IReadOnlyList<Quarantined>> PositionsAsync(int partition, long after, CancellationToken cancellation = default) =>
        readers.ReadAsync<IReadOnlyList<Quarantined>>(
            database => [.. Rows(database[$"{Select} WHERE partition = ? AND position > ? ORDER BY position"].Bind(1, partition).Bind(2, after))
                .Select(row => row.Entry)],
            cancellation);

    public ValueTask<IReadOnlyList<QuarantineRow>> ListAsync(ClassroomKey? classroom, int limit, CancellationToken cancellation = default) =>
        readers.ReadAsync<IReadOnlyList<QuarantineRow>>(
            database => Rows(classroom is { } one
                ? database[$"{Select} WHERE classroom = ? ORDER BY id DESC LIMIT ?"].Bind(1, one.Value).Bind(2, limit)
                : database[$"{Select} ORDER BY id DESC LIMIT ?"].Bind(1, limit)),
            cancellation);

    public ValueTask<QuarantineRow?> FindAsync(long id, CancellationToken cancellation = default) =>
        readers.ReadAsync(database => Rows(database[$"{Select} WHERE id = ?"].Bind(1, id)).SingleOrDefault(), cancellation);

    public ValueTask<bool> DecideAsync(long id, QuarantineDecision decision, CancellationToken cancellation = default) =>
        committer.DoAsync(new DecisionWork(id, decision), cancellation);

    private static List<QuarantineRow> Rows(Statement rows)
    {
        var found = new List<QuarantineRow>();
        try
        {
            while (rows.Step())
                found.Add(new QuarantineRow(
                    rows.Number(0),
                    new Quarantined(
                        (int)rows.Number(1), rows.Number(2), new ClassroomKey((int)rows.Number(3)),
                        new Instant(rows.Number(4)), (QuarantineReason)rows.Number(5)),
                    (QuarantineDecision)rows.Number(6)));
        }
        finally
        {
            rows.Reset();
        }
        return found;
    }
}
