using LiveClass.Bench.Measuring;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;

namespace LiveClass.Bench.Grains;

/// <summary>Whole turns, as a partition runs them: from the entry's bytes to the folded state with its events written.</summary>
internal sealed class GrainWorld
{
    private readonly TurnDesk desk;
    private readonly TurnRunner runner;
    private readonly ClassroomGrains[] rooms;
    private long position = 1_000_000;

    public GrainWorld(TurnDesk desk, ClassroomState[] states)
    {
        this.desk = desk;
        runner = new TurnRunner(desk);
        rooms = [.. states.Select(state => new ClassroomGrains(state, desk))];
    }

    public IReadOnlyList<ClassroomGrains> Rooms => rooms;

    /// <summary>Bytes of events that a turn of the last stream wrote, on average.</summary>
    public double EventBytes { get; private set; }

    public void Run(AnswerStream stream)
    {
        var lines = stream.Lines;
        var bytes = 0L;
        for (var i = 0; i < lines.Length; i++)
        {
            var outcome = runner.Run(rooms[lines[i].Room], ++position, lines[i].Received, stream.Entry(i));
            if (outcome.Kind != OutcomeKind.Accepted) throw new BenchFailureException($"A turn ended as {outcome.Kind}.");
            bytes += desk.Written.Length;
        }

        EventBytes = (double)bytes / lines.Length;
    }
}
