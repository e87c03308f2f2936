using Microsoft.Extensions.Logging;

namespace LiveClass.Records.Lane;

internal static partial class WriteLaneLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Records cannot keep anything now: {Detail}")]
    public static partial void Unavailable(ILogger logger, string detail, Exception exception);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Records keeps what it is given again: {Path}")]
    public static partial void Healed(ILogger logger, string path);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "The failed connection to {Path} could not be closed cleanly")]
    public static partial void NotClosed(ILogger logger, string path, Exception exception);
}
