using LiveClass.Grains.Abstractions.Tracing;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Partitions;

/// <summary>Tells audiences: a classroom's first change after a pause at once, then at most one delta each board interval.</summary>
internal sealed class PartitionPublisher(int partition, SiloPorts ports, SiloOptions options, PartitionRoom room, ILogger logger)
{
    /// <summary>When the next delta is due, on the steady clock; null where all has been told.</summary>
    public TimeSpan? Due { get; private set; }

    /// <summary>Publishes what is due.</summary>
    public void Publish()
    {
        var now = room.Steady;
        Due = null;
        foreach (var activation in room.Touched)
        {
            if (!activation.HasUnpublished) continue;
            if (now < activation.PublishDue)
            {
                if (Due is null || activation.PublishDue < Due) Due = activation.PublishDue;
                continue;
            }

            Tell(activation);
            activation.PublishDue = now + options.BoardInterval;
        }
    }

    // The live plane may lose anything: what cannot be told stops neither the classroom nor the others.
    private void Tell(Activation activation)
    {
        using var hop = Hop.StartOver(Hop.Publish, activation.State.Key, activation.PublishedVersion, activation.State.Version);
        try
        {
            if (activation.Publish(ports.Broadcast.MayBeWatched(activation.State.Key)) is { } message) ports.Broadcast.Publish(message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            PartitionLog.PublishFailed(logger, e, partition, activation.State.Key.Value);
            activation.SkipPublishing();
        }
    }
}
