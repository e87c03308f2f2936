using LiveClass.Engine;

namespace LiveClass.Web.Demo.Past;

/// <summary>
/// A clock that stands still until the one thread that it comes with has nothing left to do, and then steps to its next timer: a lesson
/// passes as fast as its work is done, and the same work always runs in the same order.
/// </summary>
internal sealed class SteppedClock : TimeProvider
{
    private readonly OneThread thread = new();
    private readonly PriorityQueue<Alarm, (long Due, long Order)> alarms = new();
    private readonly DateTimeOffset start;
    private long ticks;
    private long order;

    /// <summary>A clock that shows a moment.</summary>
    public SteppedClock(DateTimeOffset start)
    {
        this.start = start;
        Scheduling = new Scheduling(thread, this);
    }

    /// <summary>What runs by this clock.</summary>
    public Scheduling Scheduling { get; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start.AddTicks(ticks);

    /// <inheritdoc/>
    public override long GetTimestamp() => ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Runs work, and everything that it starts, until it has ended. Blocks; nothing may leave the thread.</summary>
    /// <exception cref="InvalidOperationException">It waits for something that will never come.</exception>
    public void Run(Func<Task> work)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            // A flag of the work's own: the promise of a started loop is fulfilled beside any scheduler.
            var ended = false;
            var running = Scheduling.Start(async () =>
            {
                try
                {
                    await work();
                }
                finally
                {
                    ended = true;
                }
            });
            while (!ended)
            {
                if (thread.RunNext()) continue;
                if (!Ring()) throw new InvalidOperationException("The rehearsal waits for something that will never come.");
            }

            // What the end of the work has made ready, up to the end of its loop.
            while (thread.RunNext()) continue;
            running.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private bool Ring()
    {
        if (!alarms.TryDequeue(out var alarm, out var at)) return false;
        if (alarm.Due != at.Due || alarm.Order != at.Order) return true;
        ticks = Math.Max(ticks, at.Due);
        alarm.Fire();
        return true;
    }

    private sealed class Alarm(SteppedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        /// <summary>When it rings; -1: not at all. One that was changed is still queued under its old time.</summary>
        public long Due { get; private set; } = -1;

        public long Order { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            Due = -1;
            if (dueTime == Timeout.InfiniteTimeSpan) return true;
            (Due, Order) = (clock.ticks + dueTime.Ticks, ++clock.order);
            clock.alarms.Enqueue(this, (Due, Order));
            return true;
        }

        public void Fire()
        {
            Due = -1;
            if (period > TimeSpan.Zero) Change(period, period);
            callback(state);
        }

        public void Dispose() => Due = -1;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
