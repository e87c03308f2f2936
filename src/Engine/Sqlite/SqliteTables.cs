using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Sqlite;

/// <summary>The writes of a transaction, each by a statement that is prepared once.</summary>
internal sealed class SqliteTables(Database database) : IStoreTables
{
    public void InsertLog(LogBlock block) =>
        database["INSERT INTO log(place, count, received, classroom, format, body) VALUES(?, ?, ?, ?, ?, ?)"]
            .Bind(1, Schema.Place(block.Partition, block.First)).Bind(2, block.Count).Bind(3, block.Received.Milliseconds)
            .Bind(4, block.Classroom.Value).Bind(5, block.Format).Bind(6, block.Body.Span)
            .Run();

    public void SavePartition(int partition, in PartitionRow row) =>
        database["UPDATE partitions SET epoch = ?, cursor = ?, head = ?, last_received = ? WHERE partition = ?"]
            .Bind(1, row.Epoch).Bind(2, row.Cursor).Bind(3, row.Head).Bind(4, row.LastReceived.Milliseconds).Bind(5, partition)
            .Run();

    public long LastVersion(ClassroomKey classroom)
    {
        var statement = database["SELECT max(\"to\") FROM journal WHERE classroom = ?"].Bind(1, classroom.Value);
        var last = statement.Step() ? statement.Number(0) : 0;
        statement.Reset();
        return last;
    }

    public bool HasJournal(ClassroomKey classroom, long to)
    {
        var statement = database["SELECT 1 FROM journal WHERE classroom = ? AND \"to\" = ?"].Bind(1, classroom.Value).Bind(2, to);
        var has = statement.Step();
        statement.Reset();
        return has;
    }

    public long InsertJournal(JournalBlock block)
    {
        database["INSERT INTO journal(partition, classroom, \"from\", \"to\", at, count, format, body) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"]
            .Bind(1, block.Partition).Bind(2, block.Classroom.Value).Bind(3, block.From).Bind(4, block.To)
            .Bind(5, block.At.Milliseconds).Bind(6, block.Count).Bind(7, block.Format).Bind(8, block.Body.Span)
            .Run();
        return database.LastRow;
    }

    public void SaveCheckpoint(Checkpoint checkpoint)
    {
        database["INSERT OR REPLACE INTO checkpoints(classroom, version, partition, at, format, body) VALUES(?, ?, ?, ?, ?, ?)"]
            .Bind(1, checkpoint.Classroom.Value).Bind(2, checkpoint.Version).Bind(3, checkpoint.Partition)
            .Bind(4, checkpoint.At.Milliseconds).Bind(5, checkpoint.Format).Bind(6, checkpoint.Body.Span)
            .Run();
        database["""
            DELETE FROM checkpoints WHERE classroom = ?1 AND version < (
                SELECT version FROM checkpoints WHERE classroom = ?1 ORDER BY version DESC LIMIT 1 OFFSET 1)
            """]
            .Bind(1, checkpoint.Classroom.Value)
            .Run();
    }

    public void SaveHead(ClassroomHead head) =>
        database["""
            INSERT INTO heads(classroom, partition, version, due, parked) VALUES(?, ?, ?, ?, ?)
            ON CONFLICT(classroom) DO UPDATE SET version = excluded.version, due = excluded.due, parked = excluded.parked
            WHERE excluded.version >= heads.version
            """]
            .Bind(1, head.Classroom.Value).Bind(2, head.Partition).Bind(3, head.Version)
            .Bind(4, head.Due.Milliseconds).Bind(5, head.Parked ? 1 : 0)
            .Run();

    public void InsertQuarantined(Quarantined entry) =>
        database["""
            INSERT INTO quarantine(partition, position, classroom, at, reason, decision) VALUES(?, ?, ?, ?, ?, 0)
            ON CONFLICT(partition, position) DO NOTHING
            """]
            .Bind(1, entry.Partition).Bind(2, entry.Position).Bind(3, entry.Classroom.Value)
            .Bind(4, entry.At.Milliseconds).Bind(5, (byte)entry.Reason)
            .Run();

    public bool Decide(long id, QuarantineDecision decision)
    {
        database["UPDATE quarantine SET decision = ? WHERE id = ? AND decision = 0"].Bind(1, (byte)decision).Bind(2, id).Run();
        return database.Changes > 0;
    }

    public void SaveReactorCursor(string reactor, int partition, long row) =>
        database["INSERT OR REPLACE INTO reactors(reactor, partition, \"row\") VALUES(?, ?, ?)"]
            .Bind(1, reactor).Bind(2, partition).Bind(3, row)
            .Run();
}
