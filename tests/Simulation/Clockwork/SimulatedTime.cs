namespace LiveClass.Tests.Simulation.Clockwork;

/// <summary>A process's view of the machine's clock: the wall's time may jump, timestamps and timers do not.</summary>
internal sealed class SimulatedTime(Machine machine, Lane lane) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => machine.Wall;

    public override long GetTimestamp() => machine.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(machine, lane, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}

/// <summary>A timer of a process.</summary>
internal sealed class SimulatedTimer(Machine machine, Lane lane, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan period;

    /// <summary>When it fires, in the machine's ticks; -1: not at all. One that was changed is still queued under its old time.</summary>
    public long Due { get; set; } = -1;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        this.period = period;
        if (dueTime == Timeout.InfiniteTimeSpan) Due = -1;
        else machine.Set(this, dueTime);
        return true;
    }

    public void Fire()
    {
        Due = -1;
        if (lane.IsDead) return;
        if (period > TimeSpan.Zero) machine.Set(this, period);
        callback(state);
    }

    public void Dispose() => Due = -1;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
