using Microsoft.Extensions.Logging;

namespace LiveClass.Engine.Sqlite;

internal static partial class StoreLog
{
    [LoggerMessage(100, LogLevel.Error, "The store stopped acknowledging. {Advice}")]
    public static partial void Failed(ILogger logger, Exception failure, string advice);

    [LoggerMessage(101, LogLevel.Warning, "The store does not work yet. {Advice}")]
    public static partial void StillFailing(ILogger logger, string advice);

    [LoggerMessage(102, LogLevel.Information, "The store {File} is open again and verified.")]
    public static partial void Recovered(ILogger logger, string file);
}
