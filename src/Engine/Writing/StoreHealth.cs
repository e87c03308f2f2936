using LiveClass.Engine.Ports;

namespace LiveClass.Engine.Writing;

/// <summary>The store's condition, told by its writer.</summary>
internal sealed class StoreHealth : IStoreHealth
{
    private readonly Lock gate = new();
    private volatile string detail = "The store is being opened.";
    private TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StoreCondition Condition => detail is { Length: > 0 } wrong ? new StoreCondition(false, wrong) : new StoreCondition(true, "");

    /// <summary>Ends when the condition is as wanted.</summary>
    public async Task UntilAsync(Func<StoreCondition, bool> holds, CancellationToken cancellation = default)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (holds(Condition)) return;
                next = change.Task;
            }
            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>Appends are acknowledged.</summary>
    public void SetReady() => Set("");

    /// <summary>Nothing is acknowledged, for a reason.</summary>
    public void SetWrong(string whatAndCure) => Set(whatAndCure);

    private void Set(string value)
    {
        TaskCompletionSource past;
        lock (gate)
        {
            detail = value;
            (past, change) = (change, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        past.TrySetResult();
    }
}
