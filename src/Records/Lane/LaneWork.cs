namespace LiveClass.Records.Lane;

/// <summary>Something to write. It may run more than once (a shared commit that failed is tried again one by one), but is kept once.</summary>
internal abstract class LaneWork(int weight)
{
    /// <summary>About how many rows it touches; at least 1.</summary>
    public int Weight => Math.Max(1, weight);

    public abstract void Execute(LaneConnection connection);

    /// <summary>It is durable: memory is brought up to date first, then whoever waits is told.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

/// <inheritdoc/>
internal sealed class LaneWork<TResult>(int weight, Func<LaneConnection, TResult> write, Action<TResult>? committed) : LaneWork(weight)
{
    private readonly TaskCompletionSource<TResult> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult result = default!;

    public Task<TResult> Done => done.Task;

    public override void Execute(LaneConnection connection) => result = write(connection);

    public override void Complete()
    {
        try
        {
            committed?.Invoke(result);
            done.TrySetResult(result);
        }
        catch (Exception bug) when (done.TrySetException(bug))
        {
            // Whoever waits hears it; the lane goes on.
        }
    }

    public override void Fail(Exception exception) => done.TrySetException(exception);
}
