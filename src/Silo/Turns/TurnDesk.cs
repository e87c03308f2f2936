using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Silo.Turns;

/// <summary>
/// Where a partition's turns write their events: one for each partition, reused, so that a turn allocates nothing.
/// A grain decides, records the events, and only then are they folded into the state; a turn that throws is not folded further,
/// and its classroom is loaded anew.
/// </summary>
public sealed class TurnDesk
{
    private readonly ByteWriter events = new(4096);
    private MasteryEstimate[] copies = new MasteryEstimate[64];
    private readonly List<NextStepChosen> chosen = [];
    private int folded;

    /// <summary>The events of the turn so far, in the journal's format.</summary>
    public ReadOnlySpan<byte> Written => events.Written;

    /// <summary>The next steps chosen in the turn so far: what goes out at once.</summary>
    public IReadOnlyList<NextStepChosen> Chosen => chosen;

    /// <summary>Room for a student's estimates.</summary>
    public Span<MasteryEstimate> Copies(int count)
    {
        if (copies.Length < count) copies = new MasteryEstimate[count * 2];
        return copies.AsSpan(0, count);
    }

    /// <summary>Begins a turn.</summary>
    public void Begin(long position, Instant received)
    {
        events.Clear();
        chosen.Clear();
        folded = 0;
        EventFormat.WriteEntry(events, position, received);
    }

    /// <summary>Folds what has been recorded since the last time into the state.</summary>
    public void Fold(ClassroomState state)
    {
        ClassroomFold.Apply(state, EventFormat.Version, events.Written[folded..]);
        folded = events.Length;
    }

    /// <summary>Records an event.</summary>
    public void Record(in AnswerCounted e) => EventFormat.Write(events, e);

    /// <summary>Records an event.</summary>
    public void Record(in EstimateMoved e) => EventFormat.Write(events, e);

    /// <summary>Records an event.</summary>
    public void Record(in NextStepChosen e)
    {
        EventFormat.Write(events, e);
        chosen.Add(e);
    }

    /// <summary>Records an event.</summary>
    public void Record(in HelpChanged e) => EventFormat.Write(events, e);

    /// <summary>Records an event.</summary>
    public void Record(in NumberSeen e) => EventFormat.Write(events, e);

    /// <summary>Records an event.</summary>
    public void Record(in EntryQuarantined e) => EventFormat.Write(events, e);

    /// <summary>Records that a repeat was dropped.</summary>
    public void RecordRepeat() => EventFormat.WriteRepeatDropped(events);

    /// <summary>Records an event.</summary>
    public void Record(ClassroomEvent e) => EventFormat.Write(events, e);
}
