using System.Globalization;
using LiveClass.Engine.Ports;

namespace LiveClass.Engine;

/// <summary>
/// The folder of the embedded default, held by one process at a time. The operating system gives the lock back when its holder
/// dies, however it dies.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    private const string LockFile = "lock";
    private const string HolderFile = "lock.holder";
    private readonly FileStream held;

    private DataDirectory(string path, FileStream held) => (Path, this.held) = (path, held);

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>The store of log, journal and checkpoints.</summary>
    public string LogFile => System.IO.Path.Combine(Path, LogFileName);

    /// <summary>The name of the store of log, journal and checkpoints.</summary>
    public const string LogFileName = "log.db";

    /// <summary>The name of the store of records.</summary>
    public const string RecordsFileName = "records.db";

    /// <summary>Makes the folder where it is absent and takes it. Throws where another process, or another engine of this one, holds it.</summary>
    public static DataDirectory Hold(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        FileStream stream;
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                $"The data directory {full} cannot be made ({refused.Message}): set LiveClass:DataDirectory to a folder that this process may write.", refused);
        }
        try
        {
            stream = new FileStream(System.IO.Path.Combine(full, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new StoreUnavailableException(
                $"The data directory {full} cannot be written ({refused.Message}): give this process the right, or set LiveClass:DataDirectory to another folder.", refused);
        }
        catch (IOException taken)
        {
            throw new DataDirectoryHeldException(full, HolderOf(full), taken);
        }
        // The locked file cannot be read by others: who holds it stands beside it.
        File.WriteAllText(System.IO.Path.Combine(full, HolderFile), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new DataDirectory(full, stream);
    }

    /// <summary>True for the files of the lock itself, which say nothing about whether a folder is empty.</summary>
    internal static bool IsLock(string fileName) => fileName is LockFile or HolderFile;

    /// <summary>Gives it back.</summary>
    public void Dispose() => held.Dispose();

    private static string HolderOf(string path)
    {
        try
        {
            return File.ReadAllText(System.IO.Path.Combine(path, HolderFile)).Trim();
        }
        catch (IOException)
        {
            return "";
        }
    }
}

/// <summary>Another process holds the data directory; the message names both.</summary>
public sealed class DataDirectoryHeldException(string directory, string holder, Exception inner) : Exception(
    $"The data directory {directory} is in use by {(holder.Length > 0 ? $"process {holder}" : "another process")}. "
    + "One server uses a directory at a time: end that process, or set LiveClass:DataDirectory to another folder.",
    inner);
