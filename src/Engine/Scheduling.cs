namespace LiveClass.Engine;

/// <summary>
/// Where loops run and what time it is. Every loop of Silo, Engine and the board replicas starts here, so that a seed can drive
/// the whole system in one process: a simulation passes a single-threaded scheduler and its own time, and clears the
/// synchronization context of the thread that it runs on, which awaits prefer to a scheduler.
/// </summary>
/// <param name="Scheduler">Runs the loops. Code that runs on it never writes <c>ConfigureAwait(false)</c>, which would leave it.</param>
/// <param name="Time">The clock and its timers.</param>
public sealed record Scheduling(TaskScheduler Scheduler, TimeProvider Time)
{
    /// <summary>The thread pool and the machine's clock.</summary>
    public static Scheduling Default { get; } = new(TaskScheduler.Default, TimeProvider.System);

    /// <summary>Starts a loop; the task ends when the loop does.</summary>
    public Task Start(Func<Task> loop) =>
        // The loop is awaited inside, on the scheduler: a promise that is unwrapped, joined (WhenAny, WhenAll) or given a limit
        // (Task.WaitAsync) from outside completes on the thread pool, beside any scheduler.
        Task.Factory.StartNew(async () => await loop(), CancellationToken.None, TaskCreationOptions.DenyChildAttach, Scheduler).Unwrap();

    /// <summary>Waits by this clock.</summary>
    public Task Delay(TimeSpan span, CancellationToken cancellation = default) => Task.Delay(span, Time, cancellation);
}
