using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Silo.Turns;

namespace LiveClass.Silo.Partitions;

/// <summary>The classrooms of a partition that are in memory, and which of them have something to write or to tell.</summary>
internal sealed class PartitionRoom(SiloPorts ports)
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

    /// <summary>What the journal last knew of each classroom.</summary>
    public void Know(ClassroomHead head) => heads[head.Classroom] = head;

    /// <summary>The classroom in memory, loaded where it was not.</summary>
    public async ValueTask<Activation> ActivateAsync(ClassroomKey classroom, CancellationToken cancellation)
    {
        if (activations.TryGetValue(classroom, out var known)) return known;
        var state = await ClassroomLoader.LoadAsync(ports.Checkpoints, ports.Journal, classroom, cancellation);
        var parked = heads.GetValueOrDefault(classroom)?.Parked ?? false;
        var activation = new Activation(state, Desk, parked) { LastTurnAt = Steady, CheckpointedAt = Steady };
        activations.Add(classroom, activation);
        return activation;
    }

    /// <summary>Takes a classroom out of memory.</summary>
    public void Deactivate(Activation activation) => activations.Remove(activation.State.Key);

    /// <summary>Forgets everything: the partition is not owned any more.</summary>
    public void Clear()
    {
        activations.Clear();
        heads.Clear();
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
