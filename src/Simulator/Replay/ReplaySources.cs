using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Replay;

/// <summary>The outboxes of a replay: the same seed and student give the same source for ever, so that a second run is all repeats.</summary>
public static class ReplaySources
{
    /// <summary><c>replay-SEED-STUDENT.</c> and 64 bits of SHA-256 of seed and student, as 16 hexadecimal digits.</summary>
    public static string Of(string seed, string student) => $"replay-{seed}-{student}.{SourceBits.Of($"replay/{seed}/{student}"):x16}";
}
