using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;

namespace LiveClass.Tests.Properties.Determinism;

/// <summary>One classroom with the turns of its log, without an engine. Several may share a desk, as those of a partition do.</summary>
internal sealed class Room
{
    private readonly TurnDesk desk;
    private readonly TurnRunner runner;
    private readonly ByteWriter body = new();
    private readonly Dictionary<int, long> positions = [];
    private ClassroomGrains grains;

    public Room(int key = 1, TurnDesk? desk = null)
    {
        this.desk = desk ?? new TurnDesk();
        runner = new TurnRunner(this.desk);
        grains = new ClassroomGrains(new ClassroomState(new ClassroomKey(key)), this.desk);
    }

    public ClassroomState State => grains.State;

    public string Hash => CheckpointFormat.Hash(State);

    public List<byte[]> Journal { get; } = [];

    public List<Outcome> Outcomes { get; } = [];

    /// <summary>Runs the turn of a line at a position.</summary>
    public Outcome Run(LogLine line, long position)
    {
        positions.TryAdd(line.Id, position);
        body.Clear();
        line.Write(body, id => positions[id]);
        var entries = new EntryCursor(body.Written, position);
        entries.MoveNext();
        var outcome = runner.Run(grains, position, line.Received, entries.Current);
        Journal.Add(desk.Written.ToArray());
        Outcomes.Add(outcome);
        return outcome;
    }

    /// <summary>Runs lines one after the other from position 1.</summary>
    public Room RunAll(IEnumerable<LogLine> lines)
    {
        var position = 0L;
        foreach (var line in lines) Run(line, ++position);
        return this;
    }

    /// <summary>Goes on with a state read from a checkpoint.</summary>
    public void RestoreFromCheckpoint() => GoOnWith(CheckpointFormat.Read(State.Key, CheckpointFormat.Version, Checkpoint(State)));

    /// <summary>Goes on with a state folded from the journal alone.</summary>
    public void RestoreFromJournal() => GoOnWith(FoldJournal());

    public ClassroomState FoldJournal()
    {
        var state = new ClassroomState(State.Key);
        foreach (var events in Journal) ClassroomFold.Apply(state, EventFormat.Version, events);
        return state;
    }

    public static byte[] Checkpoint(ClassroomState state)
    {
        var to = new ByteWriter();
        CheckpointFormat.Write(to, state);
        return to.Written.ToArray();
    }

    private void GoOnWith(ClassroomState state) => grains = new ClassroomGrains(state, desk);
}
