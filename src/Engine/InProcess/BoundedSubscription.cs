using System.Diagnostics.CodeAnalysis;
using LiveClass.Engine.Ports;

namespace LiveClass.Engine.InProcess;

/// <summary>What waits for one subscriber: the newest messages, the oldest first. For one reader.</summary>
internal sealed class BoundedSubscription<T>(int atMost, Action<BoundedSubscription<T>> leave) : ISubscription<T>
    where T : class
{
    private readonly Lock gate = new();
    private readonly Queue<T> waiting = new();
    private TaskCompletionSource<bool>? reader;
    private long dropped;
    private bool ended;

    public long Dropped => Volatile.Read(ref dropped);

    /// <summary>Adds a message; drops the oldest where there is no room. Never waits.</summary>
    public void Offer(T message)
    {
        TaskCompletionSource<bool>? woken;
        lock (gate)
        {
            if (ended) return;
            if (waiting.Count == atMost)
            {
                waiting.Dequeue();
                dropped++;
            }
            waiting.Enqueue(message);
            (woken, reader) = (reader, null);
        }
        woken?.TrySetResult(true);
    }

    public bool TryRead([NotNullWhen(true)] out T? message)
    {
        lock (gate) return waiting.TryDequeue(out message);
    }

    public async ValueTask<bool> WaitAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        TaskCompletionSource<bool> waiter;
        lock (gate)
        {
            if (waiting.Count > 0) return true;
            if (ended) return false;
            waiter = reader = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        // Not Task.WaitAsync: its promise is completed on the thread pool, whatever scheduler this runs on.
        await using var given = cancellation.UnsafeRegister(static (w, token) => ((TaskCompletionSource<bool>)w!).TrySetCanceled(token), waiter);
        return await waiter.Task;
    }

    public void Dispose()
    {
        TaskCompletionSource<bool>? woken;
        lock (gate)
        {
            if (ended) return;
            ended = true;
            waiting.Clear();
            (woken, reader) = (reader, null);
        }
        woken?.TrySetResult(false);
        leave(this);
    }
}
