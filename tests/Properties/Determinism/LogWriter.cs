using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Tests.Properties.Determinism;

/// <summary>
/// Draws the log of a classroom: answers in and out of order, repeated, in conflict, too far ahead, late; marks; every command of
/// people, with and without the board they saw; the clock's commands, right and stale; changes of records; releases. It runs each line
/// as it goes, so that what it draws often makes sense.
/// </summary>
internal sealed class LogWriter
{
    private static readonly Instant Morning = new(1_795_424_400_000);
    private readonly Random random;
    private readonly Room room;
    private readonly List<LogLine> lines = [];
    private readonly Dictionary<int, long> next = [];
    private readonly List<(int Line, Evidence Evidence)> held = [];
    private readonly List<(int Line, Actor By)> given = [];
    private Instant now = Morning;
    private int records;

    private LogWriter(int seed, int key)
    {
        random = new Random(seed);
        room = new Room(key);
        Configure();
        ChangeItems();
    }

    /// <summary>The lines of a drawn log, after the two that configure the classroom.</summary>
    public static List<LogLine> Draw(DrawnLog log, int key = 1)
    {
        var writer = new LogWriter(log.Seed, key);
        for (var i = 0; i < log.Lines; i++) writer.Next();
        return writer.lines;
    }

    private void Next()
    {
        if (Chance(.6)) now += TimeSpan.FromMilliseconds(random.Next(Chance(.1) ? 600_000 : 20_000));
        else if (Chance(.01)) now += TimeSpan.FromHours(random.Next(1, 400));
        switch (random.Next(100))
        {
            case < 56: Answer(); break;
            case < 60: Mark(); break;
            case < 62: Release(); break;
            case < 67: Clock(); break;
            case < 69: Configure(); break;
            case < 71: ChangeItems(); break;
            case < 80: Add(lines[random.Next(lines.Count)] with { Received = now }); break;
            case < 83: TakeBack(); break;
            default: Command(DrawnCommand.Of(random, room.State, now), new Actor((ActorKind)random.Next(2, 6), random.Next(3))); break;
        }
    }

    private void Answer()
    {
        var evidence = DrawEvidence();
        var outcome = Add(LineKind.Answer, (to, _) => EntryFormat.Write(to, evidence));
        if (outcome.Kind is OutcomeKind.Conflict or OutcomeKind.Quarantined) held.Add((lines[^1].Id, evidence));
    }

    private Evidence DrawEvidence()
    {
        var student = random.Next(1, Chance(.03) ? 8 : 5);
        var source = Chance(.2) ? 90 : 10 + student;
        var item = random.Next(1, Chance(.05) ? 20 : 10);
        return new Evidence
        {
            Source = new SourceKey(source),
            Sequence = Chance(.01) ? next.GetValueOrDefault(source) + SourceSeen.MaxAhead + random.Next(1, 6) : Number(source),
            BodyHash = Chance(.02) ? (uint)random.Next() : 7,
            Student = new StudentKey(student),
            Item = new ItemKey(item),
            Skills = Chance(.2) ? SkillSet.Of(new SkillKey(random.Next(1, 6)), new SkillKey(random.Next(1, 6))) : SkillSet.Of(new SkillKey(((item - 1) / 3) + 1)),
            Score = Chance(.8) ? random.Next(2) : random.NextSingle(),
            Kind = (EvidenceKind)random.Next(4),
            Attempt = Chance(.85) ? 1 : random.Next(1, 4),
            Hints = Chance(.9) ? 0 : 1,
            DurationMs = Chance(.3) ? -1 : random.Next(30_000),
            Response = new TextKey(Chance(.9) ? 0 : random.Next()),
            Misconception = new MisconceptionKey(Chance(.9) ? 0 : random.Next(1, 4)),
            Form = Chance(.9) ? 0 : random.NextInt64(),
            AgeMs = Chance(.6) ? 0 : random.NextInt64(-5_000, Chance(.9) ? 600_000 : 2 * Evidence.MaxAgeMs),
        };
    }

    // Mostly the next; now and then a gap, or one of the past (a gap that closes, a repeat, a conflict).
    private long Number(int source)
    {
        var ahead = next.GetValueOrDefault(source) + 1;
        if (Chance(.1)) return random.NextInt64(1, ahead + 1);
        if (Chance(.1)) ahead += random.Next(1, 6);
        next[source] = ahead;
        return ahead;
    }

