using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Sqlite;

/// <summary>Checkpoints and heads in <c>log.db</c>.</summary>
internal sealed class SqliteCheckpoints(ReaderPool readers) : ICheckpoints
{
    public ValueTask<Checkpoint?> LatestAsync(ClassroomKey classroom, CancellationToken cancellation = default) =>
        readers.ReadAsync(database => Latest(database, classroom), cancellation);

    public ValueTask<ClassroomHead?> HeadAsync(ClassroomKey classroom, CancellationToken cancellation = default) =>
        readers.ReadAsync(
            database => Heads(database["SELECT classroom, partition, version, due, parked FROM heads WHERE classroom = ?"].Bind(1, classroom.Value))
                .SingleOrDefault(),
            cancellation);

    public ValueTask<IReadOnlyList<ClassroomHead>> HeadsAsync(int partition, CancellationToken cancellation = default) =>
        readers.ReadAsync<IReadOnlyList<ClassroomHead>>(
            database => Heads(database["SELECT classroom, partition, version, due, parked FROM heads WHERE partition = ? ORDER BY classroom"]
                .Bind(1, partition)),
            cancellation);

    private static Checkpoint? Latest(Database database, ClassroomKey classroom)
    {
        var row = database["""
            SELECT partition, version, at, format, body FROM checkpoints WHERE classroom = ? ORDER BY version DESC LIMIT 1
            """].Bind(1, classroom.Value);
        try
        {
            return row.Step()
                ? new Checkpoint((int)row.Number(0), classroom, row.Number(1), new Instant(row.Number(2)), (byte)row.Number(3), row.Blob(4))
                : null;
        }
        finally
        {
            row.Reset();
        }
    }

    private static List<ClassroomHead> Heads(Statement rows)
    {
        var heads = new List<ClassroomHead>();
        try
        {
            while (rows.Step())
                heads.Add(new ClassroomHead(
                    new ClassroomKey((int)rows.Number(0)), (int)rows.Number(1), rows.Number(2), new Instant(rows.Number(3)), rows.Number(4) != 0));
        }
        finally
        {
            rows.Reset();
        }
        return heads;
    }
}
