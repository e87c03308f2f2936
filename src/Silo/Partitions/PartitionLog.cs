using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Partitions;

internal static partial class PartitionLog
{
    [LoggerMessage(1, LogLevel.Error, "The turn of position {Position} in partition {Partition} failed; classroom {Classroom} is loaded anew and the entry is in quarantine")]
    public static partial void TurnFailed(ILogger logger, Exception exception, int partition, long position, int classroom);

    [LoggerMessage(2, LogLevel.Error, "Classroom {Classroom} of partition {Partition} is parked: {Failures} turns failed within a minute. What comes for it waits in the log")]
    public static partial void Parked(ILogger logger, int partition, int classroom, int failures);

    [LoggerMessage(3, LogLevel.Warning, "Partition {Partition} is owned by somebody else now; it is given up here")]
    public static partial void Fenced(ILogger logger, int partition);

    [LoggerMessage(4, LogLevel.Warning, "The journal of partition {Partition} cannot be written now; its turns wait")]
    public static partial void JournalUnavailable(ILogger logger, int partition);

    [LoggerMessage(5, LogLevel.Error, "Partition {Partition} failed; it starts anew")]
    public static partial void LoopFailed(ILogger logger, Exception exception, int partition);

    [LoggerMessage(6, LogLevel.Error, "The process died twice on position {Position} of partition {Partition}; it is quarantined unseen")]
    public static partial void Deadly(ILogger logger, int partition, long position);

    [LoggerMessage(7, LogLevel.Error, "What is kept of classroom {Classroom} in partition {Partition} cannot be read: it is parked, and the others go on. What comes for it waits in the log")]
    public static partial void Unreadable(ILogger logger, Exception exception, int partition, int classroom);

    [LoggerMessage(8, LogLevel.Error, "Classroom {Classroom} of partition {Partition} is parked: what its owner does beside its turns failed for it. What comes for it waits in the log")]
    public static partial void MindingFailed(ILogger logger, Exception exception, int partition, int classroom);

    [LoggerMessage(9, LogLevel.Error, "A change of classroom {Classroom} of partition {Partition} could not be told; its screens read the journal")]
    public static partial void PublishFailed(ILogger logger, Exception exception, int partition, int classroom);

    [LoggerMessage(10, LogLevel.Error, "The checkpoint of classroom {Classroom} of partition {Partition} cannot be made: it is parked, and the others go on. What comes for it waits in the log")]
    public static partial void CheckpointFailed(ILogger logger, Exception exception, int partition, int classroom);
}
