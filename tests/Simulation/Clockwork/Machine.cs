namespace LiveClass.Tests.Simulation.Clockwork;

/// <summary>
/// Everything on one thread, driven by a seed: the seed picks the next ready task, time passes a little with each and jumps
/// to the next timer where none is ready. The same seed runs the same way, which <see cref="Trace"/> tells.
/// </summary>
internal sealed class Machine(int seed)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly Random random = new(seed);
    private readonly List<(Lane Lane, Task Task)> ready = [];
    private readonly PriorityQueue<SimulatedTimer, (long Due, long Order)> timers = new();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private TimeSpan off;
    private long order;
    private int lanes;
    private string? leak;

    /// <summary>Time since the start, in ticks of 100 ns. Never runs back.</summary>
    public long Ticks { get; private set; }

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => new(Ticks);

    /// <summary>The clock on the wall, which <see cref="JumpClock"/> moves.</summary>
    public DateTimeOffset Wall => Start + Elapsed + off;

    /// <summary>A hash of every choice so far.</summary>
    public ulong Trace { get; private set; } = 14_695_981_039_346_656_037;

    /// <summary>A process, or a part of the world outside: what runs on it can be ended at once.</summary>
    public Lane NewLane() => new(this, ++lanes);

    /// <summary>Somebody sets the clock.</summary>
    public void JumpClock(TimeSpan by) => off += by;

    /// <summary>Runs until a task on a lane of its own has ended.</summary>
    /// <exception cref="InvalidOperationException">It never will, or something left the machine's thread.</exception>
    public void Drive(Func<Task> main, TimeSpan atMost)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var task = NewLane().Scheduling.Start(main);
            var end = Elapsed + atMost;
            while (!task.IsCompleted)
            {
                if (leak is not null) throw new InvalidOperationException($"Something left the simulated thread:\n{leak}");
                if (Elapsed > end) throw new InvalidOperationException($"It did not end within {atMost} of simulated time.");
                Once();
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    internal void Queue(Lane lane, Task task)
    {
        if (Environment.CurrentManagedThreadId != thread) leak ??= Environment.StackTrace;
        ready.Add((lane, task));
    }

    internal void Set(SimulatedTimer timer, TimeSpan due) => timers.Enqueue(timer, (timer.Due = Ticks + due.Ticks, ++order));

    private void Once()
    {
        if (ready.Count == 0 && !GoToNextTimer()) throw new InvalidOperationException("Nothing is ready, and nothing ever will be.");
        FireTimers();
        if (ready.Count == 0) return;
        var chosen = random.Next(ready.Count);
        var (lane, task) = ready[chosen];
        ready[chosen] = ready[^1];
        ready.RemoveAt(ready.Count - 1);
        Note(lane.Number, chosen);
        if (!lane.IsDead) lane.Execute(task);
        Ticks += random.Next(200); // up to 20 µs
    }

    private bool GoToNextTimer()
    {
        if (!timers.TryPeek(out _, out var next)) return false;
        Ticks = Math.Max(Ticks, next.Due);
        return true;
    }

    private void FireTimers()
    {
        while (timers.TryPeek(out var timer, out var at) && at.Due <= Ticks)
        {
            timers.Dequeue();
            if (timer.Due == at.Due) timer.Fire();
        }
    }

    private void Note(int lane, int chosen)
    {
        foreach (var part in (ReadOnlySpan<long>)[lane, chosen, Ticks]) Trace = (Trace ^ (ulong)part) * 1_099_511_628_211;
    }
}
