using LiveClass.Engine;

namespace LiveClass.Web.Start;

/// <summary>Work that is done again and again for as long as the process runs, one round after the other.</summary>
/// <param name="scheduling">The process's clock and tasks.</param>
/// <param name="every">The pause before each round.</param>
internal abstract class RegularWork(Scheduling scheduling, TimeSpan every) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public virtual Task StartAsync(CancellationToken cancellationToken)
    {
        running = scheduling.Start(RunAsync);
        return Task.CompletedTask;
    }

    public virtual async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await running;
    }

    public void Dispose()
    {
        stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>One round. What it throws ends the work.</summary>
    protected abstract Task WorkAsync(CancellationToken stop);

    private async Task RunAsync()
    {
        while (true)
        {
            await Task.WhenAny(scheduling.Delay(every, stopping.Token));
            if (stopping.IsCancellationRequested) return;
            await WorkAsync(stopping.Token);
        }
    }
}