    private void Mark()
    {
        var source = 10 + random.Next(1, 5);
        var mark = new Mark(new SourceKey(source), Number(source), (uint)random.Next(3));
        Add(LineKind.Mark, (to, _) => EntryFormat.Write(to, mark));
    }

    private void Release()
    {
        if (held.Count == 0) return;
        var (line, evidence) = held[random.Next(held.Count)];
        Add(LineKind.Released, (to, positionOf) => EntryFormat.Write(to, new Released(positionOf(line), evidence)));
    }

    private void Clock()
    {
        var lesson = new LessonKey((room.State.Lesson?.Key.Value ?? 0) + (Chance(.1) ? -1 : 0) is >= 0 and var n ? n : 0);
        var student = room.State.Students[random.Next(room.State.Students.Count)];
        var last = Chance(.9) ? student.LastAnswerAt : Morning;
        Command(
            Chance(.3)
                ? new EndLessonDue(lesson, LessonDue.Of(room.State))
                : new NoticeIdle(lesson, student.Key, last, (last.IsSome ? last : now) + TimeSpan.FromMinutes(random.Next(0, 11))),
            Actor.Clock);
    }

    private void Command(ClassroomCommand command, Actor by)
    {
        var saw = by.Kind != ActorKind.Clock && Chance(.2) ? lines[random.Next(lines.Count)].Id : -1;
        var key = new CommandKey((UInt128)random.NextInt64());
        var age = Chance(.8) ? 0 : random.NextInt64(120_000);
        if (by.Kind is ActorKind.Adult or ActorKind.Key) given.Add((lines.Count, by));
        Add(
            by.Kind == ActorKind.Clock ? LineKind.Clock : LineKind.Command,
            (to, positionOf) => EntryFormat.Write(to, new CommandEntry(key, by, saw < 0 ? 0 : positionOf(saw), age, command)));
    }

    // Mostly what its sender gave last; now and then anything, by anybody.
    private void TakeBack()
    {
        var (line, by) = given.Count > 0 && Chance(.8) ? given[^random.Next(1, Math.Min(given.Count, 4) + 1)] : (lines[random.Next(lines.Count)].Id, new Actor(ActorKind.Adult, 1));
        var key = new CommandKey((UInt128)random.NextInt64());
        Add(LineKind.Command, (to, positionOf) => EntryFormat.Write(to, new CommandEntry(key, by, 0, 0, new Undo(positionOf(line)))));
    }

    private void Configure()
    {
        var skills = Enumerable.Range(1, random.Next(3, 6)).Select(k => new SkillLine(
            new SkillKey(k), k > 1 && Chance(.7) ? [new SkillKey(k - 1)] : []));
        Change(new ClassroomConfigured(
            new SchoolKey(1),
            [.. Enumerable.Range(1, 4).OrderBy(_ => random.Next()).Select(k => new RosterLine(new StudentKey(k), Chance(.1)))],
            [.. skills],
            [.. Enumerable.Range(1, random.Next(1, 4)).Select(k => new StationLine(new StationKey(k), 4 - k, (StationKind)random.Next(6), random.Next(3), 1))]));
    }

    private void ChangeItems() => Change(new ItemsConfigured(
        [.. Enumerable.Range(1, 12).Where(_ => records == 1 || Chance(.3)).Select(k => new ItemLine(
            new ItemKey(k), [new SkillKey(((k - 1) / 3) + 1)], (EvidenceKind)random.Next(2), random.Next(5), 0))]));

    private void Change(RecordsChange change)
    {
        // The relay and the web append both: now and then an older one comes after a newer.
        var sequence = ++records > 2 && Chance(.2) ? records - 1 : records;
        Add(LineKind.Records, (to, _) => EntryFormat.Write(to, new RecordsEntry(new SourceKey(1), sequence, change)));
    }

    private Outcome Add(LineKind kind, Action<ByteWriter, Func<int, long>> write) => Add(new LogLine(lines.Count, kind, now, write));

    private Outcome Add(LogLine line)
    {
        lines.Add(line);
        return room.Run(line, lines.Count);
    }

    private bool Chance(double probability) => random.NextDouble() < probability;
}
