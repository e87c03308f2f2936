using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;

namespace LiveClass.Tests.Unit.Silo;

/// <summary>A classroom driven entry by entry, without an engine: 3 students, 3 skills in a chain, 2 stations, items 1-9.</summary>
internal sealed class ClassroomDriver
{
    private readonly TurnDesk desk = new();
    private readonly TurnRunner runner;
    private readonly ByteWriter body = new();
    private long position;
    private int commands;

    public ClassroomDriver(bool configured = true)
    {
        runner = new TurnRunner(desk);
        Grains = new ClassroomGrains(new ClassroomState(new ClassroomKey(1)), desk);
        if (!configured) return;
        Configure(1, Standard);
        Records(2, new ItemsConfigured([.. Enumerable.Range(1, 9).Select(i => new ItemLine(new ItemKey(i), [new SkillKey(((i - 1) / 3) + 1)], EvidenceKind.Practice, 0, 0))]));
    }

    public static ClassroomConfigured Standard { get; } = new(
        new SchoolKey(1),
        [new(Ana, false), new(Ben, false), new(Cai, false)],
        [new(new SkillKey(1), []), new(new SkillKey(2), [new SkillKey(1)]), new(new SkillKey(3), [new SkillKey(2)])],
        [new(Teacher, 1, StationKind.TeacherLed, 2, 1), new(Online, 2, StationKind.Online, 12, 0)]);

    public static StudentKey Ana => new(1);

    public static StudentKey Ben => new(2);

    public static StudentKey Cai => new(3);

    public static StationKey Teacher => new(1);

    public static StationKey Online => new(2);

    public ClassroomGrains Grains { get; private set; }

    public ClassroomState State => Grains.State;

    public Instant Now { get; set; } = Instant.Of(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public List<byte[]> Journal { get; } = [];

    public string Hash => CheckpointFormat.Hash(State);

    public Outcome Answer(StudentKey student, int item, float score, long sequence, uint hash = 7, int source = 10, int? skill = null, long ageMs = 0) =>
        Run(to => EntryFormat.Write(to, new Evidence
        {
            Source = new SourceKey(source + student.Value),
            Sequence = sequence,
            BodyHash = hash,
            Student = student,
            Item = new ItemKey(item),
            Skills = SkillSet.Of(new SkillKey(skill ?? ((item - 1) / 3) + 1)),
            Score = score,
            Attempt = 1,
            DurationMs = 8000,
            AgeMs = ageMs,
        }));

    public Outcome Command(ClassroomCommand command, int? id = null, int by = 1, long ifVersion = 0, ActorKind kind = ActorKind.Adult) =>
        Run(to => EntryFormat.Write(to, new CommandEntry(
            new CommandKey((UInt128)(id ?? (1000 + ++commands))), new Actor(kind, kind == ActorKind.Clock ? 0 : by), ifVersion, 0, command)));

    public Outcome Configure(long sequence, ClassroomConfigured configuration) => Records(sequence, configuration);

    public Outcome Records(long sequence, RecordsChange change) => Run(to => EntryFormat.Write(to, new RecordsEntry(new SourceKey(1), sequence, change)));

    public Outcome StartLesson(params int[] targets) =>
        Command(new StartLesson([.. targets.Select(t => new SkillKey(t))], Instant.None, LessonBlockKind.Flex));

    public Outcome Run(Action<ByteWriter> write)
    {
        body.Clear();
        write(body);
        return RunBody(body.Written);
    }

    public Outcome RunBody(ReadOnlySpan<byte> entries)
    {
        var outcome = default(Outcome);
        var cursor = new EntryCursor(entries, position + 1);
        while (cursor.MoveNext())
        {
            position = cursor.Position;
            outcome = runner.Run(Grains, position, Now, cursor.Current);
            Journal.Add(desk.Written.ToArray());
        }

        return outcome;
    }

    /// <summary>Goes on with a state restored from a checkpoint.</summary>
    public void Restore()
    {
        var to = new ByteWriter();
        CheckpointFormat.Write(to, State);
        Grains = new ClassroomGrains(CheckpointFormat.Read(State.Key, CheckpointFormat.Version, to.Written), desk);
    }

    /// <summary>Other grains over a copy of the state as it is now.</summary>
    public ClassroomGrains NewGrains(TurnDesk on)
    {
        var to = new ByteWriter();
        CheckpointFormat.Write(to, State);
        return new ClassroomGrains(CheckpointFormat.Read(State.Key, CheckpointFormat.Version, to.Written), on);
    }

    public void Pass(double minutes) => Now += TimeSpan.FromMinutes(minutes);
}
