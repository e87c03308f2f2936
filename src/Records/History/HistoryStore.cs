using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Lane;
using LiveClass.Records.Model;
using LiveClass.Records.Texts;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.History;

/// <summary>
/// Counted answers of each classroom in the log's order. Written by a reactor, at least once: a position's row replaces itself. One tree,
/// ordered by classroom and position: a second one by student doubled what an answer costs, and a student's newest answers stand near the
/// end of its classroom's anyway.
/// </summary>
public sealed class HistoryStore
{
    private const string Put = """
        INSERT INTO history (classroom, position, student, item, skills, score, kind, attempt, first_attempt,
            at, received, duration_ms, hints, response, misconception, form, source, sequence)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17)
        ON CONFLICT (classroom, position) DO UPDATE SET student = excluded.student, item = excluded.item,
            skills = excluded.skills, score = excluded.score, kind = excluded.kind, attempt = excluded.attempt,
            first_attempt = excluded.first_attempt, at = excluded.at, received = excluded.received, duration_ms = excluded.duration_ms,
            hints = excluded.hints, response = excluded.response, misconception = excluded.misconception, form = excluded.form,
            source = excluded.source, sequence = excluded.sequence
        """;

    private const string Move = "UPDATE history SET student = @p2, skills = @p3 WHERE classroom = @p0 AND position = @p1";

    private readonly WriteLane lane;
    private readonly RecordsFile file;

    internal HistoryStore(WriteLane lane, RecordsFile file)
    {
        this.lane = lane;
        this.file = file;
    }

    /// <summary>Keeps rows, and links the texts of their responses. Durable before it returns; where it fails, some may be kept.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task WriteAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellation = default)
    {
        foreach (var chunk in rows.Chunk(LaneQueue.MostRowsLater))
        {
            await lane.RunLaterAsync(
                chunk.Length,
                connection =>
                {
                    var (put, link) = (connection.Rows(Put), connection.Rows(TextStore.Link));
                    foreach (var row in chunk) Write(put, link, row);
                    return chunk.Length;
                },
                cancellation);
        }
    }

    /// <summary>Says whose answers are. One that is not there (yet) is left out. Durable before it returns; where it fails, some may be kept.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task MoveAsync(IReadOnlyList<HistoryMove> moves, CancellationToken cancellation = default)
    {
        foreach (var chunk in moves.Chunk(LaneQueue.MostRowsLater))
        {
            await lane.RunLaterAsync(
                chunk.Length,
                connection =>
                {
                    var move = connection.Rows(Move);
                    foreach (var row in chunk) Write(move, row);
                    return chunk.Length;
                },
                cancellation);
        }
    }

    /// <summary>Rows of a classroom (of one student of it) after a position, oldest first.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public Task<IReadOnlyList<HistoryRow>> ReadAsync(
        ClassroomKey classroom, StudentKey? student, long after, int limit, CancellationToken cancellation = default) =>
        ReadAsync(
            rows => Of(rows, classroom, student).Where(row => row.Position > after).OrderBy(row => row.Position).Take(limit), cancellation);

    /// <summary>A student's rows in a classroom before a position (0: from the newest), newest first.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public Task<IReadOnlyList<HistoryRow>> LatestAsync(
        ClassroomKey classroom, StudentKey student, long before, int limit, CancellationToken cancellation = default) =>
        ReadAsync(
            rows => Of(rows, classroom, student).Where(row => before == 0 || row.Position < before).OrderByDescending(row => row.Position).Take(limit),
            cancellation);

    private static IQueryable<AnswerRow> Of(IQueryable<AnswerRow> rows, ClassroomKey classroom, StudentKey? student)
    {
        var inside = rows.Where(row => row.Classroom == classroom.Value);
        return student is { } one ? inside.Where(row => row.Student == one.Value) : inside;
    }

    private static void Write(RowStatement put, RowStatement link, HistoryRow row)
    {
        Span<byte> skills = stackalloc byte[HistorySkills.LengthOf(row.Skills.Length)];
        HistorySkills.Write(row.Skills, skills);
        put.Bind(row.Classroom.Value).Bind(row.Position).Bind(row.Student.Value).Bind(row.Item.Value)
            .Bind(skills).Bind((double)row.Score).Bind((int)row.Kind).Bind(row.Attempt).Bind(row.FirstAttempt)
            .Bind(row.At.Milliseconds).Bind(row.Received.Milliseconds).Bind(row.DurationMs).Bind(row.Hints).Bind(row.Response.Value)
            .Bind(row.Misconception.Value).Bind(row.Form).Bind(row.Source.Value).Bind(row.Sequence).Write();
        if (row.Response.Value != 0) link.Bind(row.Response.Value).Write();
    }

    private static void Write(RowStatement move, HistoryMove row)
    {
        Span<byte> skills = stackalloc byte[HistorySkills.LengthOf(row.Skills.Length)];
        HistorySkills.Write(row.Skills, skills);
        move.Bind(row.Classroom.Value).Bind(row.Position).Bind(row.Student.Value).Bind(skills).Write();
    }

    private async Task<IReadOnlyList<HistoryRow>> ReadAsync(Func<IQueryable<AnswerRow>, IQueryable<AnswerRow>> query, CancellationToken cancellation)
    {
        var rows = await file.ReadAsync(context => query(context.History).ToListAsync(cancellation));
        return rows.ConvertAll(row => new HistoryRow
        {
            Position = row.Position,
            Classroom = new(row.Classroom),
            Student = new(row.Student),
            Item = new(row.Item),
            Skills = HistorySkills.Read(row.Skills),
            Score = (float)row.Score,
            Kind = (EvidenceKind)row.Kind,
            Attempt = row.Attempt,
            FirstAttempt = row.FirstAttempt,
            At = new(row.At),
            Received = new(row.Received),
            DurationMs = row.DurationMs,
            Hints = row.Hints,
            Response = new(row.Response),
            Misconception = new(row.Misconception),
            Form = row.Form,
            Source = new(row.Source),
            Sequence = row.Sequence,
        });
    }
}
