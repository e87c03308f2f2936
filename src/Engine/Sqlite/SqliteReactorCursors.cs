using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;

namespace LiveClass.Engine.Sqlite;

/// <summary>Reactors' cursors in <c>log.db</c>.</summary>
internal sealed class SqliteReactorCursors(Committer committer, ReaderPool readers) : IReactorCursors
{
    public ValueTask<long> GetAsync(string reactor, int partition, CancellationToken cancellation = default) =>
        readers.ReadAsync(
            database =>
            {
                var row = database["SELECT \"row\" FROM reactors WHERE reactor = ? AND partition = ?"].Bind(1, reactor).Bind(2, partition);
                var cursor = row.Step() ? row.Number(0) : 0;
                row.Reset();
                return cursor;
            },
            cancellation);

    public ValueTask<CommitResult> SetAsync(string reactor, int partition, long row, CancellationToken cancellation = default) =>
        committer.DoAsync(new ReactorCursorWork(reactor, partition, row), cancellation);
}
