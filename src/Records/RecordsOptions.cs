namespace LiveClass.Records;

/// <summary>Where Records keeps its file and how it is first made.</summary>
public sealed class RecordsOptions
{
    /// <summary>The name of the file in <see cref="DataDirectory"/>.</summary>
    public const string FileName = "records.db";

    /// <summary>The folder that holds <c>records.db</c>; made where it is missing. One process at a time: its owner holds the directory's lock.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The id, and the name, of the school that is made where there is none.</summary>
    public string FirstSchool { get; init; } = "school";

    /// <summary>Runs the one writer. A simulation passes its own.</summary>
    public TaskScheduler Scheduler { get; init; } = TaskScheduler.Default;

    /// <summary>The most bytes that the file may grow to; 0: as far as the disk goes. Beyond it writes are unavailable.</summary>
    public long MaxBytes { get; init; }

    /// <summary>The whole path of the file.</summary>
    public string Path => System.IO.Path.Combine(DataDirectory, FileName);
}
