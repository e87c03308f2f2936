using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.History;
using LiveClass.Records.Texts;
using LiveClass.Web.Access;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Reading;

/// <summary><c>GET /api/v1/classrooms/{id}/history</c>: counted answers, oldest first.</summary>
internal sealed class HistoryRoutes(CallerRooms rooms, HistoryStore history, TextStore texts, OutsideNames names)
{
    private const int MostRows = 500;
    private const int UsualRows = 100;

    /// <summary>A page of answers, of all students or one.</summary>
    public async Task<IResult> GetAsync(string id, HttpContext context, string? student, string? cursor, int? limit)
    {
        var caller = Caller.Of(context.User);
        var (classroom, problem) = await rooms.FindAsync(caller, id, RoomRight.Read, context.RequestAborted);
        if (classroom is null) return new ProblemResult(problem!);
        if (!Cursors.TryRead('h', cursor, out var after)) return new ProblemResult(ProblemCodes.BadCursor);
        StudentKey? only = student is null ? null : classroom.Student(student)?.Key ?? default(StudentKey);
        if (only is { Value: 0 }) return new ProblemResult(new Problem(ProblemCodes.BadArgument, "The classroom has no student with this id."));
        var count = Math.Clamp(limit ?? UsualRows, 1, MostRows);
        var rows = await history.ReadAsync(classroom.Key, only, after, count, context.RequestAborted);

        // What a student wrote is for the class's adults and the student alone: keys do not get it.
        var responses = caller.Actor.Kind == ActorKind.Adult
            ? await texts.ReadAsync([.. rows.Select(r => r.Response).Where(t => t.Value != 0).Distinct()], context.RequestAborted)
            : new Dictionary<TextKey, string>();
        var lines = new List<HistoryLine>(rows.Count);
        foreach (var row in rows) lines.Add(await LineOfAsync(row, names.Of(classroom), responses, context.RequestAborted));
        return Results.Json(new HistoryAnswer(lines, rows.Count == count ? Cursors.Of('h', rows[^1].Position) : null));
    }

    private async ValueTask<HistoryLine> LineOfAsync(
        HistoryRow row, ClassroomNames of, IReadOnlyDictionary<TextKey, string> responses, CancellationToken cancellation) => new()
        {
            Position = row.Position,
            At = row.At,
            Received = row.Received,
            Student = of.Student(row.Student),
            Item = of.Item(row.Item),
            Skills = [.. row.Skills.Select(s => new HistorySkillLine(of.Skill(s.Skill), s.Mastery, s.Next))],
            Score = row.Score,
            Kind = row.Kind,
            Attempt = row.Attempt,
            Opportunity = row.FirstAttempt,
            Hints = row.Hints,
            DurationMs = row.DurationMs >= 0 ? row.DurationMs : null,
            Response = responses.GetValueOrDefault(row.Response),
            Misconception = row.Misconception.Value == 0 ? null : of.Misconception(row.Misconception),
            Form = row.Form == 0 ? null : row.Form,
            Source = await names.SourceAsync(row.Source, cancellation),
            Sequence = row.Sequence,
        };
}

/// <summary>A page of history.</summary>
/// <param name="Answers">Counted answers, oldest first.</param>
/// <param name="Next">The cursor of the next page; null where this is the last for now.</param>
internal sealed record HistoryAnswer(IReadOnlyList<HistoryLine> Answers, string? Next);

/// <summary>One counted answer.</summary>
internal sealed record HistoryLine
{
    /// <summary>Its position in the log.</summary>
    public required long Position { get; init; }

    /// <summary>When it was given.</summary>
    [JsonConverter(typeof(InstantJson))]
    public required Instant At { get; init; }

    /// <summary>When it was received.</summary>
    [JsonConverter(typeof(InstantJson))]
    public required Instant Received { get; init; }

    /// <summary>Who answered.</summary>
    public required string? Student { get; init; }

    /// <summary>What was answered.</summary>
    public required string? Item { get; init; }

    /// <summary>What it did to each skill.</summary>
    public required IReadOnlyList<HistorySkillLine> Skills { get; init; }

    /// <summary>0 to 1.</summary>
    public required float Score { get; init; }

    /// <summary>What it was for.</summary>
    [JsonConverter(typeof(CamelCaseEnum<EvidenceKind>))]
    public required EvidenceKind Kind { get; init; }

    /// <summary>1 for the first try at the form.</summary>
    public required int Attempt { get; init; }

    /// <summary>True where it moved the estimates.</summary>
    public required bool Opportunity { get; init; }

    /// <summary>Hints taken.</summary>
    public required int Hints { get; init; }

    /// <summary>How long it took in milliseconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DurationMs { get; init; }

    /// <summary>What was answered; for adults alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Response { get; init; }

    /// <summary>The misconception that it showed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Misconception { get; init; }

    /// <summary>The seed of a generated item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Form { get; init; }

    /// <summary>The outbox it came from.</summary>
    public required string? Source { get; init; }

    /// <summary>The outbox's number for it.</summary>
    public required long Sequence { get; init; }
}

/// <summary>What an answer did to one skill.</summary>
/// <param name="Skill">The skill's id.</param>
/// <param name="Mastery">Probability of mastery after it.</param>
/// <param name="Next">Probability that the next answer is right, after it.</param>
internal sealed record HistorySkillLine(string? Skill, float Mastery, float Next);
