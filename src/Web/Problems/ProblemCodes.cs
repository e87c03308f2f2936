using System.Reflection;
using LiveClass.Records.Classrooms;

namespace LiveClass.Web.Problems;

/// <summary>Every code that a problem document may carry. Each has a line in <c>docs/api.md</c>; a test compares.</summary>
internal static class ProblemCodes
{
    public static readonly ProblemCode Malformed = new("malformed", 400,
        "The body is not what this address takes. Nothing was taken. Send valid JSON in UTF-8 of the documented shape.");

    public static readonly ProblemCode BadArgument = new("bad-argument", 400,
        "An argument is missing or has the wrong shape. The detail names it.");

    public static readonly ProblemCode BadSentAt = new("bad-sent-at", 400,
        "The header LiveClass-Sent-At is not an RFC 3339 time with its offset, such as 2026-11-22T09:00:00Z.");

    public static readonly ProblemCode BadCursor = new("bad-cursor", 400,
        "The cursor is not one that this server gave. Leave it out to start from the beginning.");

    public static readonly ProblemCode UnknownCommand = new("unknown-command", 400,
        "There is no command of this type. The types are listed in the API document.");

    public static readonly ProblemCode NoKey = new("no-key", 401,
        "Send an API key as 'Authorization: Bearer KEY', or sign in.");

    public static readonly ProblemCode TokenEnded = new("token-ended", 401,
        "This device's place in the lesson has ended. Join again with the code that the teacher shows.");

    public static readonly ProblemCode NotAdmitted = new("not-admitted", 403,
        "This device has not been admitted to the lesson. Send the code, then wait until an adult admits the device.");

    public static readonly ProblemCode OtherStudent = new("other-student", 403,
        "A student's device acts for its own student, in its own classroom, and sends only what students may send.");

    public static readonly ProblemCode WrongScope = new("wrong-scope", 403,
        "This key or account may not do this. Ask the school's admin for a key with the scope that the API document names.");

    public static readonly ProblemCode ForeignOrigin = new("foreign-origin", 403,
        "A page of another origin may not send this. Send it from the server's own pages, or from a program without an Origin header.");

    public static readonly ProblemCode BadForm = new("bad-form", 400,
        "The form is too old or did not come from this server. Load the page again and send it once more.");

    public static readonly ProblemCode NotFound = new("not-found", 404,
        "There is nothing at this address.");

    public static readonly ProblemCode UnknownClassroom = new("unknown-classroom", 404,
        "The school has no classroom with this id. Make it with PUT /api/v1/classrooms/{id}.");

    public static readonly ProblemCode UnknownItem = new("unknown-item", 404,
        "The school has no item with this id. Make it with PUT /api/v1/items.");

    public static readonly ProblemCode NotBuiltIn = new("not-built-in", 404,
        "This item is not a built-in one: its url is no 'liveclass:TEMPLATE/LEVEL' that this server knows. Open the item where it is.");

    public static readonly ProblemCode UnknownCode = new("unknown-code", 404,
        "No lesson that runs has this code. Look at the code again; it changes with every lesson.");

    public static readonly ProblemCode NoSuchLesson = new("no-such-lesson", 404,
        "This lesson does not run, or has ended.");

    public static readonly ProblemCode UnknownPairing = new("unknown-pairing", 404,
        "No wall shows these letters. They live for ten minutes: look at the wall again.");

    public static readonly ProblemCode UnknownCommandId = new("unknown-command-id", 404,
        "No command with this id was heard of in the classroom's lesson. Outcomes are kept until the next lesson starts.");

    public static readonly ProblemCode WrongMethod = new("wrong-method", 405,
        "This address does not take this method. The header Allow lists those it takes.");

    public static readonly ProblemCode PreconditionFailed = new(PutRefusal.PreconditionFailed, 412,
        "It has changed since the revision in If-Match, or is not there. Read it again, then send your change.");

    public static readonly ProblemCode TooLarge = new("too-large", 413,
        "The body is over the limit of this address. Nothing was taken. Send it in smaller parts.");

