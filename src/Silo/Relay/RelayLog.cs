using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Relay;

internal static partial class RelayLog
{
    [LoggerMessage(1, LogLevel.Warning, "Changes of records wait: records cannot be read or marked now")]
    public static partial void RecordsUnavailable(ILogger logger, Exception exception);
}
