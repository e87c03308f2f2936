namespace LiveClass.Web.Access.Accounts;

/// <summary>What happens to accounts. Adults by their keys, never names.</summary>
internal static partial class AccountLog
{
    [LoggerMessage(1401, LogLevel.Information, "Adult {Adult} signed in")]
    public static partial void SignedIn(ILogger logger, int adult);

    [LoggerMessage(1402, LogLevel.Warning, "Adult {Adult} is locked for a while: too many wrong passwords")]
    public static partial void Locked(ILogger logger, int adult);

    [LoggerMessage(1403, LogLevel.Information, "Adult {By} changed the account of adult {Adult}: {What}")]
    public static partial void Changed(ILogger logger, int by, int adult, string what);
}
