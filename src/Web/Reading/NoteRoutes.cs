using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Notes;
using LiveClass.Records.Schools;
using LiveClass.Records.Texts;
using LiveClass.Web.Access;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Reading;

/// <summary><c>GET /api/v1/classrooms/{id}/notes</c>: what adults noted, newest first, for adults alone.</summary>
internal sealed class NoteRoutes(CallerRooms rooms, NoteStore notes, TextStore texts, AdultStore adults, OutsideNames names)
{
    private const int MostNotes = 100;
    private const int UsualNotes = 20;

    /// <summary>Notes of the class, or about one student.</summary>
    public async Task<IResult> GetAsync(string id, HttpContext context, string? student, int? limit)
    {
        var caller = Caller.Of(context.User);
        var (classroom, problem) = await rooms.FindAsync(caller, id, RoomRight.See, context.RequestAborted);
        if (classroom is null) return new ProblemResult(problem!);
        StudentKey? only = student is null ? null : classroom.Student(student)?.Key ?? default(StudentKey);
        if (only is { Value: 0 }) return new ProblemResult(new Problem(ProblemCodes.BadArgument, "The classroom has no student with this id."));
        var found = await notes.ReadAsync(
            classroom.Key, only, caller.Actor, rooms.May(caller, classroom, RoomRight.Read) ? NoteReaders.Teachers : NoteReaders.Adults, Math.Clamp(limit ?? UsualNotes, 1, MostNotes), context.RequestAborted);
        var said = await texts.ReadAsync([.. found.Select(note => note.Text).Distinct()], context.RequestAborted);
        var of = names.Of(classroom);
        return Results.Json(new NotesAnswer([.. found.Where(note => said.ContainsKey(note.Text)).Select(note => new NoteLine
        {
            Note = note.Position,
            At = note.At,
            Student = note.Student.Value == 0 ? null : of.Student(note.Student),
            Skill = note.Skill.Value == 0 ? null : of.Skill(note.Skill),
            Text = said[note.Text],
            By = adults.ByKey(new AdultKey(note.By.Key))?.Name,
            VisibleTo = note.VisibleTo,
        })]));
    }
}

/// <summary>Notes.</summary>
/// <param name="Notes">Newest first.</param>
internal sealed record NotesAnswer(IReadOnlyList<NoteLine> Notes);

/// <summary>One note.</summary>
internal sealed record NoteLine
{
    /// <summary>Its number.</summary>
    public required long Note { get; init; }

    /// <summary>When it was written.</summary>
    [JsonConverter(typeof(InstantJson))]
    public required Instant At { get; init; }

    /// <summary>About whom; null where about nobody.</summary>
    public required string? Student { get; init; }

    /// <summary>About which skill; null where about none.</summary>
    public required string? Skill { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string? By { get; init; }

    /// <summary>Who may read it.</summary>
    [JsonConverter(typeof(CamelCaseEnum<NoteReaders>))]
    public required NoteReaders VisibleTo { get; init; }
}
