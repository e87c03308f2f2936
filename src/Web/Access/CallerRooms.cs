using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Records;
using LiveClass.Records.Accounts;
using LiveClass.Records.Classrooms;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Access;

/// <summary>What a caller wants of a classroom.</summary>
internal enum RoomRight
{
    /// <summary>To see that it is there and watch it without names, and to write notes: members of every role.</summary>
    See,

    /// <summary>To read everything of it: names, answers, history.</summary>
    Read,

    /// <summary>To command it, and to change its list.</summary>
    Command,
}

/// <summary>
/// Which classrooms a caller may come near: asked by every route, page and hub method that names one, each time. A key and an admin: all
/// of the school. A teacher: those that she is a member of. A coach: those that were granted, to see alone; a device likewise its own.
/// </summary>
internal sealed class CallerRooms(ClassroomDirectory classrooms, MembershipStore memberships)
{
    /// <summary>True where the caller has the right to a classroom.</summary>
    public bool May(Caller caller, ClassroomRecord classroom, RoomRight right) => classroom.School == caller.School && caller switch
    {
        { Device: { } device } => right == RoomRight.See && device.Classroom == classroom.Key,
        { Actor.Kind: ActorKind.Key } or { Actor.Kind: ActorKind.Adult, Role: AdultRole.Admin } => true,
        { Actor.Kind: ActorKind.Adult, Role: AdultRole.Teacher } => IsMember(caller, classroom.Key),
        { Actor.Kind: ActorKind.Adult, Role: AdultRole.Coach } => right == RoomRight.See && IsMember(caller, classroom.Key),
        _ => false,
    };

    /// <summary>The classroom that a caller names. One that it may not see does not exist for it.</summary>
    public async ValueTask<(ClassroomRecord? Classroom, Problem? Problem)> FindAsync(
        Caller caller, string id, RoomRight right, CancellationToken cancellation)
    {
        var classroom = RecordId.IsValid(id) ? await classrooms.FindAsync(caller.School, id, cancellation) : null;
        if (classroom is null || !May(caller, classroom, RoomRight.See)) return (null, ProblemCodes.UnknownClassroom);
        return May(caller, classroom, right) ? (classroom, null) : (null, ProblemCodes.WrongScope);
    }

    /// <summary>The classrooms that a caller may see, in the order of their ids.</summary>
    public async ValueTask<IReadOnlyList<ClassroomRecord>> AllAsync(Caller caller, CancellationToken cancellation) =>
        [.. (await classrooms.AllAsync(caller.School, cancellation)).Where(classroom => May(caller, classroom, RoomRight.See))];

    private bool IsMember(Caller caller, ClassroomKey classroom) => memberships.Has(classroom, new AdultKey(caller.Actor.Key));
}
