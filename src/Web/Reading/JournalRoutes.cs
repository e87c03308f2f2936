using System.Text.Json;
using LiveClass.Engine.Ports;
using LiveClass.Web.Access;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Reading;

/// <summary><c>GET /api/v1/classrooms/{id}/journal</c>: what happened, in order, with the results.</summary>
internal sealed class JournalRoutes(CallerRooms rooms, IJournal journal, OutsideNames names)
{
    private const int PageBytes = 128 * 1024;

    /// <summary>A page of the journal: whole blocks, about 128 KiB of them.</summary>
    public async Task<IResult> GetAsync(string id, HttpContext context, string? cursor)
    {
        var (classroom, problem) = await rooms.FindAsync(Caller.Of(context.User), id, RoomRight.Read, context.RequestAborted);
        if (classroom is null) return new ProblemResult(problem!);
        if (!Cursors.TryRead('j', cursor, out var after)) return new ProblemResult(ProblemCodes.BadCursor);
        var blocks = await journal.ReadClassroomAsync(classroom.Key, after, PageBytes, context.RequestAborted);
        var next = blocks.Count > 0 ? Cursors.Of('j', blocks[^1].To) : null;
        var of = names.Of(classroom);
        return Results.Stream(to => WriteAsync(to, blocks, of, next, context.RequestAborted), "application/json");
    }

    private static async Task WriteAsync(Stream to, IReadOnlyList<JournalBlock> blocks, ClassroomNames of, string? next, CancellationToken cancellation)
    {
        await using var writer = new Utf8JsonWriter(to);
        writer.WriteStartObject();
        writer.WriteString("classroom", of.Classroom.Id);
        writer.WriteStartArray("entries");
        foreach (var block in blocks)
        {
            JournalWriter.Write(writer, block, of);
            await writer.FlushAsync(cancellation);
        }

        writer.WriteEndArray();
        writer.WriteString("next", next);
        writer.WriteEndObject();
        await writer.FlushAsync(cancellation);
    }
}
