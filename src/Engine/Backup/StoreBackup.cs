using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using LiveClass.Engine.Sqlite;

namespace LiveClass.Engine.Backup;

/// <summary>Copies a data directory into one file, also while a server uses it, and back into an empty directory.</summary>
public static class StoreBackup
{
    private const string Restoring = ".restoring";
    private static readonly string[] Known = [DataDirectory.LogFileName, DataDirectory.RecordsFileName];

    /// <summary>
    /// Writes one file with both databases as they were at one instant. Every copy is verified before the file appears under its
    /// name. Throws <see cref="BackupException"/> or <see cref="NewerFormatException"/>.
    /// </summary>
    public static async Task BackupAsync(
        string dataDirectory, string file, IProgress<BackupProgress>? progress = null, TimeProvider? time = null, CancellationToken cancellation = default)
    {
        var directory = Path.GetFullPath(dataDirectory);
        var target = Path.GetFullPath(file);
        if (!File.Exists(Path.Combine(directory, DataDirectory.LogFileName)))
            throw new BackupException($"There is no {DataDirectory.LogFileName} in {directory}: set LiveClass:DataDirectory to the server's data directory.");
        if (File.Exists(target)) throw new BackupException($"{target} exists already: name a new file, or move that one away.");
        var parts = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.parts");
        Clear(parts);
        try
        {
            var packed = Path.Combine(parts, "backup");
            var names = CopyAll(directory, parts, progress, cancellation);
            await PackAsync(parts, names, packed, (time ?? TimeProvider.System).GetUtcNow(), progress, cancellation);
            File.Move(packed, target);
        }
        catch (SqliteFault fault)
        {
            throw new BackupException(fault.Advice(directory), fault);
        }
        finally
        {
            Directory.Delete(parts, recursive: true);
        }
    }

