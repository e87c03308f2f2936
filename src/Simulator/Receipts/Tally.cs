using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Receipts;

/// <summary>Counts while senders send. Each answer is counted as sent once, however often it is repeated, and as acknowledged once.</summary>
public sealed class Tally
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, long> rejected = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> failures = new(StringComparer.Ordinal);
    private long sent, acknowledged, accepted, duplicates, repeatedBatches, repeatedAnswers;

    /// <summary>Answers are about to be sent for the first time.</summary>
    public void Send(int answers)
    {
        lock (gate) sent += answers;
    }

    /// <summary>A batch is about to be sent again, because of a failure.</summary>
    public void Repeat(int answers, string failure)
    {
        lock (gate)
        {
            repeatedBatches++;
            repeatedAnswers += answers;
            failures[failure] = failures.GetValueOrDefault(failure) + 1;
        }
    }

    /// <summary>A batch was acknowledged.</summary>
    public void Acknowledge(EvidenceReply reply)
    {
        lock (gate)
        {
            acknowledged += reply.Total;
            accepted += reply.Accepted;
            duplicates += reply.Duplicates;
            if (reply.Rejected.IsDefaultOrEmpty) return;
            foreach (var item in reply.Rejected) rejected[item.Code] = rejected.GetValueOrDefault(item.Code) + 1;
        }
    }

    /// <summary>The figures so far.</summary>
    public Figures Read()
    {
        lock (gate)
        {
            return new Figures
            {
                Sent = sent,
                Acknowledged = acknowledged,
                Accepted = accepted,
                Duplicates = duplicates,
                Rejected = rejected.Values.Sum(),
                RejectedByCode = new SortedDictionary<string, long>(rejected, StringComparer.Ordinal),
                RepeatedBatches = repeatedBatches,
                RepeatedAnswers = repeatedAnswers,
                Failures = new SortedDictionary<string, long>(failures, StringComparer.Ordinal),
            };
        }
    }
}

/// <summary>What a run sent and what it was told.</summary>
public sealed record Figures
{
    /// <summary>Answers sent at least once: distinct (source, sequence).</summary>
    public long Sent { get; init; }

    /// <summary>Answers that the server answered for: accepted, duplicates and rejected together.</summary>
    public long Acknowledged { get; init; }

    /// <summary>Taken, and not known to be repeats when the reply was made.</summary>
    public long Accepted { get; init; }

    /// <summary>Said to be repeats.</summary>
    public long Duplicates { get; init; }

    /// <summary>Refused for good.</summary>
    public long Rejected { get; init; }

    /// <summary>The same by code.</summary>
    public IReadOnlyDictionary<string, long> RejectedByCode { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Batches sent again.</summary>
    public long RepeatedBatches { get; init; }

    /// <summary>Answers in them.</summary>
    public long RepeatedAnswers { get; init; }

    /// <summary>Why: connection, timeout, garbled, or the HTTP status.</summary>
    public IReadOnlyDictionary<string, long> Failures { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);
}
