using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;

namespace LiveClass.Bench.Grains;

/// <summary>
/// A few classrooms with a lesson's answers behind them, of which every world is copied: so students of small and large worlds
/// have the same past, and only the size differs.
/// </summary>
internal sealed class Templates
{
    private const int Rooms = 4;
    private const int AnswersEach = 100;
    private readonly byte[][] checkpoints;

    public Templates(int seed)
    {
        var desk = new TurnDesk();
        var runner = new TurnRunner(desk);
        var states = Enumerable.Range(1, Rooms).Select(r => new ClassroomState(new ClassroomKey(r))).ToArray();
        var position = 0L;
        foreach (var state in states)
        {
            var grains = new ClassroomGrains(state, desk);
            Entry(grains, to => EntryFormat.Write(to, new RecordsEntry(SchoolShape.RecordsSource, 1, SchoolShape.Classroom)));
            Entry(grains, to => EntryFormat.Write(to, new RecordsEntry(SchoolShape.RecordsSource, 2, SchoolShape.Bank)));
            Entry(grains, to => EntryFormat.Write(to, new CommandEntry(new CommandKey(1), new Actor(ActorKind.Adult, 1), 0, 0, SchoolShape.Lesson)));
            foreach (var student in state.Students)
                Entry(grains, to => EntryFormat.Write(to, new CommandEntry(
                    new CommandKey((UInt128)(10 + student.Key.Value)), new Actor(ActorKind.Web, 0), 0, 0, new JoinLesson(student.Key))));
        }

        var world = new GrainWorld(desk, states);
        var devices = new Devices(new BareWorld([.. states.Select(s => new BareRoom(s))]), seed, SchoolShape.Start);
        var stream = new AnswerStream(Rooms * SchoolShape.Students * AnswersEach);
        devices.Fill(stream);
        world.Run(stream);
        ReadyAt = devices.Now;
        Sequences = devices.Sequences;
        checkpoints = [.. states.Select(WriteCheckpoint)];

        void Entry(ClassroomGrains grains, Action<ByteWriter> write)
        {
            var body = new ByteWriter();
            write(body);
            var cursor = new EntryCursor(body.Written, ++position);
            cursor.MoveNext();
            runner.Run(grains, position, SchoolShape.Start, cursor.Current);
        }
    }

    /// <summary>When their past ends.</summary>
    public Instant ReadyAt { get; }

    /// <summary>The last number of each source, by template classroom and student.</summary>
    public long[] Sequences { get; }

    /// <summary>A copy of the n-th classroom.</summary>
    public ClassroomState Copy(int room) =>
        CheckpointFormat.Read(new ClassroomKey(room + 1), CheckpointFormat.Version, checkpoints[room % Rooms]);

    /// <summary>The last number of a source in the copy of the n-th classroom.</summary>
    public long SequenceOf(int room, int student) => Sequences[((room % Rooms) * SchoolShape.Students) + student];

    private static byte[] WriteCheckpoint(ClassroomState state)
    {
        var to = new ByteWriter(64 * 1024);
        CheckpointFormat.Write(to, state);
        return to.Written.ToArray();
    }
}
