using FsCheck;
using FsCheck.Fluent;

namespace LiveClass.Tests.Properties.Determinism;

/// <summary>Which log: the first <paramref name="Lines"/> lines of the log of a seed. Printed where a property fails, and replays exactly.</summary>
internal readonly record struct DrawnLog(int Seed, int Lines)
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("LIVECLASS_LONG_TESTS") == "1";

    /// <summary>Any log of up to 220 lines; a failing one is shortened.</summary>
    public static Arbitrary<DrawnLog> Any { get; } = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        from lines in Gen.Choose(1, 220)
        select new DrawnLog(seed, lines),
        Shorter);

    /// <summary>Checks a property of logs.</summary>
    public static void Check(Action<DrawnLog> property) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Long ? 1_000 : 80), Prop.ForAll(Any, property));

    private static IEnumerable<DrawnLog> Shorter(DrawnLog log)
    {
        for (var lines = log.Lines / 2; lines > 0; lines /= 2) yield return log with { Lines = log.Lines - lines };
    }
}
