using Microsoft.Extensions.Logging;

namespace LiveClass.Records.Lane;

/// <summary>
/// The one writer. Whatever waits when it looks is written in one transaction, so that many callers share one fsync. What somebody waits
/// for at a device goes before what reactors write; each of the two ends in the order in which it came. After a failure of the store
/// everybody who waited hears it, the connection is closed, and the next work (or a probe, a second later) opens it anew.
/// </summary>
internal sealed class WriteLane : IAsyncDisposable
{
    private const int RowsPerCommit = 4_000;

    // A reactor's rows that share a commit with what devices wait for, and those that do not.
    private const int RowsBesideOthers = LaneQueue.MostRowsLater, RowsAlone = 2 * LaneQueue.MostRowsLater;
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(1);
    private static readonly RecordsCondition Works = new(true, string.Empty);

    private readonly RecordsOptions options;
    private readonly ILogger logger;
    private readonly ITimer probe;
    private readonly Lock gate = new();
    private readonly LaneQueue now = new(mostRows: 50_000);
    private readonly LaneQueue later = new(mostRows: 200_000);
    private readonly List<LaneWork> batch = [];
    private LaneConnection? connection;
    private long commits;
    private Task draining = Task.CompletedTask;
    private bool isDraining, isClosed;

    /// <summary>Opens the connection.</summary>
    public WriteLane(RecordsOptions options, TimeProvider time, ILogger logger)
    {
        this.options = options;
        this.logger = logger;
        connection = LaneConnection.Open(options);
        probe = time.CreateTimer(_ => Probe(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether writes are kept now; safe to read from any thread.</summary>
    public RecordsCondition Condition { get; private set; } = Works;

    /// <summary>How many transactions were kept since the start.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>Writes; ends when it is durable. Cancelling stops the waiting, not the write.</summary>
    /// <param name="weight">About how many rows it touches.</param>
    /// <param name="write">Writes and gives what is to be known. May run twice, so it changes nothing but the tables.</param>
    /// <param name="committed">Brings memory up to date, in the order of commits, before the caller goes on.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public Task<TResult> RunAsync<TResult>(
        int weight, Func<LaneConnection, TResult> write, Action<TResult>? committed = null, CancellationToken cancellation = default) =>
        Enqueue(now, new LaneWork<TResult>(weight, write, committed), cancellation);

    /// <summary>The same for what nobody at a device waits for: at most <see cref="LaneQueue.MostRowsLater"/> rows at once.</summary>
    public Task<TResult> RunLaterAsync<TResult>(int weight, Func<LaneConnection, TResult> write, CancellationToken cancellation = default) =>
        Enqueue(later, new LaneWork<TResult>(weight, write, committed: null), cancellation);

    /// <summary>Takes nothing more, writes what waits, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (gate)
        {
            isClosed = true;
            last = draining;
        }

        await last;
        probe.Dispose();
        connection?.Dispose();
        connection = null;
    }

    private Task<TResult> Enqueue<TResult>(LaneQueue queue, LaneWork<TResult> work, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (isClosed) throw new RecordsUnavailableException("Records is closed: the server is stopping.");
            if (!queue.TryAdd(work)) throw new RecordsUnavailableException("Too many writes wait for Records. Send it again shortly.");
            if (!isDraining)
            {
                isDraining = true;
                draining = Task.Factory.StartNew(Drain, CancellationToken.None, TaskCreationOptions.DenyChildAttach, options.Scheduler);
            }
        }

        return cancellation.CanBeCanceled ? work.Done.WaitAsync(cancellation) : work.Done;
    }

    private void Drain()
    {
        while (TakeBatch()) Write(batch);
    }

    private bool TakeBatch()
    {
        batch.Clear();
        lock (gate)
        {
            now.MoveTo(batch, RowsPerCommit);
            later.MoveTo(batch, batch.Count > 0 ? RowsBesideOthers : RowsAlone);
            isDraining = batch.Count > 0;
            return isDraining;
        }
    }

    private void Write(IReadOnlyList<LaneWork> works)
    {
        try
        {
            connection ??= LaneConnection.Open(options);
            connection.Begin();
            foreach (var work in works) work.Execute(connection);
            connection.Commit();
            Interlocked.Increment(ref commits);
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            Close(exception);
            foreach (var work in works) work.Fail(new RecordsUnavailableException(Condition.Detail, exception));
            return;
        }
        catch (Exception) when (works.Count > 1)
        {
            RollBack();
            foreach (var work in works) Write([work]);
            return;
        }
        catch (Exception exception) when (works.Count == 1)
        {
            RollBack();
            works[0].Fail(exception);
            return;
        }

        if (!Condition.Ready)
        {
            Condition = Works;
            WriteLaneLog.Healed(logger, options.Path);
        }

        foreach (var work in works) work.Complete();
    }

    private void RollBack()
    {
        try
        {
            connection?.Rollback();
        }
        catch (Exception exception) when (Outage.Is(exception))
        {
            Close(exception);
        }
    }

    private void Close(Exception exception)
    {
        var detail = Outage.Describe(options.Path, exception);
        if (Condition.Ready) WriteLaneLog.Unavailable(logger, detail, exception);
        Condition = new(false, detail);
        try
        {
            connection?.Dispose();
        }
        catch (Exception closing) when (Outage.Is(closing))
        {
            WriteLaneLog.NotClosed(logger, options.Path, closing);
        }

        connection = null;
        probe.Change(ProbeInterval, Timeout.InfiniteTimeSpan);
    }

    private void Probe()
    {
        if (Condition.Ready || isClosed) return;
        try
        {
            // A write that changes nothing still takes the write lock; a failure sets the next probe.
            _ = RunAsync(1, lane => lane.Run("UPDATE schools SET name = name"));
        }
        catch (RecordsUnavailableException)
        {
            probe.Change(ProbeInterval, Timeout.InfiniteTimeSpan);
        }
    }
}
