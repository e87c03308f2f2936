using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;

namespace LiveClass.Silo.Partitions;

/// <summary>
/// A classroom in memory: its grains, and the events that are not yet in the journal. The events wait in one buffer, of which a
/// part has been published already.
/// </summary>
internal sealed class Activation
{
    private readonly ByteWriter pending = new(512);
    private readonly TurnDesk desk;
    private int published;
    private int journaled;

    public Activation(ClassroomState state, TurnDesk desk, bool parked)
    {
        this.desk = desk;
        Grains = new ClassroomGrains(state, desk);
        JournaledVersion = PublishedVersion = state.Version;
        Parked = parked;
    }

    /// <summary>The grains over its state.</summary>
    public ClassroomGrains Grains { get; private set; }

    /// <summary>Its state.</summary>
    public ClassroomState State => Grains.State;

    /// <summary>The version that the journal has.</summary>
    public long JournaledVersion { get; private set; }

    /// <summary>The version that audiences have been told of.</summary>
    public long PublishedVersion { get; private set; }

    /// <summary>True while it takes no turns.</summary>
    public bool Parked { get; private set; }

    /// <summary>True while nothing of it is in memory, because what the store has of it cannot be read. It is parked then.</summary>
    public bool Lost { get; private set; }

    /// <summary>True where the journal has not yet been told that it is parked.</summary>
    public bool ParkingWaits { get; private set; }

    /// <summary>True where its checkpoint could not be made; the journal alone keeps it until it is loaded anew.</summary>
    public bool CheckpointFails { get; private set; }

    /// <summary>When it may publish again, on the steady clock.</summary>
    public TimeSpan PublishDue { get; set; }

    /// <summary>When its owner's clock must look at it; none where nothing is due.</summary>
    public Instant Due { get; set; }

    /// <summary>Until when the clock's commands for <see cref="Due"/> are on their way, on the steady clock.</summary>
    public TimeSpan ClockSilentUntil { get; set; }

    /// <summary>When it last had a turn, on the steady clock.</summary>
    public TimeSpan LastTurnAt { get; set; }

    /// <summary>When it was last checkpointed or loaded, on the steady clock.</summary>
    public TimeSpan CheckpointedAt { get; set; }

    /// <summary>Entries since then.</summary>
    public int EntriesSinceCheckpoint { get; set; }

    /// <summary>True where a checkpoint must go with the next journal block.</summary>
    public bool WantsCheckpoint { get; set; }

    /// <summary>Receipt times of turns that failed, the newest last.</summary>
    public Queue<Instant> Failures { get; } = new();

    /// <summary>Entries in <see cref="PendingBytes"/>.</summary>
    public int PendingEntries { get; private set; }

    /// <summary>Bytes that wait for the journal.</summary>
    public int PendingBytes => pending.Length - journaled;

    /// <summary>True where audiences have not been told of everything.</summary>
    public bool HasUnpublished => PublishedVersion != State.Version;

    /// <summary>True where the journal does not have everything.</summary>
    public bool HasPending => JournaledVersion != State.Version;

    /// <summary>Takes the events of the turn that has just ended.</summary>
    public void TakeTurn()
    {
        pending.Raw(desk.Written);
        PendingEntries++;
        EntriesSinceCheckpoint++;
    }

    /// <summary>It takes no turns from here on.</summary>
    public void Park() => (Parked, ParkingWaits) = (true, true);

    /// <summary>It takes turns again.</summary>
    public void Unpark()
    {
        (Parked, ParkingWaits) = (false, false);
        Failures.Clear();
    }

    /// <summary>
    /// What the store has of it cannot be read: nothing of it is kept in memory, not even events that wait. They come of entries
    /// that stand in the log, and come again when it is regained.
    /// </summary>
    public void Lose()
    {
        Start(new ClassroomState(State.Key));
        Lost = true;
        Park();
    }

    /// <summary>It could be read after all.</summary>
    public void Regain(ClassroomState state) => Start(state);

    /// <summary>Its checkpoint could not be made.</summary>
    public void FailCheckpoint()
    {
        (WantsCheckpoint, CheckpointFails) = (false, true);
        Park();
    }

    /// <summary>Audiences are not told of what waits: they see the gap and read the journal.</summary>
    public void SkipPublishing()
    {
        published = pending.Length;
        PublishedVersion = State.Version;
        Shrink();
    }

    /// <summary>The delta since the last; null where nobody needs it made.</summary>
    public DeltaMessage? Publish(bool make)
    {
        var message = make
            ? new DeltaMessage(State.Key, PublishedVersion, State.Version, EventFormat.Version, pending.Written[published..].ToArray())
            : null;
        published = pending.Length;
        PublishedVersion = State.Version;
        Shrink();
        return message;
    }

    /// <summary>The block for the journal.</summary>
    public JournalBlock Block(int partition) => new(
        partition, State.Key, JournaledVersion, State.Version, State.ReceivedAt, PendingEntries, EventFormat.Version,
        pending.Written[journaled..].ToArray());

    /// <summary>The block is in the journal, and with it whether it is parked.</summary>
    public void Journaled()
    {
        ParkingWaits = false;
        journaled = pending.Length;
        PendingEntries = 0;
        JournaledVersion = State.Version;
        Shrink();
    }

    /// <summary>Replaces a state that a failed turn may have spoilt: what was journaled, and the events that wait.</summary>
    public void Reload(ClassroomState fromJournal)
    {
        ClassroomFold.Apply(fromJournal, EventFormat.Version, pending.Written[journaled..]);
        Grains = new ClassroomGrains(fromJournal, desk);
        CheckpointFails = false;
    }

    private void Start(ClassroomState state)
    {
        pending.Clear();
        published = journaled = PendingEntries = EntriesSinceCheckpoint = 0;
        Grains = new ClassroomGrains(state, desk);
        JournaledVersion = PublishedVersion = state.Version;
        Lost = CheckpointFails = WantsCheckpoint = false;
        Due = Instant.None;
    }

    private void Shrink()
    {
        if (published < pending.Length || journaled < pending.Length) return;
        pending.Clear();
        published = journaled = 0;
    }
}
