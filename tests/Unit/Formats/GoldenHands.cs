using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Events;

namespace LiveClass.Tests.Unit.Formats;

/// <summary>
/// What a hand is about, which was added to version 1 after <see cref="GoldenSwaps"/>: its journal goes on where that ends. Never changed
/// either.
/// </summary>
internal static class GoldenHands
{
    private static readonly StudentKey Ana = new(7);
    private static readonly Actor Adult = new(ActorKind.Adult, 3);

    public static ImmutableArray<CommandEntry> Entries { get; } =
    [
        new(new CommandKey(177), Adult, 5, 6, new RaiseHand(Ana, default, HandTopic.Check)),
        new(new CommandKey(178), new Actor(ActorKind.Student, 7), 0, 0, new RaiseHand(Ana, new TextKey(97), HandTopic.Other)),
    ];

    public static ImmutableArray<object> Events { get; } =
    [
        new GoldenEvents.Entry(200, At(15)),
        new HandRaised(Ana, default, At(15), HandTopic.Stuck),
        new GoldenEvents.Entry(201, At(16)),
        new UndoOffered([Ana], StudentParts.Hand, default, Adult, At(25)),
        new HandRaised(Ana, new TextKey(97), At(15), HandTopic.Other),
    ];

    private static Instant At(int minute) => new(1_795_428_000_000 + (minute * 60_000));
}
