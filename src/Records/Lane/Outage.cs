using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Lane;

/// <summary>Tells a store that cannot work now from a mistake in what it was asked.</summary>
internal static class Outage
{
    // Primary result codes of SQLite that speak of the statement, not of the store: https://www.sqlite.org/rescode.html
    private const int Error = 1, TooBig = 18, Constraint = 19, Mismatch = 20, Misuse = 21, Range = 25;
    private const int Busy = 5, Locked = 6, Full = 13;

    public static bool Is(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: Error or TooBig or Constraint or Mismatch or Misuse or Range } => false,
        SqliteException => true,
        DbUpdateException { InnerException: { } inner } => Is(inner),
        DbException other => other.IsTransient,
        IOException or UnauthorizedAccessException => true,
        _ => false,
    };

    /// <summary>What the person who runs the server should read.</summary>
    public static string Describe(string path, Exception exception)
    {
        var cause = exception is DbUpdateException { InnerException: { } inner } ? inner : exception;
        return cause is not SqliteException sqlite
            ? $"{path} cannot be used: {cause.Message}"
            : sqlite.SqliteErrorCode switch
            {
                Full => $"{path} cannot grow: the disk (or its set limit) is full. Make room; writing goes on by itself.",
                Busy or Locked => $"{path} is locked by another process. Close it; writing goes on by itself.",
                _ => $"{path} cannot be used (SQLite {sqlite.SqliteErrorCode}/{sqlite.SqliteExtendedErrorCode}: {sqlite.Message}). Check the disk.",
            };
    }
}
