namespace LiveClass.Records.Model;

internal sealed class TextRow
{
    public long Key { get; set; }
    public int Purpose { get; set; }

    /// <summary>Null where the text came with a command.</summary>
    public int? Source { get; set; }
    public long? Sequence { get; set; }

    /// <summary>Null where the text came with an answer.</summary>
    public byte[]? Command { get; set; }

    /// <summary>The first 64 bits of the text's SHA-256: another text under the same origin is another row.</summary>
    public long Digest { get; set; }
    public required string Text { get; set; }
    public long At { get; set; }
    public bool Linked { get; set; }
}

internal sealed class AnswerRow
{
    public int Classroom { get; set; }
    public long Position { get; set; }
    public int Student { get; set; }
    public int Item { get; set; }

    /// <summary>Skills in order with the estimates after it; see <c>HistorySkills</c>.</summary>
    public required byte[] Skills { get; set; }
    public double Score { get; set; }
    public int Kind { get; set; }
    public int Attempt { get; set; }
    public bool FirstAttempt { get; set; }
    public long At { get; set; }
    public long Received { get; set; }
    public int DurationMs { get; set; }
    public int Hints { get; set; }
    public long Response { get; set; }
    public int Misconception { get; set; }
    public long Form { get; set; }
    public int Source { get; set; }
    public long Sequence { get; set; }
}
