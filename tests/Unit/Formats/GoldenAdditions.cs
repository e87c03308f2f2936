using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Tests.Unit.Formats;

/// <summary>
/// What was added to version 1 after its first golden files: each command and event once, each field set somewhere. Its journal goes on
/// where <see cref="GoldenEvents"/> ends. Never changed either: what comes later gets files of its own.
/// </summary>
internal static class GoldenAdditions
{
    private static readonly StudentKey Ana = new(7);
    private static readonly Actor Adult = new(ActorKind.Adult, 3);

    public static ImmutableArray<ClassroomCommand> Commands { get; } =
    [
        new SetGoal(Ana, 8),
        new ChooseNextStep(Ana, new SkillKey(2)),
        new AskForCheck(Ana, new SkillKey(2)),
        new StartCheck([Ana, new StudentKey(8)], new SkillKey(2), EvidenceKind.Interim),
        new StartBreak(Ana, At(5)),
        new EndBreak(Ana),
        new PaperDone(Ana),
        new AdmitStudent(Ana),
        new AddNote(Ana, new SkillKey(2), new TextKey(99), NoteReaders.Adults),
        new Undo(4_711),
    ];

    public static ImmutableArray<CommandEntry> Entries { get; } =
        [.. Commands.Select((command, n) => new CommandEntry(new CommandKey((UInt128)n + 77), new Actor(ActorKind.Adult, n + 1), n + 5, n + 6, command))];

    public static ImmutableArray<object> Events { get; } = Number(
    [
        [new LessonEnded(new LessonKey(1), At(1), LessonEndCause.Ended)],
        [new LessonStarted(new LessonKey(2), At(2), [new SkillKey(2)], [new SkillKey(2)], At(60), LessonBlockKind.Flex, ItemsKept: true)],
        [new UndoOffered([Ana], StudentParts.Presence, default, Adult, At(13)), new PresenceChanged(Ana, Presence.Here, At(3))],
        [new SeatTaken(Ana, new StationKey(2), At(3))],
        [new GoalSet(Ana, 8, At(4))],
        [
            new NextStepChosen(Ana, new NextStep(
                NextStepKind.Choose, new SkillKey(1), new ItemKey(5), NextStepReason.TwoAlike, .7f, default, default, new SkillKey(2), new ItemKey(6))),
        ],
        [new NextStepTaken(Ana, new SkillKey(2), At(5))],
        [new CheckOpened(Ana, new SkillKey(1), EvidenceKind.Formative, 3, Adult, At(6))],
        [new AnswerCounted(GoldenEntries.Right with { Sequence = 9, Student = Ana }, 0, At(7), true, default, default)],
        [new PaperFinished(Ana, new SkillKey(2), default, At(8))],
        [new PaperFinished(Ana, default, new StationKey(2), At(9))],
        [
            new UndoOffered([Ana], StudentParts.Estimate | StudentParts.Seen, new SkillKey(2), Adult, At(20)),
            new SkillObserved(Ana, new SkillKey(2), true, default, default, new AdultKey(3), At(10)),
        ],
        [new EstimateWithout(Ana, new SkillKey(2), GoldenEvents.Estimate)],
        [new UndoOffered([Ana], StudentParts.Presence, default, Adult, At(20)), new BreakBegan(Ana, At(15), At(11))],
        [new CommandUndone(113, Adult, At(12))],
        [new BreakBegan(Ana, At(16), At(12))],
        [new UndoOffered([], StudentParts.Seen, default, Adult, At(20)), new NoteAdded(Ana, new SkillKey(2), new TextKey(98), NoteReaders.Teachers, Adult, At(13))],
        [new NoteWithdrawn(90, At(14))],
    ]);

    private static ImmutableArray<object> Number(object[][] turns) =>
        [.. turns.SelectMany((events, n) => events.Prepend(new GoldenEvents.Entry(100 + n, At(n + 1))))];

    private static Instant At(int minute) => new(1_795_428_000_000 + (minute * 60_000));
}
