using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;
using Microsoft.Extensions.Logging;

namespace LiveClass.Silo.Partitions;

/// <summary>The classrooms of a partition that are in memory, and which of them have something to write or to tell.</summary>
internal sealed class PartitionRoom(int partition, SiloPorts ports, ILogger logger)
{
    private readonly Dictionary<ClassroomKey, Activation> activations = [];
    private readonly Dictionary<ClassroomKey, ClassroomHead> heads = [];
    private readonly List<Activation> touched = [];
    private readonly List<Quarantined> quarantined = [];
    private readonly long started = ports.Scheduling.Time.GetTimestamp();

    /// <summary>Where the partition's turns write.</summary>
    public TurnDesk Desk { get; } = new();

    /// <summary>This machine's clock: for what is due by the clock on the wall.</summary>
    public Instant Now => Instant.Of(ports.Scheduling.Time.GetUtcNow());

    /// <summary>Time since this room was made, which a change of the machine's clock does not touch: for everything that waits so long.</summary>
    public TimeSpan Steady => ports.Scheduling.Time.GetElapsedTime(started);

    /// <summary>Classrooms in memory.</summary>
    public IReadOnlyCollection<Activation> Activations => activations.Values;

    /// <summary>Classrooms with something to publish or to write, each once.</summary>
    public List<Activation> Touched => touched;

    /// <summary>Entries on their way to the quarantine.</summary>
    public List<Quarantined> Quarantined => quarantined;

    /// <summary>Classrooms that are not in memory and have something due.</summary>
    public IEnumerable<ClassroomHead> Sleeping => heads.Values.Where(head => head.Due.IsSome && !activations.ContainsKey(head.Classroom));

    /// <summary>Classrooms that take no turns. Replaced whole, so that others may read it.</summary>
    public IReadOnlyList<ClassroomKey> Parked { get; private set; } = [];

    /// <summary>What the journal last knew of each classroom.</summary>
    public void Know(ClassroomHead head)
    {
        var was = heads.TryGetValue(head.Classroom, out var before) && before.Parked;
        heads[head.Classroom] = head;
        if (was != head.Parked) Parked = [.. heads.Values.Where(known => known.Parked).Select(known => known.Classroom)];
    }

    /// <summary>What the journal has to know of a classroom.</summary>
    public ClassroomHead HeadOf(Activation activation)
    {
        var key = activation.State.Key;
        return activation.Lost
            ? (heads.GetValueOrDefault(key) ?? new ClassroomHead(key, partition, 0, Instant.None, true)) with { Parked = true }
            : new ClassroomHead(key, partition, activation.State.Version, activation.Due, activation.Parked);
    }

    /// <summary>The classroom in memory, loaded where it was not; lost where it cannot be read.</summary>
    public async ValueTask<Activation> ActivateAsync(ClassroomKey classroom, CancellationToken cancellation)
    {
        if (activations.TryGetValue(classroom, out var known)) return known;
        var state = await LoadAsync(classroom, cancellation);
        var parked = heads.GetValueOrDefault(classroom)?.Parked ?? false;
        var activation = new Activation(state ?? new ClassroomState(classroom), Desk, parked) { LastTurnAt = Steady, CheckpointedAt = Steady };
        activations.Add(classroom, activation);
        if (state is not null) return activation;
        activation.Lose();
        if (!parked) Touch(activation);
        return activation;
    }

    /// <summary>Tries to read a parked classroom anew; false where it still cannot be read.</summary>
    public async ValueTask<bool> RegainAsync(Activation activation, CancellationToken cancellation)
    {
        if (await LoadAsync(activation.State.Key, cancellation) is not { } state)
        {
            Lose(activation);
            return false;
        }

        if (activation.Lost) activation.Regain(state);
        else activation.Reload(state);
        activation.Unpark();
        return true;
    }

    /// <summary>Parks a classroom for something that failed on it alone; the partition goes on.</summary>
    public void Park(Activation activation)
    {
        activation.Park();
        Touch(activation);
    }

    /// <summary>Parks a classroom of which nothing can be kept in memory.</summary>
    public void Lose(Activation activation)
    {
        activation.Lose();
        Touch(activation);
    }

    /// <summary>The state that the store has; null, and said in the log, where it cannot be read.</summary>
    public async ValueTask<ClassroomState?> LoadAsync(ClassroomKey classroom, CancellationToken cancellation)
    {
        using var hop = Hop.StartAlone(Hop.Activate)?.SetTag("liveclass.classroom", classroom.Value);
        try
        {
            return await ClassroomLoader.LoadAsync(ports.Checkpoints, ports.Journal, classroom, cancellation);
        }
        catch (ClassroomUnreadableException e)
        {
            PartitionLog.Unreadable(logger, e, partition, classroom.Value);
            return null;
        }
    }

    /// <summary>Takes a classroom out of memory.</summary>
    public void Deactivate(Activation activation) => activations.Remove(activation.State.Key);

    /// <summary>Forgets everything: the partition is not owned any more.</summary>
    public void Clear()
    {
        activations.Clear();
        heads.Clear();
        Parked = [];
        touched.Clear();
        quarantined.Clear();
    }

    /// <summary>Notes that a classroom changed.</summary>
    public void Touch(Activation activation)
    {
        if (!touched.Contains(activation)) touched.Add(activation);
    }

    /// <summary>Notes that an entry goes to the quarantine with the next commit.</summary>
    public void Quarantine(Quarantined entry) => quarantined.Add(entry);
}
