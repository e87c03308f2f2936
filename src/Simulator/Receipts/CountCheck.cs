using System.Collections.Immutable;
using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Receipts;

/// <summary>What a classroom must have counted, from and to; both are the same where everything was acknowledged.</summary>
public sealed record ExpectedCount(string Classroom, long AtLeast, long AtMost)
{
    /// <summary>True where the count is as it must be.</summary>
    public bool Holds(BoardCounts counts) => counts.Evidence >= AtLeast && counts.Evidence <= AtMost;
}

/// <summary>A count that is not as it must be.</summary>
/// <param name="Classroom">Where.</param>
/// <param name="What">evidence or quarantined.</param>
/// <param name="Expected">What it must be (the nearest, where there is a range).</param>
/// <param name="Found">What the server says.</param>
public sealed record CountDifference(string Classroom, string What, long Expected, long Found)
{
    /// <summary>In one sentence.</summary>
    public override string ToString() => What == "evidence" && Found < Expected
        ? $"{Classroom}: {Expected - Found} of {Expected} answers were not counted (the server says {Found})."
        : $"{Classroom}: {What} must be {Expected}, the server says {Found} ({Found - Expected} too many).";
}

/// <summary>Holds the server's counts against what they must be.</summary>
public static class CountCheck
{
    /// <summary>Every difference. The quarantine must not have grown.</summary>
    public static ImmutableArray<CountDifference> Compare(
        IEnumerable<ExpectedCount> expected, IReadOnlyDictionary<string, BoardCounts> before, IReadOnlyDictionary<string, BoardCounts> after)
    {
        var differences = ImmutableArray.CreateBuilder<CountDifference>();
        foreach (var count in expected)
        {
            var now = after[count.Classroom];
            if (!count.Holds(now))
                differences.Add(new CountDifference(count.Classroom, "evidence", Math.Clamp(now.Evidence, count.AtLeast, count.AtMost), now.Evidence));
            if (now.Quarantined > before[count.Classroom].Quarantined)
                differences.Add(new CountDifference(count.Classroom, "quarantined", before[count.Classroom].Quarantined, now.Quarantined));
        }
        return differences.ToImmutable();
    }
}

/// <summary>Reads counts from boards, which may lag behind the last acknowledgement.</summary>
public sealed class CountReader(ServerClient client, Patience patience, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(300);

    /// <summary>Reads every classroom's counts once.</summary>
    public async Task<IReadOnlyDictionary<string, BoardCounts>> ReadAsync(IEnumerable<string> classrooms, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, BoardCounts>(StringComparer.Ordinal);
        foreach (var classroom in classrooms)
        {
            var board = await patience.KeepTryingAsync(stop => client.BoardAsync(classroom, stop), null, cancellation);
            counts.Add(classroom, board.Counts);
        }
        return counts;
    }

    /// <summary>
    /// Reads until two readings agree and are as expected, or until nothing has changed for a time. A wrong count that stands
    /// still is returned as it is.
    /// </summary>
    /// <param name="expected">What is waited for.</param>
    /// <param name="standstill">How long nothing may change before it is given up.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyDictionary<string, BoardCounts>> SettleAsync(
        ImmutableArray<ExpectedCount> expected, TimeSpan standstill, CancellationToken cancellation)
    {
        var reading = await ReadAsync(expected.Select(static count => count.Classroom), cancellation);
        var changed = time.GetTimestamp();
        while (true)
        {
            await Task.Delay(Between, time, cancellation);
            var next = await ReadAsync(expected.Select(static count => count.Classroom), cancellation);
            var same = next.All(pair => pair.Value == reading[pair.Key]);
            if (!same) changed = time.GetTimestamp();
            reading = next;
            var right = expected.All(count => count.Holds(next[count.Classroom]));
            if ((same && right) || time.GetElapsedTime(changed) >= standstill) return reading;
        }
    }
}
