using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Accounts;
using LiveClass.Records.Schools;
using LiveClass.Web.Access;
using LiveClass.Web.Boards;
using LiveClass.Web.Coaching;

namespace LiveClass.Web.Screens;

/// <summary>What pages show, from the board replicas. A page that is opened keeps its board live for a while.</summary>
internal sealed class BoardSource(
    LiveBoards boards, CallerRooms rooms, CoachRooms coaches, MembershipStore members, AccountStore accounts, AdultStore adults) : IBoardSource
{
    // Boards that start to live at once; a school's other rooms wait their turn.
    private const int AtOnce = 16;

    public async ValueTask<BoardView?> GetAsync(Caller caller, string classroomId, CancellationToken cancellation)
    {
        var (classroom, _) = await rooms.FindAsync(caller, classroomId, RoomRight.Read, cancellation);
        return classroom is null or { Ended: true } ? null : await boards.ReadAsync(classroom.Key, cancellation);
    }

    public async ValueTask<CoachedRoom?> LookAsync(Caller caller, string classroomId, string language, CancellationToken cancellation)
    {
        var (classroom, _) = await rooms.FindAsync(caller, classroomId, RoomRight.See, cancellation);
        if (classroom is null or { Ended: true }) return null;
        coaches.Looks(classroom.Key, caller.Adult);
        var teachers = members.In(classroom.Key)
            .Where(adult => accounts.ByAdult(adult) is { Role: AdultRole.Teacher, IsActive: true })
            .Select(adult => adults.ByKey(adult)?.Name).OfType<string>().Order(StringComparer.CurrentCulture);
        return new(CoachViews.Of(await boards.ReadAsync(classroom.Key, cancellation), language), [.. teachers]);
    }

    public async ValueTask<IReadOnlyList<ClassroomSummary>> ListAsync(Caller caller, CancellationToken cancellation)
    {
        var all = (await rooms.AllAsync(caller, cancellation)).Where(classroom => !classroom.Ended);
        List<ClassroomSummary> list = [];
        foreach (var some in all.OrderBy(classroom => classroom.Name, StringComparer.CurrentCulture).Chunk(AtOnce))
            list.AddRange(await Task.WhenAll(some.Select(async classroom => Of(await boards.ReadAsync(classroom.Key, cancellation)))));
        return list;
    }

    private static ClassroomSummary Of(BoardView board) => new(
        board.Classroom, board.Name,
        board.Lesson?.State == LessonState.Running ? board.Students.Count(student => student.Presence is Presence.Here or Presence.OnBreak) : 0,
        board.Students.Length,
        board.Lesson?.State,
        board.Lesson?.State == LessonState.Ended ? board.Lesson.EndedAt : board.Lesson?.StartedAt,
        board.Queue.Length);
}
