using SQLitePCL;

namespace LiveClass.Engine.Sqlite;

/// <summary>SQLite said no. Never leaves the engine: callers get a value or a <see cref="Ports.StoreUnavailableException"/>.</summary>
internal sealed class SqliteFault(int code, string message) : Exception($"SQLite {code}: {message}")
{
    /// <summary>SQLite's extended result code.</summary>
    public int Code { get; } = code;

    private int Primary => Code & 0xff;

    /// <summary>True where another connection is in the way for the moment.</summary>
    public bool IsBusy => Primary is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    /// <summary>What is wrong and what to do, for the person who runs the server.</summary>
    public string Advice(string file) => Primary switch
    {
        raw.SQLITE_FULL => $"The disk that holds {file} is full. Free some space; the server goes on by itself.",
        raw.SQLITE_IOERR => $"The disk that holds {file} failed ({Message}). Check the disk and its space; the server tries again by itself.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM => $"{file} cannot be written ({Message}). Give this process the right to write it and its folder; the server tries again by itself.",
        raw.SQLITE_CANTOPEN => $"{file} cannot be opened ({Message}). Check that its folder is there and may be written; the server tries again by itself.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => $"{file} is damaged ({Message}). Stop the server, keep a copy of the folder, and restore the last backup into an empty one.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another program holds {file}. End it; the server goes on by itself.",
        _ => $"{file} cannot be used ({Message}). The server tries again by itself.",
    };
}
