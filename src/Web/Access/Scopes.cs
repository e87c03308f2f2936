namespace LiveClass.Web.Access;

/// <summary>What an API key may do. Part of the contract.</summary>
internal static class Scopes
{
    /// <summary>Deliver answers.</summary>
    public const string EvidenceWrite = "evidence:write";

    /// <summary>Watch and read boards.</summary>
    public const string BoardsRead = "boards:read";

    /// <summary>Command a classroom; decide about quarantined answers.</summary>
    public const string CommandsWrite = "commands:write";

    /// <summary>Make and change classrooms, rosters, skills and items.</summary>
    public const string RosterWrite = "roster:write";

    /// <summary>Read history, journal and quarantine.</summary>
    public const string RecordsRead = "records:read";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [EvidenceWrite, BoardsRead, CommandsWrite, RosterWrite, RecordsRead];

    /// <summary>The scopes of a list separated by spaces.</summary>
    public static string[] Split(string scopes) => scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
