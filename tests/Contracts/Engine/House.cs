using LiveClass.Engine;
using LiveClass.Engine.InMemory;

namespace LiveClass.Tests.Contracts.Engine;

/// <summary>Where an engine keeps its things, so that a test can close it and open it again over the same.</summary>
public abstract class House : IDisposable
{
    internal SettableClock Clock { get; } = new();

    public Scheduling Scheduling => new(TaskScheduler.Default, Clock);

    public abstract EmbeddedEngine Open(EngineOptions? options = null);

    public void Dispose()
    {
        TakeDown();
        GC.SuppressFinalize(this);
    }

    protected abstract void TakeDown();
}

public sealed class SqliteHouse : House
{
    public string Path { get; } = Directory.CreateTempSubdirectory("liveclass-").FullName;

    public override EmbeddedEngine Open(EngineOptions? options = null) =>
        EmbeddedEngine.Open((options ?? new EngineOptions()) with { DataDirectory = Path }, Scheduling);

    protected override void TakeDown() => Directory.Delete(Path, recursive: true);
}

public sealed class InMemoryHouse : House
{
    public InMemoryDisk Disk { get; } = new(seed: 7) { SyncAtMost = TimeSpan.FromMilliseconds(2) };

    public override EmbeddedEngine Open(EngineOptions? options = null) => EmbeddedEngine.OverMemory(Disk, Scheduling, options);

    protected override void TakeDown()
    {
    }
}
