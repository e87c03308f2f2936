using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Writing;

/// <summary>Who waits for something new in a partition. One for the log, one for the journal.</summary>
internal sealed class Wakeups(TimeProvider time)
{
    private readonly Line[] lines = [.. Enumerable.Range(0, Partitioning.Count).Select(_ => new Line())];

    /// <summary>Ends at the next <see cref="Wake"/> of the partition, when <paramref name="already"/> holds, or after a time.</summary>
    public async ValueTask WaitAsync(int partition, Func<bool> already, TimeSpan atMost, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var line = lines[partition];
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (line.Gate) line.Waiters.Add(waiter);
        try
        {
            if (already()) return; // looked at after joining the line: a wake-up in between is not missed
            await using var timer = time.CreateTimer(static w => ((TaskCompletionSource)w!).TrySetResult(), waiter, atMost, Timeout.InfiniteTimeSpan);
            await using var left = cancellation.UnsafeRegister(
                static (w, token) => ((TaskCompletionSource)w!).TrySetCanceled(token), waiter);
            await waiter.Task;
        }
        finally
        {
            lock (line.Gate) line.Waiters.Remove(waiter);
        }
    }

    /// <summary>Wakes everyone of the partition's line.</summary>
    public void Wake(int partition)
    {
        var line = lines[partition];
        lock (line.Gate)
        {
            foreach (var waiter in line.Waiters) waiter.TrySetResult();
            line.Waiters.Clear();
        }
    }

    private sealed class Line
    {
        public readonly Lock Gate = new();
        public readonly List<TaskCompletionSource> Waiters = [];
    }
}
