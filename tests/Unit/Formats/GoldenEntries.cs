using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Tests.Unit.Formats;

/// <summary>
/// What stands in the golden block of the log: every kind of entry, every command, every change of records, each field set
/// somewhere to what is not its default. Never changed: what a later format adds gets a golden file of its own.
/// </summary>
internal static class GoldenEntries
{
    public static Evidence Right { get; } = new()
    {
        Source = new SourceKey(300),
        Sequence = 70_000,
        BodyHash = 0xDEADBEEF,
        Student = new StudentKey(7),
        Item = new ItemKey(2_000_000),
        Skills = SkillSet.Of(new SkillKey(1)),
        Score = 1,
        Kind = EvidenceKind.Practice,
        Attempt = 1,
        DurationMs = -1,
    };

    public static Evidence Full { get; } = new()
    {
        Source = new SourceKey(1),
        Sequence = 1,
        BodyHash = 1,
        Student = new StudentKey(int.MaxValue),
        Item = new ItemKey(5),
        Skills = SkillSet.Of([.. Enumerable.Range(1, SkillSet.Capacity).Select(n => new SkillKey(n * 100))]),
        Score = .25f,
        Kind = EvidenceKind.Summative,
        Attempt = 3,
        Hints = 2,
        DurationMs = 12_345,
        Response = new TextKey(long.MaxValue),
        Misconception = new MisconceptionKey(9),
        Form = -77,
        AgeMs = -3_600_000,
    };

    public static ClassroomConfigured Classroom { get; } = new(
        new SchoolKey(4),
        [new(new StudentKey(7), false), new(new StudentKey(8), true)],
        [new(new SkillKey(1), []), new(new SkillKey(2), [new SkillKey(1), new SkillKey(99)])],
        [new(new StationKey(1), 1, StationKind.TeacherLed, 6, 1), new(new StationKey(2), 2, StationKind.Online, 12, 0)]);

    public static ItemsConfigured Items { get; } = new([new(new ItemKey(5), [new SkillKey(1), new SkillKey(2)], EvidenceKind.Formative, 4, 1.5)]);

    public static ClassroomPolicy Policy { get; } = new()
    {
        PriorMastery = .41,
        LearnRate = .11,
        GuessRate = .21,
        SlipRate = .12,
        MasteredAt = .96,
        MasteryLostUnder = .71,
        ReviewUnder = .72,
        AimLow = .61,
        AimHigh = .86,
        IdleMinutes = 2.5,
        WheelSpinningAt = 11,
        QuietMinutes = 4,
        LessonEndsAfterMinutes = 61,
    };

    private static StudentKey Student => new(7);

    private static Instant Moment => new(1_795_424_400_000);

    public static ImmutableArray<ClassroomCommand> Commands { get; } =
    [
        new StartLesson([new SkillKey(2), new SkillKey(1)], Moment, LessonBlockKind.Rotation),
        new JoinLesson(Student),
        new MarkPresence(Student, Presence.OnBreak),
        new MoveToStation(Student, new StationKey(2)),
        new RaiseHand(Student, new TextKey(123_456_789_012)),
        new LowerHand(Student),
        new Visit(Student, VisitPhase.End),
        new Claim(Student),
        new ReleaseClaim(Student),
        new NotNow(Student, HelpReason.WheelSpinning, 5),
        new Observe(Student, new SkillKey(2), true, new ItemKey(5), new TextKey(6)),
        new OverrideNextStep(Student, new SkillKey(2), new ItemKey(5), Moment),
        new EyesUp(),
        new BackToWork(),
        new SetPolicy(Policy),
        new EndLesson(),
        new ReopenLesson(),
        new EndLessonDue(new LessonKey(3), Moment),
        new NoticeIdle(new LessonKey(3), Student, Moment, Moment + TimeSpan.FromMinutes(2)),
        new AdoptRules(1),
        new Unpark(),
    ];

    /// <summary>All entries, in the golden file's order.</summary>
    public static ImmutableArray<object> All { get; } =
    [
        Right,
        Full,
        new Mark(new SourceKey(300), 70_001, 0xCAFEBABE),
        new Released(4_711, Full),
        new RecordsEntry(new SourceKey(2), 1, Classroom),
        new RecordsEntry(new SourceKey(2), 2, Items),
        .. Commands.Select((command, n) => new CommandEntry(
            new CommandKey(((UInt128)0xFEDCBA9876543210 << 64) + (UInt128)n + 1),
            new Actor((ActorKind)(1 + (n % 5)), n), n * 1_000, n * 100, command)),
    ];

    public static void Write(ByteWriter to, object entry)
    {
        switch (entry)
        {
            case Evidence e: EntryFormat.Write(to, e); break;
            case Mark e: EntryFormat.Write(to, e); break;
            case Released e: EntryFormat.Write(to, e); break;
            case RecordsEntry e: EntryFormat.Write(to, e); break;
            case CommandEntry e: EntryFormat.Write(to, e); break;
            default: throw new ArgumentException($"{entry.GetType()} is no entry.", nameof(entry));
        }
    }

    public static object Read(ReadOnlySpan<byte> entry) => EntryFormat.KindOf(entry) switch
    {
        EntryKind.Evidence => EntryFormat.ReadEvidence(entry),
        EntryKind.Mark => EntryFormat.ReadMark(entry),
        EntryKind.Released => EntryFormat.ReadReleased(entry),
        EntryKind.Records => EntryFormat.ReadRecords(entry),
        EntryKind.Command => EntryFormat.ReadCommand(entry),
        var other => throw new FormatViolationException($"An entry of kind {(byte)other}."),
    };
}
