using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Events;

namespace LiveClass.Silo.Reactors;

/// <summary>A rare event with the entry that it came with.</summary>
public readonly record struct RareEvent(int Partition, ClassroomKey Classroom, long Position, ClassroomEvent Event);

/// <summary>Does what follows from rare events. Gets each at least once, in order within a partition.</summary>
public interface IRareReaction
{
    /// <summary>Does its work; durable before it returns. Must be the same when done twice.</summary>
    ValueTask ReactAsync(IReadOnlyList<RareEvent> events, CancellationToken cancellation);
}

/// <summary>Walks the journal once for all who wait for rare events.</summary>
public sealed class RareReactor(IEnumerable<IRareReaction> reactions) : IReactor
{
    private readonly IRareReaction[] reactions = [.. reactions];

    /// <summary>The name under which the first of the reactions kept its cursor.</summary>
    public string Name => "notes";

    /// <inheritdoc/>
    public async ValueTask ReactAsync(IReadOnlyList<JournalBlock> blocks, CancellationToken cancellation)
    {
        var events = new List<RareEvent>();
        foreach (var block in blocks)
            foreach (var (position, e) in JournalRare.Of(block)) events.Add(new(block.Partition, block.Classroom, position, e));
        if (events.Count == 0) return;
        foreach (var reaction in reactions) await reaction.ReactAsync(events, cancellation);
    }
}
