using System.Runtime.InteropServices;
using System.Text.Json;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Records.Joining;
using LiveClass.Web.Access;
using LiveClass.Web.Ingest;
using LiveClass.Web.Links;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Hubs;

/// <summary>Deliveries of answers over the hub: the same way as over HTTP from the bytes on.</summary>
internal sealed class EvidenceCalls(EvidenceIngest ingest, EvidenceBatches batches, DeviceSenders devices, DeviceLinks links, TimeProvider time)
{
    /// <summary>Takes a delivery.</summary>
    public async Task<EvidenceAnswer> SubmitAsync(Caller caller, JsonElement evidence, string? sentAt, int? waiting, CancellationToken cancellation)
    {
        using var hop = Hop.Start(Hop.Receive);
        var sent = Instant.Of(time.GetUtcNow());
        if (sentAt is not null && !WireTime.TryParse(sentAt, out sent)) throw HubProblem.Of(ProblemCodes.BadSentAt);
        var sender = caller.Device is { } device ? await devices.OfAsync(device, cancellation) : null;
        var batch = batches.Rent();
        batch.Sender = sender;
        if (!TryTake(batch, evidence)) throw HubProblem.Of(ProblemCodes.TooLarge);
        var problem = await ingest.TakeAsync(batch, caller.School, sent, cancellation);
        var answer = problem is null ? EvidenceAnswer.Of(batch) : null;
        batches.Return(batch);
        // A device tells it with its own answers; an outbox that an earlier child left says nothing of who now sits there.
        if (caller.Device is { Kind: DeviceTokenKind.Read } own) links.Waits(own, Math.Clamp(waiting ?? 0, 0, 10_000));
        return answer ?? throw HubProblem.Of(problem!);
    }

    private static bool TryTake(EvidenceBatch batch, JsonElement evidence)
    {
        var json = evidence.ValueKind == JsonValueKind.Undefined ? "null"u8 : JsonMarshal.GetRawUtf8Value(evidence);
        if (json.Length > EvidenceBatch.MaxBytes) return false;
        batch.Take(json);
        return true;
    }
}
