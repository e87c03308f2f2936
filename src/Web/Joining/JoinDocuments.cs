using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveClass.Web.Joining;

// What joining takes and answers. Public surface: fields may be added, never changed.

/// <summary>Asks for a lesson's names.</summary>
internal sealed record CodeDocument
{
    /// <summary>The code, typed in any case and with any separator, or a link's.</summary>
    public string? Code { get; init; }

    /// <summary>The device's own id: random, 16 to 64 characters, kept by the device.</summary>
    public string? Device { get; init; }
}

/// <summary>Chooses a name.</summary>
internal sealed record ChoiceDocument
{
    /// <summary>The student's id.</summary>
    public string? Student { get; init; }

    /// <summary>The device's own id, the one that brought the code.</summary>
    public string? Device { get; init; }

    /// <summary>en or es; left out where the device has no wish.</summary>
    public string? Language { get; init; }

    /// <summary>The seed of the first form, 1 to 2^52; without one no form comes with the answer.</summary>
    public long? Seed { get; init; }
}

/// <summary>A lesson that a device may join.</summary>
/// <param name="Lesson">The lesson: for <c>POST /join/{lesson}</c>.</param>
/// <param name="Classroom">The classroom's id: for the hub.</param>
/// <param name="ClassroomName">The classroom's name.</param>
/// <param name="Names">Those whose name is not taken, in the order of the roster.</param>
internal sealed record JoinableLesson(string Lesson, string Classroom, string ClassroomName, IReadOnlyList<FreeName> Names);

/// <summary>A name that is free.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Name">The first name, with an initial where two share it.</param>
internal sealed record FreeName(string Student, string Name);

/// <summary>A device that waits to be admitted.</summary>
/// <param name="Waiting">Always true.</param>
/// <param name="Number">The number under which the teacher sees the device.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="ClassroomName">The classroom's name.</param>
internal sealed record WaitingAnswer(bool Waiting, int Number, string Lesson, string ClassroomName);

/// <summary>A device has joined.</summary>
/// <param name="ReadToken">Watches the student's view and sends the student's commands, until the lesson ends.</param>
/// <param name="DeliverToken">Delivers the answers of <paramref name="Source"/>, for 14 days.</param>
/// <param name="Source">The outbox: its answers are numbered from 1.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="Classroom">The classroom's id.</param>
/// <param name="ClassroomName">The classroom's name.</param>
/// <param name="Student">The student's id.</param>
/// <param name="Name">The student's first name.</param>
/// <param name="DeliverUntil">Until when answers are taken.</param>
/// <param name="View">The student's view, as the hub's <c>Snapshot</c>; left out where there is none yet.</param>
/// <param name="Form">A form of the item on its card, by the device's seed; left out where it has none.</param>
internal sealed record JoinedAnswer(
    string ReadToken, string DeliverToken, string Source, string Lesson, string Classroom, string ClassroomName, string Student, string Name,
    DateTimeOffset DeliverUntil,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? View,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Form);

/// <summary>Whose place a device has.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Classroom">The classroom's id.</param>
/// <param name="ClassroomName">The classroom's name.</param>
/// <param name="Student">The student's id; null for a wall.</param>
/// <param name="Name">The student's first name; null for a wall.</param>
/// <param name="Language">The language that the device chose.</param>
internal sealed record PlaceAnswer(string Lesson, string Classroom, string ClassroomName, string? Student, string? Name, string? Language);
