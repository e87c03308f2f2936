namespace LiveClass.Tests.Contracts.Engine;

/// <summary>One thread and one clock for everything: work runs when the test says so, time passes only when nothing is left to run.</summary>
internal sealed class Pump : TaskScheduler
{
    private readonly Queue<Task> ready = new();
    private readonly SteppedTime time = new();

    public LiveClass.Engine.Scheduling Scheduling => new(this, time);

    /// <summary>Starts work on the pump.</summary>
    public Task<T> Start<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(async () => await work(), CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Runs what is ready, or lets time pass to the next timer; false where there is neither.</summary>
    public bool Turn()
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null); // an await would go on there (xunit sets one) and not on the pump
        try
        {
            return ready.TryDequeue(out var task) ? TryExecuteTask(task) : time.StepToNext();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>Runs until a task has ended.</summary>
    public T Run<T>(Task<T> task)
    {
        while (!task.IsCompleted) Assert.True(Turn(), "everything waits and nothing will come");
        return task.GetAwaiter().GetResult();
    }

    protected override void QueueTask(Task task) => ready.Enqueue(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [.. ready];

    private sealed class SteppedTime : TimeProvider
    {
        private readonly PriorityQueue<Alarm, (long, long)> alarms = new();
        private long now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero).UtcTicks;
        private long made;

        public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);

        public override long GetTimestamp() => now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public bool StepToNext()
        {
            while (alarms.TryDequeue(out var alarm, out var due))
            {
                if (alarm.Due != due.Item1) continue; // moved or given up
                now = Math.Max(now, due.Item1);
                alarm.Ring();
                return true;
            }
            return false;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var alarm = new Alarm(this, () => callback(state));
            alarm.Change(dueTime, period);
            return alarm;
        }

        private sealed class Alarm(SteppedTime owner, Action callback) : ITimer
        {
            public long Due { get; private set; } = -1;

            public void Ring()
            {
                Due = -1;
                callback();
            }

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                Due = dueTime < TimeSpan.Zero ? -1 : owner.now + dueTime.Ticks;
                if (Due >= 0) owner.alarms.Enqueue(this, (Due, owner.made++));
                return true;
            }

            public void Dispose() => Due = -1;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
