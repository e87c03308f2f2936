using LiveClass.Engine;
using LiveClass.Engine.Ports;

namespace LiveClass.Silo;

/// <summary>What a silo needs of the engine.</summary>
public sealed record SiloPorts(
    IEventLog Log, IJournal Journal, ICheckpoints Checkpoints, IQuarantine Quarantine, ILeases Leases, IBroadcast Broadcast,
    ITurnMarks Marks, IReactorCursors Cursors, Scheduling Scheduling);
