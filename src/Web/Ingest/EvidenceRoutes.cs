using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Web.Access;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Ingest;

/// <summary><c>POST /api/v1/evidence</c>.</summary>
internal sealed class EvidenceRoutes(EvidenceIngest ingest, EvidenceBatches batches, DeviceSenders devices, TimeProvider time)
{
    /// <summary>The header with the sender's clock.</summary>
    public const string SentAtHeader = "LiveClass-Sent-At";

    /// <summary>Takes a delivery and tells what became of it.</summary>
    public async Task PostAsync(HttpContext context)
    {
        using var hop = Hop.Start(Hop.Receive);
        var request = context.Request;
        if (!JsonBody.IsJson(request))
        {
            await ProblemResult.WriteAsync(context, ProblemCodes.WrongContentType);
            return;
        }

        if (!TrySentAt(request, out var sentAt))
        {
            await ProblemResult.WriteAsync(context, ProblemCodes.BadSentAt);
            return;
        }

        var caller = Caller.Of(context.User);
        var sender = caller.Device is { } device ? await devices.OfAsync(device, context.RequestAborted) : null;
        var batch = batches.Rent();
        batch.Sender = sender;
        var problem = await ReadAsync(request, batch)
            ? await ingest.TakeAsync(batch, caller.School, sentAt, context.RequestAborted)
            : ProblemCodes.TooLarge;
        if (problem is not null) await ProblemResult.WriteAsync(context, problem);
        else await WriteAsync(context, batch);
        batches.Return(batch);
    }

    private bool TrySentAt(HttpRequest request, out Instant sentAt)
    {
        sentAt = Instant.Of(time.GetUtcNow());
        var header = request.Headers[SentAtHeader];
        return header.Count == 0 || (header.Count == 1 && WireTime.TryParse(header[0], out sentAt));
    }

    private static async ValueTask<bool> ReadAsync(HttpRequest request, EvidenceBatch batch)
    {
        if (request.ContentLength > EvidenceBatch.MaxBytes) return false;
        var room = (int)(request.ContentLength ?? 4096);
        while (true)
        {
            var read = await request.Body.ReadAsync(batch.Room(Math.Max(room, 1)), request.HttpContext.RequestAborted);
            if (read == 0) return true;
            batch.Advance(read);
            room -= read;
            if (batch.Written.Length > EvidenceBatch.MaxBytes) return false;
            if (room <= 0) room = request.ContentLength is null ? 4096 : 1;
        }
    }

    private static async Task WriteAsync(HttpContext context, EvidenceBatch batch)
    {
        var answer = EvidenceAnswer.Write(batch);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        await context.Response.BodyWriter.WriteAsync(answer, context.RequestAborted);
    }
}
