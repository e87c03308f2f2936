using System.Text.Json.Serialization;

namespace LiveClass.Engine.Backup;

/// <summary>The first entry of a backup: what it holds, so that a restore can tell whether it is whole.</summary>
/// <param name="Format">The format of the data directory.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Files">What it holds.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset MadeAt, IReadOnlyList<BackupFile> Files)
{
    public const string EntryName = "liveclass-backup.json";
}

/// <summary>A file of a backup.</summary>
internal sealed record BackupFile(string Name, long Bytes, string Sha256);

[JsonSerializable(typeof(BackupManifest))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
internal sealed partial class BackupJson : JsonSerializerContext;