    /// <summary>
    /// Puts a backup into a directory that is empty or absent. Sizes, hashes and the databases themselves are verified before the
    /// files get their names. Throws <see cref="BackupException"/>, <see cref="NewerFormatException"/> or
    /// <see cref="DataDirectoryHeldException"/>.
    /// </summary>
    public static async Task RestoreAsync(
        string file, string emptyDirectory, IProgress<BackupProgress>? progress = null, CancellationToken cancellation = default)
    {
        var directory = Path.GetFullPath(emptyDirectory);
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Select(Path.GetFileName).Any(name => !IsOurs(name!)))
            throw new BackupException($"{directory} is not empty: set LiveClass:DataDirectory to an empty or new folder, so that nothing is overwritten.");
        using var held = DataDirectory.Hold(directory);
        var parts = Path.Combine(directory, Restoring);
        Clear(parts);
        try
        {
            var names = await UnpackAsync(file, directory, parts, progress, cancellation);
            foreach (var name in names) File.Move(Path.Combine(parts, name), Path.Combine(directory, name));
        }
        catch (SqliteFault fault)
        {
            throw new BackupException($"{file} holds a damaged database ({fault.Message}): take another backup.", fault);
        }
        finally
        {
            Directory.Delete(parts, recursive: true);
        }
    }

    /// <summary>What a lock or a restore that was broken off leaves behind does not make a directory "not empty".</summary>
    private static bool IsOurs(string name) => name == Restoring || DataDirectory.IsLock(name);

    private static void Clear(string parts)
    {
        if (Directory.Exists(parts)) Directory.Delete(parts, recursive: true);
        Directory.CreateDirectory(parts);
    }

    private static List<string> CopyAll(string directory, string parts, IProgress<BackupProgress>? progress, CancellationToken cancellation)
    {
        using var snapshot = StoreSnapshot.Take(directory);
        var names = snapshot.Files.ToList();
        foreach (var name in names)
        {
            var copy = Path.Combine(parts, name);
            snapshot.Copy(name, copy, fraction => progress?.Report(new(name, "copying", fraction)), cancellation);
            progress?.Report(new(name, "verifying", 0));
            Verify(name, copy, directory);
            progress?.Report(new(name, "verifying", 1));
        }
        return names;
    }

    private static async Task PackAsync(
        string parts, List<string> names, string packed, DateTimeOffset madeAt, IProgress<BackupProgress>? progress, CancellationToken cancellation)
    {
        await using var stream = new FileStream(packed, FileMode.CreateNew, FileAccess.Write);
        var files = new List<BackupFile>();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                await using var from = File.OpenRead(Path.Combine(parts, name));
                await using var to = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                var hash = await CopyAsync(from, to, from.Length, fraction => progress?.Report(new(name, "packing", fraction)), cancellation);
                files.Add(new BackupFile(name, from.Length, hash));
            }
            await using var manifest = zip.CreateEntry(BackupManifest.EntryName).Open();
            await JsonSerializer.SerializeAsync(manifest, new(Schema.Format, madeAt, files), BackupJson.Default.BackupManifest, cancellation);
        }
        stream.Flush(flushToDisk: true);
    }

    private static async Task<List<string>> UnpackAsync(
        string file, string directory, string parts, IProgress<BackupProgress>? progress, CancellationToken cancellation)
    {
        if (!File.Exists(file)) throw new BackupException($"There is no file {Path.GetFullPath(file)}.");
        try
        {
            using var zip = ZipFile.OpenRead(file);
            var manifest = await ReadManifestAsync(zip, file, cancellation);
            if (manifest.Format > Schema.Format) throw new NewerFormatException(file, manifest.Format, Schema.Format);
            foreach (var part in manifest.Files)
            {
                var entry = Known.Contains(part.Name, StringComparer.Ordinal) ? zip.GetEntry(part.Name) : null;
                if (entry is null) throw new BackupException($"{file} lacks {part.Name}, or names a file that no backup has: take another backup.");
                var copy = Path.Combine(parts, part.Name);
                await using (var from = entry.Open())
                await using (var to = new FileStream(copy, FileMode.CreateNew, FileAccess.Write))
                {
                    var hash = await CopyAsync(from, to, part.Bytes, fraction => progress?.Report(new(part.Name, "unpacking", fraction)), cancellation);
                    if (hash != part.Sha256 || to.Length != part.Bytes) throw new BackupException($"{part.Name} in {file} is damaged: take another backup.");
                    to.Flush(flushToDisk: true);
                }
                progress?.Report(new(part.Name, "verifying", 0));
                Verify(part.Name, copy, directory);
                progress?.Report(new(part.Name, "verifying", 1));
            }
            return [.. manifest.Files.Select(part => part.Name)];
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException)
        {
            throw new BackupException($"{file} is not a whole backup of LiveClass ({broken.Message}).", broken);
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive zip, string file, CancellationToken cancellation)
    {
        var entry = zip.GetEntry(BackupManifest.EntryName) ?? throw new BackupException($"{file} is not a backup of LiveClass.");
        await using var stream = entry.Open();
        var manifest = await JsonSerializer.DeserializeAsync(stream, BackupJson.Default.BackupManifest, cancellation);
        return manifest is { Files: { } files } && files.Any(part => part.Name == DataDirectory.LogFileName)
            ? manifest
            : throw new BackupException($"{file} is not a whole backup of LiveClass: its list of files lacks {DataDirectory.LogFileName}.");
    }

    private static void Verify(string name, string file, string directory)
    {
        using var database = Database.Open(file, write: true, create: false);
        var found = database.Text("PRAGMA integrity_check(1)");
        if (found != "ok") throw new BackupException($"{name} is damaged ({found}).");
        if (name != DataDirectory.LogFileName) return;
        Schema.CheckFormat(database, directory);
        Schema.ReadPartitions(database);
    }

    private static async Task<string> CopyAsync(Stream from, Stream to, long length, Action<double> progress, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 18];
        long done = 0;
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            hash.AppendData(buffer.AsSpan(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            done += read;
            progress(length == 0 ? 1 : (double)done / length);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
