using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Tests.Simulation.World;

/// <summary>A live plane that loses some of what it is given, as it may.</summary>
internal sealed class LossyBroadcast(IBroadcast inner, Random random, double loss) : IBroadcast
{
    public int Lost { get; private set; }

    public void Publish(DeltaMessage message)
    {
        if (!Loses()) inner.Publish(message);
    }

    public void Publish(NextStepMessage message)
    {
        if (!Loses()) inner.Publish(message);
    }

    public void Publish(TurnsMessage message)
    {
        if (!Loses()) inner.Publish(message);
    }

    public bool MayBeWatched(ClassroomKey classroom) => inner.MayBeWatched(classroom);

    public ISubscription<object> Subscribe(ClassroomKey classroom) => inner.Subscribe(classroom);

    public ISubscription<TurnsMessage> SubscribeTurns() => inner.SubscribeTurns();

    private bool Loses()
    {
        if (random.NextDouble() >= loss) return false;
        Lost++;
        return true;
    }
}
