using LiveClass.Engine;
using LiveClass.Grains.Abstractions;
using LiveClass.Web.Boards;
using LiveClass.Web.Start;

namespace LiveClass.Web.Links;

/// <summary>Brings changes of links to their boards, gathered for a moment, and notices devices that stay away.</summary>
internal sealed class LinkSweep(DeviceLinks links, LiveBoards boards, Scheduling scheduling) : RegularWork(scheduling, TimeSpan.FromMilliseconds(250))
{
    private readonly HashSet<ClassroomKey> changed = [];
    private readonly Lock gate = new();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        links.Changed = Note;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        links.Changed = null;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task WorkAsync(CancellationToken stop)
    {
        links.Sweep();
        ClassroomKey[] now;
        lock (gate)
        {
            now = [.. changed];
            changed.Clear();
        }

        foreach (var classroom in now) await boards.LinksChangedAsync(classroom);
    }

    private void Note(ClassroomKey classroom)
    {
        lock (gate) changed.Add(classroom);
    }
}
