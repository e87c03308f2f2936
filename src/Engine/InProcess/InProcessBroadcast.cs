using System.Collections.Concurrent;
using System.Collections.Immutable;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.InProcess;

/// <summary>The live plane inside one process. Publishing to nobody is one look-up; to somebody a short lock each.</summary>
/// <param name="atMost">How many messages wait for a subscriber before its oldest is dropped.</param>
public sealed class InProcessBroadcast(int atMost) : IBroadcast
{
    private readonly ConcurrentDictionary<ClassroomKey, ImmutableArray<BoundedSubscription<object>>> classrooms = new();
    private ImmutableArray<BoundedSubscription<TurnsMessage>> turns = [];

    /// <inheritdoc/>
    public void Publish(DeltaMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Tell(message.Classroom, message);
    }

    /// <inheritdoc/>
    public void Publish(NextStepMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Tell(message.Classroom, message);
    }

    /// <inheritdoc/>
    public void Publish(TurnsMessage message)
    {
        foreach (var subscription in turns) subscription.Offer(message);
    }

    /// <inheritdoc/>
    public ISubscription<object> Subscribe(ClassroomKey classroom)
    {
        var subscription = new BoundedSubscription<object>(atMost, left => Leave(classroom, left));
        classrooms.AddOrUpdate(classroom, _ => [subscription], (_, present) => present.Add(subscription));
        return subscription;
    }

    /// <inheritdoc/>
    public ISubscription<TurnsMessage> SubscribeTurns()
    {
        var subscription = new BoundedSubscription<TurnsMessage>(
            atMost, left => ImmutableInterlocked.Update(ref turns, present => present.Remove(left)));
        ImmutableInterlocked.Update(ref turns, present => present.Add(subscription));
        return subscription;
    }

    private void Tell(ClassroomKey classroom, object message)
    {
        if (!classrooms.TryGetValue(classroom, out var audience)) return;
        foreach (var subscription in audience) subscription.Offer(message);
    }

    private void Leave(ClassroomKey classroom, BoundedSubscription<object> left)
    {
        while (classrooms.TryGetValue(classroom, out var present))
        {
            var rest = present.Remove(left);
            var done = rest.IsEmpty
                ? classrooms.TryRemove(KeyValuePair.Create(classroom, present))
                : classrooms.TryUpdate(classroom, rest, present);
            if (done) return;
        }
    }
}
