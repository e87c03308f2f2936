using LiveClass.Engine;

namespace LiveClass.Web.Boards;

/// <summary>Gives up boards that nobody looks at, every few seconds.</summary>
internal sealed class BoardSweep(LiveBoards boards, Scheduling scheduling) : IHostedService, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        running = scheduling.Start(RunAsync);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await running;
    }

    public void Dispose() => stopping.Dispose();

    private async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.WhenAny(scheduling.Delay(Every, stopping.Token));
            await boards.SweepAsync();
        }
    }
}
