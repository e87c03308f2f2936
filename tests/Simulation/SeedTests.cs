namespace LiveClass.Tests.Simulation;

/// <summary>
/// The whole system in one process, driven by seeds: crashes, restarts, disks that are slow, fail or are full, lost messages, clocks
/// that jump, entries that nobody can read. A failing seed is named, and replays with LIVECLASS_SEED=n.
/// </summary>
public abstract class SeedTests(int part)
{
    private const int Parts = 2;
    private static readonly bool Long = Environment.GetEnvironmentVariable("LIVECLASS_LONG_TESTS") == "1";

    [Fact]
    public void Nothing_acknowledged_is_lost_and_nothing_counts_twice_whatever_happens()
    {
        var failures = new List<string>();
        foreach (var seed in Seeds())
        {
            foreach (var wrong in Verdict(seed)) failures.Add($"seed {seed}: {wrong}");
            if (failures.Count > 20) break;
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private IEnumerable<int> Seeds()
    {
        if (Environment.GetEnvironmentVariable("LIVECLASS_SEED") is { Length: > 0 } one) return part == 0 ? [int.Parse(one)] : [];
        return Enumerable.Range(1, Long ? 2_000 : 200).Where(seed => seed % Parts == part);
    }

    private static IEnumerable<string> Verdict(int seed)
    {
        try
        {
            return World.Simulation.Run(seed).Wrong;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [e.ToString()];
        }
    }
}

/// <summary>Half of the seeds, so that two cores share them.</summary>
public sealed class EvenSeedTests() : SeedTests(0);

/// <summary>The other half.</summary>
public sealed class OddSeedTests() : SeedTests(1);
