using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Engine.Ports;

/// <summary>
/// A change of one classroom: the journal events that lead from one version to another, in the journal's format.
/// A message with From = To carries no events.
/// </summary>
public sealed record DeltaMessage(ClassroomKey Classroom, long From, long To, byte Format, ReadOnlyMemory<byte> Body);

/// <summary>A student's new next step, sent at once: the journal's NextStepChosen event.</summary>
public sealed record NextStepMessage(ClassroomKey Classroom, StudentKey Student, long Version, byte Format, ReadOnlyMemory<byte> Body);

/// <summary>An entry whose outcome is other than accepted, or that answers a command.</summary>
public readonly record struct EntryOutcome(long Position, Outcome Outcome);

/// <summary>Every entry of a partition up to <paramref name="Through"/> has had its turn and, where one was a command, is in the journal; those not named were accepted.</summary>
public sealed record TurnsMessage(int Partition, long After, long Through, ImmutableArray<EntryOutcome> Notable)
{
    /// <summary>Sources that came to their limits, moved there, or left them. Empty nearly always.</summary>
    public ImmutableArray<SourceMark> Sources { get; init; } = [];
}

/// <summary>
/// The live plane: fast, may be lost at any time, never the only copy of anything. Publishing never waits; a slow subscriber
/// loses the oldest and is told so.
/// </summary>
public interface IBroadcast
{
    /// <summary>Tells a classroom's audience.</summary>
    void Publish(DeltaMessage message);

    /// <summary>Tells a student.</summary>
    void Publish(NextStepMessage message);

    /// <summary>Tells who waits for turns.</summary>
    void Publish(TurnsMessage message);

    /// <summary>False where certainly nobody listens to a classroom: then its owner need not make the message.</summary>
    bool MayBeWatched(ClassroomKey classroom) => true;

    /// <summary>What is published of a classroom from now on (<see cref="DeltaMessage"/>, <see cref="NextStepMessage"/>).</summary>
    ISubscription<object> Subscribe(ClassroomKey classroom);

    /// <summary>Turns of all partitions from now on.</summary>
    ISubscription<TurnsMessage> SubscribeTurns();
}

/// <summary>A bounded, newest-wins queue of messages, for one reader at a time. Dispose to leave.</summary>
public interface ISubscription<T> : IDisposable
    where T : class
{
    /// <summary>How many messages were dropped so far because this subscriber was slow.</summary>
    long Dropped { get; }

    /// <summary>Takes the oldest message that is still here, if there is one.</summary>
    bool TryRead([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? message);

    /// <summary>Ends when there is a message; false where the subscription has ended.</summary>
    ValueTask<bool> WaitAsync(CancellationToken cancellation = default);
}
