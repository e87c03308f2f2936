using System.Globalization;
using System.Text;
using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Tests.Contracts.Engine;

/// <summary>What the suites share: an engine over a house, and short words for appends and commits.</summary>
public abstract class EngineContract(House house) : IAsyncLifetime
{
    protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    protected House House => house;

    protected EmbeddedEngine Engine { get; private set; } = null!;

    /// <summary>Bounds of the engine under test; a suite may make them small.</summary>
    protected virtual EngineOptions Options => new();

    public Task InitializeAsync()
    {
        Engine = house.Open(Options);
        return Task.CompletedTask;
    }

    public virtual async Task DisposeAsync()
    {
        await Engine.DisposeAsync();
        house.Dispose();
    }

    protected async Task ReopenAsync()
    {
        await Engine.DisposeAsync();
        Engine = house.Open(Options);
    }

    protected static ClassroomKey Room(int number) => new(number);

    protected static LogAppend Entry(int partition, int room, string body, int count = 1, byte format = 1, bool priority = false) =>
        new(partition, Room(room), count, format, Encoding.UTF8.GetBytes(body), priority);

    protected async Task<Appended> Append(int partition, int room, string body, int count = 1, byte format = 1, bool priority = false) =>
        await Engine.Log.AppendAsync(Entry(partition, room, body, count, format, priority)).AsTask().WaitAsync(Soon);

    protected static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);

    protected async Task<List<LogBlock>> ReadAll(int partition, long after = 0, int maxBytes = 1000)
    {
        var all = new List<LogBlock>();
        while (await Engine.Log.ReadAsync(partition, after, maxBytes) is { Count: > 0 } blocks)
        {
            all.AddRange(blocks);
            after = blocks[^1].Last;
        }
        return all;
    }

    protected static JournalBlock Block(int partition, int room, long from, long to, string body = "b", byte format = 1) =>
        new(partition, Room(room), from, to, new Instant(1000 + to), 1, format, Encoding.UTF8.GetBytes(body));

    protected static JournalCommit Commit(int partition, long epoch, long cursor, params JournalBlock[] blocks) =>
        new(partition, epoch, cursor, blocks, [], [], []);

    protected static Checkpoint State(int partition, int room, long version, string body) =>
        new(partition, Room(room), version, new Instant(1000 + version), 1, Encoding.UTF8.GetBytes(body));

    protected static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
