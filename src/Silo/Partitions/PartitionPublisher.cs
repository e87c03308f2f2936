namespace LiveClass.Silo.Partitions;

/// <summary>Tells audiences: a classroom's first change after a pause at once, then at most one delta each board interval.</summary>
internal sealed class PartitionPublisher(SiloPorts ports, SiloOptions options, PartitionRoom room)
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

            if (activation.Publish(ports.Broadcast.MayBeWatched(activation.State.Key)) is { } message) ports.Broadcast.Publish(message);
            activation.PublishDue = now + options.BoardInterval;
        }
    }
}
