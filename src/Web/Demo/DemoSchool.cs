using LiveClass.Engine;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Records.Accounts;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Schools;
using LiveClass.Simulator.Demo;
using LiveClass.Web.Demo.Past;
using LiveClass.Web.Demo.Play;
using LiveClass.Web.Start;

namespace LiveClass.Web.Demo;

/// <summary>
/// The demo school of this server: whether it is there, and making it, beginning it anew and removing it while the server runs. One of
/// these at a time, beside whatever else the server does.
/// </summary>
internal sealed class DemoSchool(
    LiveClassOptions options, SchoolStore schools, ClassroomDirectory classrooms, ClassroomRemoval removal, DemoMaking making, DemoAccounts accounts,
    DemoTeacher teacher, Scheduling time, ILogger<DemoSchool> logger)
{
    private int working;

    /// <summary>What is being done to it.</summary>
    public DemoWork Work { get; private set; }

    /// <summary>True where this server may have a demo school at all.</summary>
    public bool IsAllowed => options.Demo != false;

    /// <summary>The school; null where it was never made.</summary>
    public SchoolRecord? School => schools.ById(PastRoster.School);

    /// <summary>
    /// One of its classrooms; null where it is not there, or no demo is allowed. A classroom that somebody else made under such an id
    /// is none: it has other students, and nobody gets into it without a password.
    /// </summary>
    public async ValueTask<ClassroomRecord?> FindAsync(string id, CancellationToken cancellation) =>
        IsAllowed && School is { } school && await classrooms.FindAsync(school.Key, id, cancellation) is { Ended: false } classroom
        && DemoRoom.All.First(room => room.Id == id).Students.All(student => classroom.Student(student.Id) is not null)
            ? classroom
            : null;

    /// <summary>True while it is there: then its people can be signed in without a password.</summary>
    public async ValueTask<bool> IsThereAsync(CancellationToken cancellation) =>
        await FindAsync(DemoRoom.All[0].Id, cancellation) is not null;

    /// <summary>The account of one of its people; null where there is no demo school.</summary>
    public async ValueTask<AccountRecord?> PersonAsync(AdultRole role, CancellationToken cancellation) =>
        await IsThereAsync(cancellation) && School is { } school ? await accounts.FindAsync(school.Key, role) : null;

    /// <summary>Makes it, or begins it anew from what it was at first; in the background. False where something else is being done.</summary>
    public bool TryBegin() => IsAllowed && TryStart(DemoWork.Making, async () =>
    {
        await RemoveRoomsAsync();
        await making.MakeAsync();
        await accounts.OpenAsync(School!.Key);
        DemoLog.Made(logger);
    });

    /// <summary>Removes it with everything that belongs to it; in the background. False where something else is being done.</summary>
    public bool TryRemove() => TryStart(DemoWork.Removing, async () =>
    {
        await RemoveRoomsAsync();
        if (School is { } school) await accounts.CloseAsync(school.Key);
        DemoLog.Removed(logger);
    });

    private bool TryStart(DemoWork work, Func<Task> task)
    {
        if (Interlocked.CompareExchange(ref working, 1, 0) != 0) return false;
        Work = work;
        _ = time.Start(async () =>
        {
            try
            {
                await task();
                Work = DemoWork.None;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // Whoever asked is told on the page; trying again begins from where it stands.
                DemoLog.WorkFailed(logger, failure);
                Work = DemoWork.Failed;
            }

            Volatile.Write(ref working, 0);
        });
        return true;
    }

    private async Task RemoveRoomsAsync()
    {
        if (School is not { } school) return;
        var rooms = new List<ClassroomRecord>();
        foreach (var room in DemoRoom.All)
            if (await FindAsync(room.Id, CancellationToken.None) is { } classroom) rooms.Add(classroom);
        foreach (var room in rooms) await teacher.SendAsync(room, new EndLesson(), CancellationToken.None);
        if (rooms.Count > 0) await removal.RemoveAsync(school.Key, rooms);
    }
}
