using LiveClass.Engine.InMemory;
using LiveClass.Engine.InProcess;
using LiveClass.Engine.Ports;
using LiveClass.Engine.Sqlite;
using LiveClass.Engine.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveClass.Engine;

/// <summary>Every port of the engine, in one process. Dispose to write what waits and give the data directory back.</summary>
public sealed class EmbeddedEngine : IAsyncDisposable
{
    private readonly Func<ValueTask> close;

    private EmbeddedEngine(Committer committer, EngineOptions options, Func<ValueTask> close)
    {
        this.close = close;
        Health = committer.Health;
        Leases = new InProcessLeases(committer);
        Broadcast = new InProcessBroadcast(options.BroadcastQueue);
    }

    /// <summary>The ordered, durable record of what came in.</summary>
    public required IEventLog Log { get; init; }

    /// <summary>What happened, with the results.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>Classrooms' states at positions.</summary>
    public required ICheckpoints Checkpoints { get; init; }

    /// <summary>Entries that turns could not digest.</summary>
    public required IQuarantine Quarantine { get; init; }

    /// <summary>Reactors' cursors.</summary>
    public required IReactorCursors ReactorCursors { get; init; }

    /// <summary>Which entry is in hand.</summary>
    public required ITurnMarks TurnMarks { get; init; }

    /// <summary>Who owns which partition.</summary>
    public ILeases Leases { get; }

    /// <summary>The live plane.</summary>
    public IBroadcast Broadcast { get; }

    /// <summary>The store's condition.</summary>
    public IStoreHealth Health { get; }

    /// <summary>The writer of the store, where there is one.</summary>
    internal SqliteWriter? Writer { get; private init; }

    /// <summary>
    /// Opens the engine over its data directory. Throws <see cref="DataDirectoryHeldException"/>, <see cref="NewerFormatException"/>,
    /// <see cref="EngineOptionsException"/> or <see cref="StoreUnavailableException"/>, each with a message for the person who starts it.
    /// </summary>
    public static EmbeddedEngine Open(EngineOptions options, Scheduling scheduling, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(scheduling);
        options.Validate();
        FileSizeLimit.MakeAnError();
        var directory = DataDirectory.Hold(options.DataDirectory);
        try
        {
            return Open(directory, options, scheduling, logger ?? NullLogger.Instance);
        }
        catch (Exception)
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Opens the engine over a modelled disk, wholly on the scheduling: for simulations and tests.</summary>
    public static EmbeddedEngine OverMemory(InMemoryDisk disk, Scheduling scheduling, EngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(disk);
        ArgumentNullException.ThrowIfNull(scheduling);
        options ??= new EngineOptions();
        var store = new InMemoryStore(disk, options, scheduling);
        return new EmbeddedEngine(store.Committer, options, () => new ValueTask(store.CloseAsync()))
        {
            Log = new InMemoryEventLog(store),
            Journal = new InMemoryJournal(store),
            Checkpoints = new InMemoryCheckpoints(store),
            Quarantine = new InMemoryQuarantine(store),
            ReactorCursors = new InMemoryReactorCursors(store),
            TurnMarks = new InMemoryTurnMarks(store),
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => close();

    private static EmbeddedEngine Open(DataDirectory directory, EngineOptions options, Scheduling scheduling, ILogger logger)
    {
        var readers = new ReaderPool(directory.LogFile, options.Readers);
        var writer = new SqliteWriter(directory.LogFile, options, scheduling, readers, logger);
        var marks = new MappedTurnMarks(Path.Combine(directory.Path, "turns.mark"));
        try
        {
            writer.Start();
        }
        catch (Exception)
        {
            marks.Dispose();
            readers.Dispose();
            throw;
        }
        return new EmbeddedEngine(writer.Committer, options, CloseAsync)
        {
            Log = new SqliteEventLog(writer.Committer, writer.Tail, readers),
            Journal = new SqliteJournal(writer.Committer, readers),
            Checkpoints = new SqliteCheckpoints(readers),
            Quarantine = new SqliteQuarantine(writer.Committer, readers),
            ReactorCursors = new SqliteReactorCursors(writer.Committer, readers),
            TurnMarks = marks,
            Writer = writer,
        };

        async ValueTask CloseAsync()
        {
            await writer.StopAsync();
            readers.Dispose();
            marks.Dispose();
            directory.Dispose();
        }
    }
}
