using LiveClass.Engine;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Plans;
using LiveClass.Web.Boards;
using LiveClass.Web.Coaching;
using LiveClass.Web.Start;

namespace LiveClass.Web.Links;

/// <summary>Brings changes of links, coaches and plans to their boards, gathered for a moment, and notices who stays away.</summary>
internal sealed class LinkSweep(DeviceLinks links, CoachRooms coaches, PlanStore plans, LiveBoards boards, Scheduling scheduling)
    : RegularWork(scheduling, TimeSpan.FromMilliseconds(250))
{
    private readonly HashSet<ClassroomKey> changed = [];
    private readonly Lock gate = new();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        links.Changed = coaches.Changed = plans.Changed = Note;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        links.Changed = coaches.Changed = plans.Changed = null;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task WorkAsync(CancellationToken stop)
    {
        links.Sweep();
        coaches.Sweep();
        ClassroomKey[] now;
        lock (gate)
        {
            now = [.. changed];
            changed.Clear();
        }

        foreach (var classroom in now) await boards.OutsideChangedAsync(classroom);
    }

    private void Note(ClassroomKey classroom)
    {
        lock (gate) changed.Add(classroom);
    }
}
