using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Joining;

/// <summary>What a token is for.</summary>
public enum DeviceTokenKind
{
    /// <summary>A student's device watches its own view and sends its own commands, for the lesson; over the hub also its answers.</summary>
    Read = 1,
    /// <summary>An outbox delivers its answers, for 14 days.</summary>
    Deliver = 2,
    /// <summary>A wall shows a lesson.</summary>
    Wall = 3,
}

/// <summary>A token without its secret.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="School">The school.</param>
/// <param name="Classroom">The classroom.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="Student">The student; none for a wall.</param>
/// <param name="Source">The name of the outbox that it delivers for; null for a wall.</param>
/// <param name="Device">The hash of the device's id; empty for a wall.</param>
/// <param name="Language">The language that the device chose; null where it chose none.</param>
/// <param name="Expires">When it ends at the latest.</param>
/// <param name="Ended">When it was ended; none while it was not.</param>
/// <param name="Reason">Why: one of <see cref="TokenEnds"/>.</param>
public sealed record DeviceToken(
    int Number, DeviceTokenKind Kind, SchoolKey School, ClassroomKey Classroom, LessonKey Lesson, StudentKey Student, string? Source, string Device,
    string? Language, Instant Expires, Instant Ended, string? Reason)
{
    /// <summary>True until it was ended or has expired. Whether its lesson still runs is for the classroom to say.</summary>
    public bool IsOpen(Instant now) => !Ended.IsSome && now < Expires;
}

/// <summary>Why a token ended: what the device is told.</summary>
public static class TokenEnds
{
    /// <summary>The lesson is over.</summary>
    public const string LessonEnded = "lesson-ended";

    /// <summary>An adult took the device out.</summary>
    public const string Removed = "removed";

    /// <summary>The next child has joined on this device.</summary>
    public const string NextChild = "next-child";

    /// <summary>The same child has joined again on this device.</summary>
    public const string JoinedAgain = "joined-again";

    /// <summary>Two names were swapped: the token is good, and now is another student's. Connect again.</summary>
    public const string Swapped = "swapped";

    /// <summary>Its time is over.</summary>
    public const string Expired = "expired";
}

/// <summary>Who joins.</summary>
public sealed record JoinRequest(
    SchoolKey School, ClassroomKey Classroom, LessonKey Lesson, StudentKey Student, string Device, string? Language);

/// <summary>What a device gets; its secrets are shown this once and are kept nowhere.</summary>
/// <param name="ReadToken">Watches and commands.</param>
/// <param name="DeliverToken">Delivers.</param>
/// <param name="Source">The outbox's name.</param>
/// <param name="Read">The read token's record.</param>
/// <param name="Ended">Tokens that this ended: an earlier child's, or an earlier join's.</param>
public sealed record JoinedDevice(string ReadToken, string DeliverToken, string Source, DeviceToken Read, IReadOnlyList<DeviceToken> Ended);
