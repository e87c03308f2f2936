namespace LiveClass.Records;

/// <summary>The file was written by a newer LiveClass; this one must not touch it.</summary>
public sealed class RecordsNewerException : Exception
{
    /// <summary>Names the file, the unknown migration and what to do.</summary>
    public RecordsNewerException(string path, string migration)
        : base($"{path} was written by a newer LiveClass (it has '{migration}', which this version does not know). " +
               "Start that version or a newer one, or restore a backup that was made with this version into an empty data directory.")
    {
        Migration = migration;
    }

    /// <summary>The first migration that is not known.</summary>
    public string Migration { get; }
}
