using LiveClass.Simulator.Receipts;

namespace LiveClass.Simulator.Showing;

/// <summary>A receipt in words. It says what the check compares, so that a figure cannot be taken for more than it is.</summary>
public static class ReceiptText
{
    /// <summary>The receipt's lines.</summary>
    public static IEnumerable<string> Lines(Receipt receipt)
    {
        var figures = receipt.Figures;
        yield return $"{receipt.Command}: {receipt.Classrooms:N0} classrooms, {receipt.Students:N0} students";
        yield return $"sent           {figures.Sent:N0} of {receipt.Planned:N0} answers (distinct source and sequence)";
        yield return $"acknowledged   {figures.Acknowledged:N0} = {figures.Accepted:N0} accepted + {figures.Duplicates:N0} duplicates + {figures.Rejected:N0} rejected";
        foreach (var (code, count) in figures.RejectedByCode) yield return $"               rejected: {code} {count:N0}";
        yield return $"repeated       {figures.RepeatedBatches:N0} batches ({figures.RepeatedAnswers:N0} answers){Reasons(figures)}";
        yield return $"in             {receipt.Seconds:N1} s, {(receipt.Seconds > 0 ? figures.Acknowledged / receipt.Seconds : 0):N0} answers/s";
        if (receipt.Latency is { } latency)
            yield return $"latency        p50 {latency.P50:N1} ms, p90 {latency.P90:N1} ms, p99 {latency.P99:N1} ms, max {latency.Max:N1} ms of {latency.Count:N0}";
        foreach (var (name, figure) in receipt.More) yield return $"{name,-14} {figure:N1}";
        if (receipt.Server is { } server)
        {
            yield return $"server counted {server.Before:N0} before, {server.After:N0} after; must be {server.Expected:N0}";
            yield return $"server dropped {server.DuplicatesAfter - server.DuplicatesBefore:N0} repeats; {server.QuarantinedAfter - server.QuarantinedBefore:N0} new in quarantine";
        }
        if (figures.RepeatedBatches > 0)
            yield return "A batch sent again after a lost reply may be counted among the duplicates; the check is of distinct (source, sequence), which repeats do not change.";
        if (figures.RejectedByCode.ContainsKey("source-elsewhere"))
            yield return "These sources belong to other classrooms: take another seed (--sources) for another log or number of classrooms.";
        foreach (var difference in receipt.Differences) yield return $"FAILED {difference}";
        if (receipt.Error is { } error) yield return $"FAILED {error}";
        yield return receipt.Ok ? "Sent = acknowledged = counted." : "Not all is as it must be.";
    }

    private static string Reasons(Figures figures) =>
        figures.Failures.Count == 0 ? "" : ": " + string.Join(", ", figures.Failures.Select(static failure => $"{failure.Key} {failure.Value:N0}"));
}
