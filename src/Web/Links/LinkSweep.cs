using LiveClass.Engine;
using LiveClass.Grains.Abstractions;
using LiveClass.Web.Boards;

namespace LiveClass.Web.Links;

/// <summary>Brings changes of links to their boards, gathered for a moment, and notices devices that stay away.</summary>
internal sealed class LinkSweep(DeviceLinks links, LiveBoards boards, Scheduling scheduling) : IHostedService, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource stopping = new();
    private readonly HashSet<ClassroomKey> changed = [];
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        links.Changed = Note;
        running = scheduling.Start(RunAsync);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        links.Changed = null;
        await stopping.CancelAsync();
        await running;
    }

    public void Dispose() => stopping.Dispose();

    private void Note(ClassroomKey classroom)
    {
        lock (gate) changed.Add(classroom);
    }

    private async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.WhenAny(scheduling.Delay(Every, stopping.Token));
            links.Sweep();
            ClassroomKey[] now;
            lock (gate)
            {
                now = [.. changed];
                changed.Clear();
            }

            foreach (var classroom in now) await boards.LinksChangedAsync(classroom);
        }
    }
}
