namespace LiveClass.Web.Demo.Past;

/// <summary>Runs tasks on the thread that asks for the next one, in the order in which they came.</summary>
internal sealed class OneThread : TaskScheduler
{
    private readonly Queue<Task> ready = new();
    private readonly int thread = Environment.CurrentManagedThreadId;

    /// <summary>Runs the next task; false where there is none.</summary>
    public bool RunNext()
    {
        if (!ready.TryDequeue(out var task)) return false;
        TryExecuteTask(task);
        return true;
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        if (Environment.CurrentManagedThreadId != thread) throw new InvalidOperationException("Something left the rehearsal's thread.");
        ready.Enqueue(task);
    }

    // Never inline: the order decides what runs next.
    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
