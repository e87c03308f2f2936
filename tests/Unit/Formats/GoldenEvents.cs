using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Tests.Unit.Formats;

/// <summary>
/// What stands in the golden journal body: the story of a classroom in which every event happens, each field set somewhere to
/// what is not its default. Never changed, as <see cref="GoldenEntries"/>.
/// </summary>
internal static class GoldenEvents
{
    /// <summary>The header of an entry.</summary>
    public readonly record struct Entry(long Position, Instant Received);

    /// <summary>A repeat was dropped.</summary>
    public readonly record struct RepeatDropped;

    public static MasteryEstimate Estimate { get; } = new()
    {
        Mastery = .775f,
        Next = .6f,
        Ability = -.125f,
        Opportunities = 300,
        Right = 200,
        Recent = 0b1010_1011,
        Level = MasteryLevel.ReviewDue,
        Unmastered = 17,
        ReachedMastery = true,
        LastAt = At(1),
    };

    private static StudentKey Ana => new(7);

    private static AdultKey Adult => new(3);

    public static AbilityEstimate Ability => new() { Ability = .5f, Answers = 1_000, Recent = 3, Rapid = 1 };

    private static ItemEstimate Item => new() { Difficulty = -1.5f, Answers = 12, MedianMs = 8_000.5f, Timed = 11 };

    private static NextStep Step => new(
        NextStepKind.Practice, new SkillKey(2), new ItemKey(5), NextStepReason.Target, .7f, new StationKey(2), At(90));

    private static HelpReasons Reasons => HelpReasons.Of(
        new HelpNeeded(HelpReason.Struggling, new SkillKey(2), At(5), 1, 7), new HelpNeeded(HelpReason.Idle, default, At(6), -2, 0));

    public static ImmutableArray<object> All { get; } = Number(
    [
        [new NumberSeen(new SourceKey(2), 1, 0), new RosterTaken(1, GoldenEntries.Classroom)],
        [new NumberSeen(new SourceKey(2), 2, 0), new ItemsTaken(2, GoldenEntries.Items)],
        [new PolicyChanged(GoldenEntries.Policy), Settled(1)],
        [
            new RulesAdopted(2),
            new LessonStarted(new LessonKey(1), At(4), [new SkillKey(2)], [new SkillKey(2), new SkillKey(1)], At(60), LessonBlockKind.Rotation),
            Settled(2),
        ],
        [new PresenceChanged(Ana, Presence.Here, At(5)), Settled(3)],
        [new SeatTaken(Ana, new StationKey(2), At(6)), Settled(4)],
        [
            new AnswerCounted(GoldenEntries.Right with { Sequence = 1 }, 0, At(7), true, Ability, Item),
            new EstimateMoved(Ana, new SkillKey(1), Estimate), new NextStepChosen(Ana, Step),
        ],
        [new RepeatDropped()],
        [new AnswerCounted(GoldenEntries.Full with { Student = Ana }, 4_711, At(9), false, Ability, Item), new HelpChanged(Ana, Reasons)],
        [new NumberSeen(new SourceKey(300), 2, 7)],
        [new EntryQuarantined(3, new SourceKey(300), 5, 8)],
        [new EntryQuarantined(1, default, 0, 0)],
        [new HandRaised(Ana, new TextKey(11), At(13)), Settled(5)],
        [new Claimed(Ana, Adult, At(14))],
        [new ClaimReleased(Ana, Adult, At(15))],
        [new VisitBegan(Ana, Adult, At(16))],
        [new VisitEnded(Ana, Adult, At(17)), new HandLowered(Ana, At(17))],
        [new ReasonPutOff(Ana, Adult, HelpReason.Struggling, At(23))],
        [
            new SkillObserved(Ana, new SkillKey(2), true, new ItemKey(5), new TextKey(12), Adult, At(19)),
            new EstimateMoved(Ana, new SkillKey(2), Estimate with { ReachedMastery = false }),
        ],
        [new NextStepPinned(Ana, new SkillKey(2), new ItemKey(5), At(40))],
        [new EyesCalledUp(At(21))],
        [new WorkResumed(At(22))],
        [new IdleNoticed(Ana, At(23))],
        [new LessonEnded(new LessonKey(1), At(24), LessonEndCause.PlannedEnd), Settled(6)],
        [new LessonReopened(new LessonKey(1), At(25))],
        [new PresenceChanged(new StudentKey(8), Presence.Elsewhere, At(26)), new CommandSettled(Command(7), new Actor(ActorKind.Student, 7), OutcomeKind.Refused, RefusalCode.StationFull, 6)],
    ]);

    public static byte[] Bytes(IEnumerable<object> events)
    {
        var to = new ByteWriter();
        foreach (var e in events) Write(to, e);
        return to.Written.ToArray();
    }

    /// <summary>Reads a body back into what was written.</summary>
    public static ImmutableArray<object> Read(ReadOnlySpan<byte> body)
    {
        var events = ImmutableArray.CreateBuilder<object>();
        var from = new ByteReader(body);
        while (!from.AtEnd)
        {
            events.Add((EventTag)from.Byte() switch
            {
                EventTag.Entry => new Entry(from.Number(), new Instant(from.Number())),
                EventTag.AnswerCounted => EventFormat.ReadAnswerCounted(ref from),
                EventTag.EstimateMoved => EventFormat.ReadEstimateMoved(ref from),
                EventTag.NextStepChosen => EventFormat.ReadNextStepChosen(ref from),
                EventTag.HelpChanged => EventFormat.ReadHelpChanged(ref from),
                EventTag.RepeatDropped => new RepeatDropped(),
                EventTag.NumberSeen => EventFormat.ReadNumberSeen(ref from),
                EventTag.EntryQuarantined => EventFormat.ReadEntryQuarantined(ref from),
                EventTag.Json => EventFormat.ReadJson(ref from),
                var other => throw new FormatViolationException($"An event of kind {(byte)other}."),
            });
        }

        return events.ToImmutable();
    }

    private static void Write(ByteWriter to, object e)
    {
        switch (e)
        {
            case Entry header: EventFormat.WriteEntry(to, header.Position, header.Received); break;
            case AnswerCounted counted: EventFormat.Write(to, counted); break;
            case EstimateMoved moved: EventFormat.Write(to, moved); break;
            case NextStepChosen chosen: EventFormat.Write(to, chosen); break;
            case HelpChanged changed: EventFormat.Write(to, changed); break;
            case RepeatDropped: EventFormat.WriteRepeatDropped(to); break;
            case NumberSeen seen: EventFormat.Write(to, seen); break;
            case EntryQuarantined quarantined: EventFormat.Write(to, quarantined); break;
            case ClassroomEvent rare: EventFormat.Write(to, rare); break;
            default: throw new ArgumentException($"{e.GetType()} is no event.", nameof(e));
        }
    }

    private static ImmutableArray<object> Number(object[][] turns) =>
        [.. turns.SelectMany((events, n) => events.Prepend(new Entry(10 + n, At(n + 1))))];

    private static Instant At(int minute) => new(1_795_424_400_000 + (minute * 60_000));

    private static CommandKey Command(int n) => new(((UInt128)0xABCDEF << 64) + (UInt128)n);

    private static CommandSettled Settled(int n) =>
        new(Command(n), new Actor(ActorKind.Adult, 3), OutcomeKind.Accepted, RefusalCode.None, 0);
}
