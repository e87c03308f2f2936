
namespace LiveClass.Web.Boards;

internal static partial class BoardLog
{
    [LoggerMessage(1, LogLevel.Warning, "The board of classroom {Classroom} lost its place; it is loaded anew")]
    public static partial void ReplicaFailed(ILogger logger, Exception exception, int classroom);

    [LoggerMessage(3, LogLevel.Warning, "What is kept of classroom {Classroom} cannot be read; its screens say so")]
    public static partial void Unreadable(ILogger logger, Exception exception, int classroom);

    [LoggerMessage(2, LogLevel.Warning, "A change of classroom {Classroom} could not be sent to its screens")]
    public static partial void SendFailed(ILogger logger, Exception exception, int classroom);
}
