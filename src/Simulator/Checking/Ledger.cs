using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Checking;

/// <summary>A sender's own account of what the server acknowledged to it. Safe to write to from many senders.</summary>
public sealed class Ledger
{
    private readonly Lock gate = new();
    private readonly List<AcknowledgedAnswer> answers = [];

    /// <summary>Notes a reply. What was rejected was not taken and is left out.</summary>
    public void Note(IReadOnlyList<EvidenceItem> batch, EvidenceReply reply)
    {
        var rejected = reply.Rejected.IsDefaultOrEmpty ? [] : reply.Rejected.Select(static item => item.Index).ToHashSet();
        lock (gate)
        {
            for (var i = 0; i < batch.Count; i++)
            {
                if (!rejected.Contains(i))
                    answers.Add(new AcknowledgedAnswer(batch[i].Source, batch[i].Sequence, AnswerFingerprint.Of(batch[i])));
            }
        }
    }

    /// <summary>What was acknowledged so far, in the order of the replies.</summary>
    public IReadOnlyList<AcknowledgedAnswer> ToList()
    {
        lock (gate) return [.. answers];
    }

    /// <summary>Writes one line an answer: <c>source,sequence,fingerprint</c>, the fingerprint in hexadecimal.</summary>
    public void Write(TextWriter writer)
    {
        foreach (var answer in ToList()) writer.WriteLine($"{answer.Source},{answer.Sequence},{answer.Fingerprint:x16}");
    }
}