    public static readonly ProblemCode WrongContentType = new("wrong-content-type", 415,
        "Send the body as 'Content-Type: application/json' in UTF-8.");

    public static readonly ProblemCode CommandUnavailable = new("command-unavailable", 422,
        "The command is known, but this version of the server cannot do it yet.");

    public static readonly ProblemCode BadId = new(PutRefusal.BadId, 422,
        "An id must be 1 to 64 characters of A-Z a-z 0-9 . _ : - Nothing was changed.");

    public static readonly ProblemCode BadName = new(PutRefusal.BadName, 422,
        "A name or text is blank, too long or holds control characters. Nothing was changed.");

    public static readonly ProblemCode BadUrl = new(PutRefusal.BadUrl, 422,
        "An item's address is neither http(s), nor a path of this server, nor one of a built-in item. Nothing was changed.");

    public static readonly ProblemCode BadNumber = new(PutRefusal.BadNumber, 422,
        "A number is outside its range. Nothing was changed.");

    public static readonly ProblemCode DuplicateId = new(PutRefusal.DuplicateId, 422,
        "An id stands twice in a list. Nothing was changed.");

    public static readonly ProblemCode TooManyEntries = new(PutRefusal.TooMany, 422,
        "A list is longer than is taken. Nothing was changed.");

    public static readonly ProblemCode EmptyList = new(PutRefusal.EmptyList, 422,
        "A list is empty, which would end everybody on it. If that is meant, add ?allowEmpty=true. Nothing was changed.");

    public static readonly ProblemCode MissingField = new(PutRefusal.MissingField, 422,
        "Something new lacks what it needs. Nothing was changed.");

    public static readonly ProblemCode UnknownPrerequisite = new(PutRefusal.UnknownPrerequisite, 422,
        "A prerequisite is neither in the body nor a skill of the school. Nothing was changed.");

    public static readonly ProblemCode UnknownSkill = new(PutRefusal.UnknownSkill, 422,
        "An item names a skill that the school does not have. Nothing was changed.");

    public static readonly ProblemCode Cycle = new(PutRefusal.Cycle, 422,
        "The prerequisites form a cycle, which the detail names. Nothing was changed.");

    public static readonly ProblemCode NameTaken = new("name-taken", 409,
        "Another device has this name. Choose another, or ask the teacher to take that device out.");

    public static readonly ProblemCode LobbyFull = new("lobby-full", 429,
        "Too many devices wait for this lesson. An adult must admit or refuse some first.");

    public static readonly ProblemCode NotOpen = new("not-open", 409,
        "This quarantined entry was released or discarded before.");

    public static readonly ProblemCode NotReleasable = new("not-releasable", 409,
        "Only answers can be released; this entry is of another kind. Discard it, and send it anew.");

    public static readonly ProblemCode NotParked = new("not-parked", 409,
        "The classroom is not parked.");

    public static readonly ProblemCode Parked = new("parked", 409,
        "What is kept of the classroom cannot be read, so it takes no turns. Nothing was taken. Whoever runs the server finds the cause in its log.");

    public static readonly ProblemCode TooMany = new("too-many-requests", 429,
        "Too many requests in a short time. Nothing was taken. Wait as long as Retry-After says, then send again.");

    public static readonly ProblemCode Busy = new("busy", 429,
        "This classroom sends faster than it can be kept. Nothing is counted twice: wait as long as Retry-After says, then send the same again.");

    public static readonly ProblemCode Bug = new("bug", 500,
        "The server failed on this request. It goes on; the log has the details under the trace id.");

    public static readonly ProblemCode Unavailable = new("unavailable", 503,
        "The server cannot keep anything now; GET /health/ready says why. Nothing is acknowledged and nothing is counted twice: wait as long as Retry-After says, then send the same again.");

    /// <summary>The code of a refusal by Records.</summary>
    public static ProblemCode OfRefusal(string code) => All.First(known => known.Name == code && known.HttpStatus is (412 or 422));

    /// <summary>All of them, in the order of their declaration.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
    [
        .. typeof(ProblemCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(ProblemCode)).Select(f => (ProblemCode)f.GetValue(null)!),
    ];
}
