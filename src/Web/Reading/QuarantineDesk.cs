using System.Text.Json.Serialization;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Texts;
using LiveClass.Silo.Texts;
using LiveClass.Web.Problems;
using Caller = LiveClass.Web.Access.Caller;
using CallerRooms = LiveClass.Web.Access.CallerRooms;
using RoomRight = LiveClass.Web.Access.RoomRight;

namespace LiveClass.Web.Reading;

/// <summary>Entries that turns could not digest, and what people decide of them.</summary>
internal sealed class QuarantineDesk(ClassroomDirectory classrooms, CallerRooms rooms, IQuarantine quarantine, IEventLog log, TextStore texts, OutsideNames names)
{
    private const int MostRows = 200;

    /// <summary>Rows of a classroom, or of all that the caller may read, newest first.</summary>
    public async ValueTask<IReadOnlyList<QuarantineLine>> ListAsync(Caller caller, ClassroomRecord? only, CancellationToken cancellation)
    {
        var lines = new List<QuarantineLine>();
        foreach (var row in await quarantine.ListAsync(only?.Key, MostRows, cancellation))
            if (await classrooms.FindAsync(row.Entry.Classroom, cancellation) is { } classroom && rooms.May(caller, classroom, RoomRight.Read))
                lines.Add(await LineOfAsync(row, classroom, cancellation));
        return lines;
    }

    /// <summary>
    /// Appends an answer anew, then keeps the decision. A crash between the two leaves the row open: releasing it again is harmless,
    /// since a classroom counts what was released once for each original position.
    /// </summary>
    public async ValueTask<(QuarantineLine? Line, Problem? Problem)> ReleaseAsync(Caller caller, long id, CancellationToken cancellation)
    {
        var (row, classroom, problem) = await FindAsync(caller, id, cancellation);
        if (problem is not null) return (null, problem);
        if (await EvidenceAsync(row!.Entry, cancellation) is not { } evidence) return (null, ProblemCodes.NotReleasable);
        var body = new ByteWriter();
        // A number that was too far ahead was never taken: appended as it was, it counts once, whether the sender sends it again or not.
        if (row.Entry.Reason == QuarantineReason.SourceFull) EntryFormat.Write(body, evidence);
        else EntryFormat.Write(body, new Released(row.Entry.Position, evidence));
        var appended = await log.AppendAsync(
            new LogAppend(row.Entry.Partition, classroom!.Key, 1, EntryFormat.Version, body.WrittenMemory, Priority: true), CancellationToken.None);
        if (appended.Result != AppendResult.Appended)
            return (null, new Problem(ProblemCodes.Unavailable, ProblemCodes.Unavailable.Sentence, TimeSpan.FromSeconds(1)));
        return await DecideAsync(row, classroom, QuarantineDecision.Released, cancellation);
    }

    /// <summary>Leaves an entry out for good.</summary>
    public async ValueTask<(QuarantineLine? Line, Problem? Problem)> DiscardAsync(Caller caller, long id, CancellationToken cancellation)
    {
        var (row, classroom, problem) = await FindAsync(caller, id, cancellation);
        if (problem is not null) return (null, problem);
        var decided = await DecideAsync(row!, classroom!, QuarantineDecision.Discarded, cancellation);
        if (decided.Problem is null) await LetTextGoAsync(row!.Entry, cancellation);
        return decided;
    }

    // What was written with it goes with the next sweep, unless another entry in quarantine carries the same.
    private async ValueTask LetTextGoAsync(Quarantined entry, CancellationToken cancellation)
    {
        var text = await TextsReactor.OfEntryAsync(log, entry.Classroom, entry.Position, cancellation);
        if (text.Value == 0) return;
        foreach (var other in await quarantine.ListAsync(entry.Classroom, MostRows, cancellation))
        {
            if (other.Decision == QuarantineDecision.Open
                && await TextsReactor.OfEntryAsync(log, other.Entry.Classroom, other.Entry.Position, cancellation) == text) return;
        }

        await texts.UnlinkAsync(entry.Classroom, text, cancellation);
    }

