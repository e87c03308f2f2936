using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Partitions;

namespace LiveClass.Web.Boards;

/// <summary>
/// This process's copy of one classroom that somebody looks at: the checkpoint plus the journal's events, then deltas, folded as the
/// owner folds them. A gap, a lost message or a long silence reads the journal.
/// </summary>
public sealed class BoardReplica : IAsyncDisposable
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GapRetry = TimeSpan.FromMilliseconds(50);
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ClassroomKey key;
    private readonly IJournal journal;
    private readonly ICheckpoints checkpoints;
    private readonly IBroadcast broadcast;
    private readonly Scheduling scheduling;
    private readonly IReplicaAudience audience;
    private readonly ILogger logger;
    private Task running = Task.CompletedTask;
    private ClassroomState? state;
    private ClassroomUnreadableException? unreadable;
    private bool saidSo;

    /// <summary>A replica that tells an audience of each change. Call <see cref="Start"/>.</summary>
    public BoardReplica(
        ClassroomKey key, IJournal journal, ICheckpoints checkpoints, IBroadcast broadcast, Scheduling scheduling, IReplicaAudience audience,
        ILogger logger)
    {
        this.key = key;
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.broadcast = broadcast;
        this.scheduling = scheduling;
        this.audience = audience;
        this.logger = logger;
    }

    /// <summary>Whose copy.</summary>
    public ClassroomKey Classroom => key;

    /// <summary>True while the classroom takes no turns; outside the version of its state.</summary>
    public bool Parked { get; private set; }

    /// <summary>Ends when the first state is there.</summary>
    public Task Loaded => loaded.Task;

    /// <summary>Starts following.</summary>
    public void Start() => running = scheduling.Start(() => RunAsync(stopping.Token));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Not CancelAsync: that would leave the injected scheduler.
        stopping.Cancel();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (unreadable is not null) await ShowUnreadableAsync(unreadable, stop);
                await FollowAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (ClassroomUnreadableException e)
            {
                unreadable = e;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Whatever it was, the store has the truth: load anew.
                BoardLog.ReplicaFailed(logger, e, key.Value);
                await Task.WhenAny(scheduling.Delay(LongestSilence, stop));
            }
        }

        loaded.TrySetCanceled(CancellationToken.None);
    }

    // An empty board that says why. Then it is tried again.
    private async Task ShowUnreadableAsync(ClassroomUnreadableException why, CancellationToken stop)
    {
        if (!saidSo)
        {
            BoardLog.Unreadable(logger, why, key.Value);
            Parked = true;
            state = new ClassroomState(key);
            await audience.ChangedAsync(state, stop);
            loaded.TrySetResult();
            saidSo = true;
        }

        await scheduling.Delay(LongestSilence, stop);
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        // Joined first, then read: nothing falls between.
        using var messages = broadcast.Subscribe(key);
        state = await ClassroomLoader.LoadAsync(checkpoints, journal, key, stop);
        (unreadable, saidSo) = (null, false);
        await LookWhetherParkedAsync(stop);
        await audience.ChangedAsync(state, stop);
        loaded.TrySetResult();
        var dropped = messages.Dropped;
        while (!stop.IsCancellationRequested)
        {
            var before = state.Version;
            var gap = false;
            while (messages.TryRead(out var message))
            {
                if (message is DeltaMessage delta) gap |= !Take(delta);
                else if (message is NextStepMessage step) await audience.StepAsync(state, step, stop);
            }

            if (gap || messages.Dropped != dropped)
            {
                dropped = messages.Dropped;
                await CatchUpAsync(stop);
            }

            var news = state.Version != before;
            if (Parked) news |= await LookWhetherParkedAsync(stop);
            if (news) await TellAsync(before, stop);
            // What was published before this replica joined may not be in the journal yet: look again soon.
            if (!await WaitAsync(messages, gap ? GapRetry : LongestSilence, stop))
            {
                before = state.Version;
                await CatchUpAsync(stop);
                if (await LookWhetherParkedAsync(stop) || state.Version != before || await audience.IsOutdatedAsync(stop)) await TellAsync(before, stop);
            }
        }
    }

    private async ValueTask TellAsync(long before, CancellationToken stop)
    {
        using var hop = Hop.StartOver(Hop.Replica, key, before, state!.Version);
        await audience.ChangedAsync(state, stop);
    }

    private async ValueTask CatchUpAsync(CancellationToken stop)
    {
        try
        {
            await ClassroomLoader.CatchUpAsync(journal, state!, stop);
        }
        catch (ClassroomUnreadableException)
        {
            // A delta had brought it into the middle of what then became one block.
            state = await ClassroomLoader.LoadAsync(checkpoints, journal, key, stop);
        }
    }

    // True where that is news. A parked classroom is silent, so it is looked for in silence alone.
    private async ValueTask<bool> LookWhetherParkedAsync(CancellationToken stop)
    {
        var was = Parked;
        Parked = await checkpoints.HeadAsync(key, stop) is { Parked: true };
        return Parked != was;
    }

    // False where the delta continues a version that is not here.
    private bool Take(DeltaMessage delta)
    {
        if (delta.To <= state!.Version) return true;
        if (delta.From != state.Version) return false;
        ClassroomFold.Apply(state, delta.Format, delta.Body.Span);
        return true;
    }

    private async ValueTask<bool> WaitAsync(ISubscription<object> messages, TimeSpan atMost, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(atMost, scheduling.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            return await messages.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
