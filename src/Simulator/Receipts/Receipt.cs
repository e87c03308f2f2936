using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveClass.Simulator.Receipts;

/// <summary>
/// What a run sent, what it was told, and whether the server's counts agree. <see cref="Ok"/> is true only where everything that was
/// to be sent was acknowledged, nothing was rejected, and no count differs.
/// </summary>
public sealed record Receipt
{
    /// <summary>The error of a run that was stopped from outside; its figures are of what was done until then.</summary>
    public const string Stopped = "It was stopped before its end.";

    /// <summary>The simulator's command.</summary>
    public required string Command { get; init; }

    /// <summary>True where all is as it must be; the exit code is 0 then, else 1.</summary>
    public bool Ok => Error is null && Differences.IsEmpty && Figures.Rejected == 0 && Figures.Acknowledged == Figures.Sent && Planned == Figures.Sent;

    /// <summary>What ended the run early; null where it ran to its end.</summary>
    public string? Error { get; init; }

    /// <summary>How many classrooms took part.</summary>
    public int Classrooms { get; init; }

    /// <summary>How many students.</summary>
    public int Students { get; init; }

    /// <summary>Answers that were to be sent.</summary>
    public long Planned { get; init; }

    /// <summary>What was sent and acknowledged.</summary>
    public Figures Figures { get; init; } = new();

    /// <summary>How long sending took.</summary>
    public double Seconds { get; init; }

    /// <summary>The server's counts before and after; null where they could not be read.</summary>
    public ServerCounts? Server { get; init; }

    /// <summary>Counts that are not as they must be.</summary>
    public ImmutableArray<CountDifference> Differences { get; init; } = [];

    /// <summary>From sending (for load: from when it was due) to acknowledgement.</summary>
    public LatencyFigures? Latency { get; init; }

    /// <summary>More figures of one command.</summary>
    public IReadOnlyDictionary<string, double> More { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
}

/// <summary>The server's counts over all classrooms of a run.</summary>
/// <param name="Before">Answers counted before.</param>
/// <param name="Expected">What must be counted after.</param>
/// <param name="After">Answers counted after.</param>
/// <param name="DuplicatesBefore">Repeats dropped before.</param>
/// <param name="DuplicatesAfter">Repeats dropped after.</param>
/// <param name="QuarantinedBefore">In quarantine before.</param>
/// <param name="QuarantinedAfter">In quarantine after.</param>
public sealed record ServerCounts(
    long Before, long Expected, long After, long DuplicatesBefore, long DuplicatesAfter, long QuarantinedBefore, long QuarantinedAfter)
{
    /// <summary>Adds up readings of several classrooms.</summary>
    public static ServerCounts Of(
        IEnumerable<ExpectedCount> expected, IReadOnlyDictionary<string, Http.BoardCounts> before, IReadOnlyDictionary<string, Http.BoardCounts> after) => new(
        before.Values.Sum(static counts => counts.Evidence),
        expected.Sum(static count => count.AtLeast),
        after.Values.Sum(static counts => counts.Evidence),
        before.Values.Sum(static counts => counts.Duplicates),
        after.Values.Sum(static counts => counts.Duplicates),
        before.Values.Sum(static counts => counts.Quarantined),
        after.Values.Sum(static counts => counts.Quarantined));
}

/// <summary>The receipt as one line of JSON.</summary>
public static class ReceiptJson
{
    /// <summary>One object with flat figures.</summary>
    public static string Write(Receipt receipt)
    {
        var line = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["command"] = receipt.Command,
            ["ok"] = receipt.Ok,
            ["error"] = receipt.Error,
            ["classrooms"] = receipt.Classrooms,
            ["students"] = receipt.Students,
            ["planned"] = receipt.Planned,
            ["sent"] = receipt.Figures.Sent,
            ["acknowledged"] = receipt.Figures.Acknowledged,
            ["accepted"] = receipt.Figures.Accepted,
            ["duplicates"] = receipt.Figures.Duplicates,
            ["rejected"] = receipt.Figures.Rejected,
            ["rejectedByCode"] = receipt.Figures.RejectedByCode,
            ["repeatedBatches"] = receipt.Figures.RepeatedBatches,
            ["repeatedAnswers"] = receipt.Figures.RepeatedAnswers,
            ["failures"] = receipt.Figures.Failures,
            ["seconds"] = Math.Round(receipt.Seconds, 3),
            ["answersPerSecond"] = receipt.Seconds > 0 ? Math.Round(receipt.Figures.Acknowledged / receipt.Seconds, 1) : 0,
            ["server"] = receipt.Server,
            ["differences"] = receipt.Differences,
            ["latencyMs"] = receipt.Latency,
        };
        foreach (var (name, figure) in receipt.More) line[name] = figure;
        return JsonSerializer.Serialize(line, Format);
    }

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
