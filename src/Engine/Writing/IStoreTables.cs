using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Writing;

/// <summary>What one transaction of the store can do. Called by the writer alone, between begin and commit.</summary>
internal interface IStoreTables
{
    void InsertLog(LogBlock block);

    void SavePartition(int partition, in PartitionRow row);

    /// <summary>The To of a classroom's last journal block; 0 where it has none.</summary>
    long LastVersion(ClassroomKey classroom);

    bool HasJournal(ClassroomKey classroom, long to);

    /// <summary>Appends a block to the journal; gives its row.</summary>
    long InsertJournal(JournalBlock block);

    /// <summary>Keeps a checkpoint and the one before; older ones go.</summary>
    void SaveCheckpoint(Checkpoint checkpoint);

    /// <summary>Keeps a head, unless a newer one is kept.</summary>
    void SaveHead(ClassroomHead head);

    /// <summary>Keeps an entry in quarantine, once for each position.</summary>
    void InsertQuarantined(Quarantined entry);

    /// <summary>Keeps a decision; false where the row is not open.</summary>
    bool Decide(long id, QuarantineDecision decision);

    void SaveReactorCursor(string reactor, int partition, long row);
}
