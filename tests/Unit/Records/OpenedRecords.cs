using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records;
using LiveClass.Records.Classrooms;

namespace LiveClass.Tests.Unit.Records;

/// <summary>Records on a real file in a folder of its own, with a clock that stands still unless it is moved.</summary>
internal sealed class OpenedRecords : IDisposable
{
    public OpenedRecords(long maxBytes = 0)
    {
        Folder = Directory.CreateTempSubdirectory("liveclass-records-").FullName;
        Options = new() { DataDirectory = Folder, MaxBytes = maxBytes, Scheduler = Scheduler };
        Store = RecordsStore.Open(Options, Clock);
    }

    public string Folder { get; }

    public RecordsOptions Options { get; }

    public StillClock Clock { get; } = new();

    public HeldScheduler Scheduler { get; } = new();

    public RecordsStore Store { get; private set; }

    public SchoolKey School => Store.Schools.ById("school")!.Key;

    public Task<PutResult> PutAsync(string id, ClassroomPut body, PutConditions conditions = default) =>
        Store.ClassroomWriter.PutAsync(School, id, body, conditions);

    public async Task<ClassroomRecord> FindAsync(string id) =>
        await Store.Classrooms.FindAsync(School, id) ?? throw new InvalidOperationException($"There is no classroom {id}.");

    /// <summary>A classroom with two students, two skills (the second needs the first) and a station.</summary>
    public async Task<ClassroomRecord> WithClassroomAsync(string id = "6a")
    {
        await PutAsync(id, new()
        {
            Skills = [new("k0"), new("k1", Prerequisites: ["k0"])],
            Students = [new("ana", "Ana"), new("ben", "Ben")],
            Stations = [new("teacher", Kind: StationKind.TeacherLed, Capacity: 6)],
        });
        return await FindAsync(id);
    }

    public void Reopen()
    {
        Store.Dispose();
        Store = RecordsStore.Open(Options, Clock);
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>Runs what it gets on the pool, unless it holds: then nothing runs until it lets go.</summary>
internal sealed class HeldScheduler : TaskScheduler
{
    private readonly List<Task> held = [];
    private bool holds;

    public void Hold() => holds = true;

    public void LetGo()
    {
        holds = false;
        foreach (var task in held) TryExecuteTask(task);
        held.Clear();
    }

    protected override void QueueTask(Task task)
    {
        if (holds) held.Add(task);
        else ThreadPool.UnsafeQueueUserWorkItem(_ => TryExecuteTask(task), null);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => held;
}

/// <summary>Time that moves when it is told to; its timers fire then, on the caller's thread.</summary>
internal sealed class StillClock : TimeProvider
{
    private readonly List<StillTimer> timers = [];
    private DateTimeOffset now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StillTimer(this, callback, state);
        lock (timers) timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Move(TimeSpan span)
    {
        List<StillTimer> due;
        lock (timers)
        {
            now += span;
            due = timers.FindAll(timer => timer.Due <= now);
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class StillTimer(StillClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : clock.now + dueTime;
            return true;
        }

        public void Fire()
        {
            Due = DateTimeOffset.MaxValue;
            callback(state);
        }

        public void Dispose() => Due = DateTimeOffset.MaxValue;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
