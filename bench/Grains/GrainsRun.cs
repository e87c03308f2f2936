using LiveClass.Bench.Measuring;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;

namespace LiveClass.Bench.Grains;

/// <summary>One size: the grains, the bare loop and the plain arrays, over the same answers.</summary>
internal sealed class GrainsRun
{
    private readonly GrainWorld grains;
    private readonly BareWorld bare;
    private readonly ArrayWorld arrays;
    private readonly Devices devices;
    private readonly AnswerStream stream;
    private readonly List<double> allocated = [];
    private long due;

    public GrainsRun(int students, int turns, Templates templates, int seed)
    {
        var rooms = (students + SchoolShape.Students - 1) / SchoolShape.Students;
        Students = rooms * SchoolShape.Students;
        var states = Enumerable.Range(0, rooms).Select(templates.Copy).ToArray();
        due = states.Sum(state => state.Counts.Evidence);
        bare = new BareWorld([.. states.Select(state => new BareRoom(state))]);
        devices = new Devices(new BareWorld([.. states.Select(state => new BareRoom(state))]), seed, templates.ReadyAt);
        devices.GoOnAfter(templates);
        grains = new GrainWorld(new TurnDesk(), states);
        arrays = new ArrayWorld(rooms);
        stream = new AnswerStream(turns);
    }

    public int Students { get; }

    /// <summary>Bytes that a turn allocated, by round.</summary>
    public IReadOnlyList<double> Allocated => allocated;

    /// <summary>Bytes of events that a turn writes, on average.</summary>
    public double EventBytes => grains.EventBytes;

    /// <summary>Draws the answers of a round.</summary>
    public void Draw()
    {
        devices.Fill(stream);
        due += stream.Count;
    }

    /// <summary>Nanoseconds a turn.</summary>
    public double Turns()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = CpuClock.Start();
        grains.Run(stream);
        var spent = PerAnswer(clock);
        allocated.Add((double)(GC.GetAllocatedBytesForCurrentThread() - before) / stream.Count);
        return spent;
    }

    /// <summary>Nanoseconds for the rules' calls of a turn.</summary>
    public double Calls()
    {
        var clock = CpuClock.Start();
        bare.Run(stream.Lines);
        return PerAnswer(clock);
    }

    /// <summary>Nanoseconds for the reads and writes of a turn.</summary>
    public double Memory()
    {
        var clock = CpuClock.Start();
        GC.KeepAlive(arrays.Run(stream));
        return PerAnswer(clock);
    }

    /// <summary>Checks that grains and bare loop came to the same, student by student, and that every answer counted once.</summary>
    public void Verify()
    {
        var counted = 0L;
        for (var r = 0; r < grains.Rooms.Count; r++)
        {
            var state = grains.Rooms[r].State;
            counted += state.Counts.Evidence;
            for (var s = 0; s < SchoolShape.Students; s++) RequireSame(state, r, s);
        }

        BenchFailureException.Unless(counted == due, $"{counted} answers were counted where {due} were played.");
    }

    private void RequireSame(ClassroomState state, int room, int index)
    {
        var plain = bare.Rooms[room];
        var known = state.Students[index];
        ref readonly var student = ref plain.Students[index];
        var same = known.Ability == student.Ability && known.NextStep == student.NextStep && known.Help == student.Help
            && known.LastItem == student.LastItem && known.LastSkill == student.LastSkill && known.LastAnswerAt == student.LastAnswerAt;
        for (var skill = 0; skill < SchoolShape.Skills; skill++)
            same &= known.Skill(skill) == plain.Estimates[index * SchoolShape.Skills + skill];
        BenchFailureException.Unless(same, $"Student {index + 1} of classroom {room + 1} differs between the grains and the bare loop.");
    }

    private double PerAnswer(CpuClock clock) => clock.Nanoseconds / stream.Count;
}
