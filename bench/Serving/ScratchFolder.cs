namespace LiveClass.Bench.Serving;

/// <summary>A folder for the data of a run, gone with it. It must lie on a real disk: what is measured waits for it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder(string? under) =>
        Path = Directory.CreateDirectory(System.IO.Path.Combine(under ?? System.IO.Path.GetTempPath(), $"liveclass-bench-{Guid.NewGuid():n}")).FullName;

    public string Path { get; }

    /// <summary>A folder in it.</summary>
    public string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
