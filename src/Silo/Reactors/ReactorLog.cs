using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Reactors;

internal static partial class ReactorLog
{
    [LoggerMessage(1, LogLevel.Warning, "The reactor {Reactor} of partition {Partition} waits: the store cannot be used now")]
    public static partial void Waits(ILogger logger, Exception exception, string reactor, int partition);

    [LoggerMessage(2, LogLevel.Error, "The reactor {Reactor} of partition {Partition} failed; it tries the same again")]
    public static partial void Failed(ILogger logger, Exception exception, string reactor, int partition);
}
