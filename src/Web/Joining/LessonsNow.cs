using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Joining;
using LiveClass.Web.Boards;

namespace LiveClass.Web.Joining;

/// <summary>Which lesson runs in a classroom, as its board says. Codes and tokens live as long as it does, and again where it is opened again.</summary>
internal sealed class LessonsNow(LiveBoards boards, DeviceTokenStore tokens, TimeProvider time)
{
    /// <summary>The lesson that runs; null where none does.</summary>
    public async ValueTask<LessonKey?> RunningAsync(ClassroomKey classroom, CancellationToken cancellation) =>
        RunningOn(await boards.ReadAsync(classroom, cancellation));

    /// <summary>The lesson that runs on a board; null where none does.</summary>
    public static LessonKey? RunningOn(BoardView board) => board.Lesson is { State: LessonState.Running } lesson ? LessonIds.KeyOf(lesson.Id) : null;

    /// <summary>Why a token opens nothing any more, one of <see cref="TokenEnds"/>; null while it does.</summary>
    public async ValueTask<string?> WhyEndedAsync(DeviceToken token, CancellationToken cancellation)
    {
        if (EndedInRecords(token) is { } why) return why;
        return token.Kind == DeviceTokenKind.Deliver || await RunningAsync(token.Classroom, cancellation) == token.Lesson ? null : TokenEnds.LessonEnded;
    }

    /// <summary>The same as far as Records know: at once, without a look at the lesson.</summary>
    public string? EndedInRecords(DeviceToken token)
    {
        var now = tokens.ByNumber(token.Number);
        if (now is null || !now.Ended.IsSome && !now.IsOpen(Instant.Of(time.GetUtcNow()))) return TokenEnds.Expired;
        if (now.Ended.IsSome) return now.Reason ?? TokenEnds.Removed;
        return now.Student == token.Student ? null : TokenEnds.Swapped;
    }
}

/// <summary>A lesson's id as boards write it: unique in its classroom.</summary>
internal static class LessonIds
{
    private const string Prefix = "lesson-";

    /// <summary>The key of an id; none where it is no lesson's.</summary>
    public static LessonKey? KeyOf(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(id.AsSpan(Prefix.Length), out var number) ? new LessonKey(number) : null;

    /// <summary>The id under which devices join: unique in the server.</summary>
    public static string OfJoining(ClassroomKey classroom, LessonKey lesson) => $"{classroom.Value}.{lesson.Value}";

    /// <summary>The classroom and the lesson of such an id; null where it is none.</summary>
    public static (ClassroomKey Classroom, LessonKey Lesson)? OfJoining(string id)
    {
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && int.TryParse(id.AsSpan(0, dot), System.Globalization.NumberStyles.None, null, out var classroom)
            && long.TryParse(id.AsSpan(dot + 1), System.Globalization.NumberStyles.None, null, out var lesson)
            ? (new ClassroomKey(classroom), new LessonKey(lesson))
            : null;
    }
}
