namespace LiveClass.Web.Demo;

/// <summary>What the demo says in the log.</summary>
internal static partial class DemoLog
{
    [LoggerMessage(1, LogLevel.Information, "The students of {Classroom} come to lesson {Lesson}")]
    public static partial void Begun(ILogger logger, string classroom, long lesson);

    [LoggerMessage(2, LogLevel.Warning, "The demo could not look after {Classroom}; it tries again")]
    public static partial void LookFailed(ILogger logger, Exception failure, string classroom);

    [LoggerMessage(3, LogLevel.Information, "The demo school was made")]
    public static partial void Made(ILogger logger);

    [LoggerMessage(4, LogLevel.Information, "The demo school was removed")]
    public static partial void Removed(ILogger logger);

    [LoggerMessage(5, LogLevel.Error, "The demo school could not be made or removed")]
    public static partial void WorkFailed(ILogger logger, Exception failure);
}
