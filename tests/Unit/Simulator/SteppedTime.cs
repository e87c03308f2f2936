namespace LiveClass.Tests.Unit.Simulator;

/// <summary>
/// A clock that steps to whatever is waited for: waits cost nothing, and what was waited can be read. A timer as long as
/// <paramref name="held"/> or longer does not move it; it fires when the short ones have moved the clock so far.
/// </summary>
public sealed class SteppedTime(TimeSpan? held = null) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<(long Due, Action Fire)> pending = [];
    private long now;

    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (gate) return now;
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero) return new Started();
        lock (gate)
        {
            pending.Add((now + dueTime.Ticks, () => ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null)));
            if (dueTime < (held ?? TimeSpan.MaxValue))
            {
                Waits.Add(dueTime);
                now += dueTime.Ticks;
            }
            foreach (var timer in pending.Where(timer => timer.Due <= now)) timer.Fire();
            pending.RemoveAll(timer => timer.Due <= now);
        }
        return new Started();
    }

    private sealed class Started : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
