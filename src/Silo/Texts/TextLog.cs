using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Texts;

internal static partial class TextLog
{
    [LoggerMessage(1, LogLevel.Information, "{Count} texts whose entry never came were deleted")]
    public static partial void Swept(ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Warning, "Texts without an entry are not deleted now: the store cannot be used. It is tried again tomorrow")]
    public static partial void Waits(ILogger logger, Exception exception);
}
