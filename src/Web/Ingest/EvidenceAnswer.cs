namespace LiveClass.Web.Ingest;

/// <summary>What a sender is told of a delivery. The three always add up to its items.</summary>
/// <param name="Accepted">Counted, or durable and not known to be otherwise.</param>
/// <param name="Duplicates">Counted before.</param>
/// <param name="Rejected">Not counted, with the reason.</param>
internal sealed record EvidenceAnswer(int Accepted, int Duplicates, IReadOnlyList<RejectedItem> Rejected)
{
    /// <summary>The answer of a batch that has been taken.</summary>
    public static EvidenceAnswer Of(EvidenceBatch batch)
    {
        var rejected = new List<RejectedItem>();
        for (var i = 0; i < batch.Count; i++)
            if (batch.Items[i] is { Rejected: { } why } item) rejected.Add(new RejectedItem(i, why.Code, $"{item.Field}: {why.Sentence}"));
        return new EvidenceAnswer(batch.Accepted, batch.Duplicates, rejected);
    }

    /// <summary>Writes the answer of a batch without making it. Valid until the batch is given back.</summary>
    public static ReadOnlyMemory<byte> Write(EvidenceBatch batch)
    {
        var to = batch.AnswerWriter;
        to.WriteStartObject();
        to.WriteNumber("accepted"u8, batch.Accepted);
        to.WriteNumber("duplicates"u8, batch.Duplicates);
        to.WriteStartArray("rejected"u8);
        var items = batch.Items;
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Rejected is not { } why) continue;
            to.WriteStartObject();
            to.WriteNumber("index"u8, i);
            to.WriteString("code"u8, why.Code);
            to.WriteString("detail"u8, $"{items[i].Field}: {why.Sentence}");
            to.WriteEndObject();
        }

        to.WriteEndArray();
        to.WriteEndObject();
        to.Flush();
        return batch.AnswerBytes.WrittenMemory;
    }
}

/// <summary>An item that was not counted.</summary>
/// <param name="Index">Its place in the delivery, from 0.</param>
/// <param name="Code">The documented code.</param>
/// <param name="Detail">The field, and what to do.</param>
internal sealed record RejectedItem(int Index, string Code, string Detail);
