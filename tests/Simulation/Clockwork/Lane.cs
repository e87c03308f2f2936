using LiveClass.Engine;

namespace LiveClass.Tests.Simulation.Clockwork;

/// <summary>What one process runs on: its tasks and timers, on the machine's one thread. Killed, none of them ever runs again.</summary>
internal sealed class Lane : TaskScheduler
{
    private readonly Machine machine;

    public Lane(Machine machine, int number)
    {
        this.machine = machine;
        Number = number;
        Scheduling = new Scheduling(this, new SimulatedTime(machine, this));
    }

    public int Number { get; }

    public bool IsDead { get; private set; }

    /// <summary>What the process's loops are started on.</summary>
    public Scheduling Scheduling { get; }

    /// <summary>The process is gone.</summary>
    public void Kill() => IsDead = true;

    internal void Execute(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task)
    {
        if (!IsDead) machine.Queue(this, task);
    }

    // Never inline: the seed decides what runs next.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
