using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Events;

namespace LiveClass.Tests.Unit.Formats;

/// <summary>Swaps of names, added to version 1 after <see cref="GoldenAdditions"/>, where its journal goes on. Never changed.</summary>
internal static class GoldenSwaps
{
    private static readonly StudentKey Ana = new(7);
    private static readonly StudentKey Ben = new(8);
    private static readonly Actor Adult = new(ActorKind.Adult, 3);
    private static readonly ImmutableArray<SourceOwner> Sources = [new(new SourceKey(300), Ben), new(new SourceKey(301), Ana)];

    private static readonly ImmutableArray<MovedStudent> Students =
        [new(Ana, GoldenEvents.Ability, [new(new SkillKey(2), GoldenEvents.Estimate)])];

    private static readonly ImmutableArray<MovedAnswer> Answers = [new(108, Ben, [new(new SkillKey(2), .25f, .75f)])];

    public static ImmutableArray<CommandEntry> Entries { get; } =
    [
        new CommandEntry(new CommandKey(97), Adult, 5, 6, new SwapStudents(Ana, Ben, Sources)),
        new CommandEntry(new CommandKey(98), Actor.Clock, 0, 0, new MoveAnswers(118, 119, Students, Answers)),
    ];

    public static ImmutableArray<object> Events { get; } =
    [
        new GoldenEvents.Entry(118, At(19)),
        new UndoOffered([], StudentParts.Seen, default, Adult, At(30), Swap(At(19))),
        Swap(At(19)),
        new GoldenEvents.Entry(119, At(20)),
        new AnswersMoved(118, Students, Answers),
    ];

    private static StudentsSwapped Swap(Instant at) => new(new LessonKey(2), Ana, Ben, Sources, Adult, at);

    private static Instant At(int minute) => new(1_795_428_000_000 + (minute * 60_000));
}