    private async ValueTask<(QuarantineRow? Row, ClassroomRecord? Classroom, Problem? Problem)> FindAsync(Caller caller, long id, CancellationToken cancellation)
    {
        var row = await quarantine.FindAsync(id, cancellation);
        var classroom = row is null ? null : await classrooms.FindAsync(row.Entry.Classroom, cancellation);
        if (row is null || classroom is null || !rooms.May(caller, classroom, RoomRight.Command)) return (null, null, ProblemCodes.NotFound);
        return row.Decision == QuarantineDecision.Open ? (row, classroom, null) : (null, null, ProblemCodes.NotOpen);
    }

    private async ValueTask<(QuarantineLine? Line, Problem? Problem)> DecideAsync(
        QuarantineRow row, ClassroomRecord classroom, QuarantineDecision decision, CancellationToken cancellation) =>
        await quarantine.DecideAsync(row.Id, decision, CancellationToken.None)
            ? (await LineOfAsync(row with { Decision = decision }, classroom, cancellation), null)
            : (null, ProblemCodes.NotOpen);

    private async ValueTask<QuarantineLine> LineOfAsync(QuarantineRow row, ClassroomRecord classroom, CancellationToken cancellation)
    {
        var (code, sentence) = QuarantineWords.Of(row.Entry.Reason);
        var line = new QuarantineLine
        {
            Id = row.Id,
            Classroom = classroom.Id,
            Position = row.Entry.Position,
            At = row.Entry.At,
            Reason = code,
            Detail = sentence,
            Decision = row.Decision,
        };
        if (await EvidenceAsync(row.Entry, cancellation) is not { } e) return line;
        var of = names.Of(classroom);
        return line with
        {
            Answer = new QuarantinedAnswer(
                await names.SourceAsync(e.Source, cancellation), e.Sequence, of.Student(e.Student), of.Item(e.Item), e.Score, e.Kind),
        };
    }

    // The entry itself stands in the log; null where it is no answer or cannot be read.
    private async ValueTask<Evidence?> EvidenceAsync(Quarantined entry, CancellationToken cancellation)
    {
        var blocks = await log.ReadClassroomAsync(entry.Classroom, entry.Position - 1, maxBytes: 1, cancellation);
        if (blocks.Count == 0 || blocks[0].First > entry.Position || blocks[0].Last < entry.Position) return null;
        return Find(blocks[0], entry.Position);
    }

    private static Evidence? Find(LogBlock block, long position)
    {
        try
        {
            var entries = new EntryCursor(block.Body.Span, block.First);
            while (entries.MoveNext())
            {
                if (entries.Position != position) continue;
                return EntryFormat.KindOf(entries.Current) switch
                {
                    EntryKind.Evidence => EntryFormat.ReadEvidence(entries.Current),
                    EntryKind.Released => EntryFormat.ReadReleased(entries.Current).Evidence,
                    _ => null,
                };
            }
        }
        catch (FormatViolationException)
        {
            // What cannot be read cannot be released; the row still shows that it is there.
        }

        return null;
    }
}

/// <summary>An entry in quarantine.</summary>
internal sealed record QuarantineLine
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>Its classroom.</summary>
    public required string Classroom { get; init; }

    /// <summary>Its position in the log.</summary>
    public required long Position { get; init; }

    /// <summary>When it was put there.</summary>
    [JsonConverter(typeof(InstantJson))]
    public required Instant At { get; init; }

    /// <summary>Why, as a code.</summary>
    public required string Reason { get; init; }

    /// <summary>Why, and what can be done.</summary>
    public required string Detail { get; init; }

    /// <summary>open, released or discarded.</summary>
    [JsonConverter(typeof(CamelCaseEnum<QuarantineDecision>))]
    public required QuarantineDecision Decision { get; init; }

    /// <summary>The answer, where it is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuarantinedAnswer? Answer { get; init; }
}

/// <summary>An answer in quarantine.</summary>
/// <param name="Source">Its outbox.</param>
/// <param name="Sequence">The outbox's number for it.</param>
/// <param name="Student">Who answered.</param>
/// <param name="Item">What was answered.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Kind">What it was for.</param>
internal sealed record QuarantinedAnswer(
    string? Source, long Sequence, string? Student, string? Item, float Score, [property: JsonConverter(typeof(CamelCaseEnum<EvidenceKind>))] EvidenceKind Kind);
