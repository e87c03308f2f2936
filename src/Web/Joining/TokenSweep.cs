using LiveClass.Engine;
using LiveClass.Records;
using LiveClass.Records.Joining;

namespace LiveClass.Web.Joining;

/// <summary>Deletes tokens that have expired, every hour.</summary>
internal sealed class TokenSweep(DeviceTokenStore tokens, Scheduling scheduling) : IHostedService, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
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
        while (true)
        {
            await Task.WhenAny(scheduling.Delay(Every, stopping.Token));
            if (stopping.IsCancellationRequested) return;
            try
            {
                await tokens.SweepAsync(stopping.Token);
            }
            catch (Exception e) when (e is RecordsUnavailableException or OperationCanceledException)
            {
                // What has expired opens nothing: deleting it waits for the next hour.
            }
        }
    }
}
