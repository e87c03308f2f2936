using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Records.Joining;
using LiveClass.Web.Items;

namespace LiveClass.Web.Ingest;

/// <summary>What the server makes of a device's answer.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Misconception">The misconception that predicts it; null where none does.</param>
internal sealed record DeviceScore(double Score, string? Misconception);

/// <summary>
/// A student's device as the sender of a delivery: who answers, where and with what result is the token's and the item's to say. The
/// device only says what was answered, to which form, and when.
/// </summary>
internal sealed class DeviceSender(DeviceToken token, ClassroomRecord classroom, ItemDirectory items, FormDesk forms)
{
    /// <summary>The greatest seed of a form: what a JSON number holds exactly everywhere.</summary>
    public const long MaxForm = 1L << 52;

    private Slice student;

    /// <summary>Fills in, after parsing, where each answer belongs, and scores it.</summary>
    public void Take(EvidenceBatch batch)
    {
        var (where, source) = (batch.Add(classroom.Id), batch.Add(token.Source ?? ""));
        var known = classroom.Student(token.Student);
        student = batch.Add(known?.Id ?? "");
        for (var i = 0; i < batch.Count; i++)
        {
            ref var item = ref batch.Items[i];
            if (item.Source.IsThere && !batch.Same(item.Source, source)) item.Reject(Rejection.NotYourSource, "source");
            (item.Source, item.Classroom) = (source, where);
            item.HasScore = true;
            if (item.Sequence == 0) item.Reject(Rejection.MissingField, "sequence");
            if (known is null) item.Reject(Rejection.UnknownStudent, "the token's student");
            if (!item.Item.IsThere) item.Reject(Rejection.MissingField, "item");
            if (!item.Response.IsThere) item.Reject(Rejection.MissingField, "response");
            if (item.Form == 0) item.Reject(Rejection.MissingField, "form");
            if (item.Rejected is null) Score(batch, ref item);
        }
    }

    /// <summary>Puts in what the hash of the body leaves out.</summary>
    public void Put(EvidenceBatch batch, ref EvidenceItem item)
    {
        item.Student = student;
        if (item.Scored is not { } scored) return;
        item.Score = scored.Score;
        if (scored.Misconception is { } misconception) item.Misconception = batch.Add(misconception);
    }

    private void Score(EvidenceBatch batch, ref EvidenceItem item)
    {
        if (!items.TryFindUtf8(classroom.School, batch.Bytes(item.Item), out var known))
        {
            item.Reject(Rejection.UnknownItem, $"item {batch.String(item.Item)}");
        }
        else if (item.Form is < 1 or > MaxForm)
        {
            item.Reject(Rejection.BadNumber, "form");
        }
        else if (forms.Score(known.Url, item.Form, batch.String(item.Response)) is not { } scored)
        {
            item.Reject(Rejection.NotBuiltIn, $"item {known.Id}");
        }
        else
        {
            // A device may not turn a check into practice.
            if (known.Kind != EvidenceKind.Practice || !item.HasKind) (item.Kind, item.HasKind) = (known.Kind, true);
            item.Scored = new DeviceScore(scored.Score, scored.Misconception);
        }
    }
}

/// <summary>Makes the senders of devices' deliveries.</summary>
internal sealed class DeviceSenders(ClassroomDirectory classrooms, ItemDirectory items, FormDesk forms)
{
    /// <summary>The sender behind a token.</summary>
    /// <exception cref="Records.RecordsUnavailableException">Records cannot be read now.</exception>
    public async ValueTask<DeviceSender> OfAsync(DeviceToken token, CancellationToken cancellation) => new(
        token,
        await classrooms.FindAsync(token.Classroom, cancellation) ?? throw new InvalidOperationException($"The token {token.Number} is of no classroom."),
        items,
        forms);
}
