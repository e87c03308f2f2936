using FsCheck;
using FsCheck.Fluent;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Tests.Properties.Determinism;

/// <summary>The ranges of a source against an obvious model: a set of numbers, and a body for each.</summary>
public sealed class SourceSeenProperties
{
    [Fact]
    public void A_source_knows_what_it_has_seen_as_a_plain_set_does() => ForAllSeeds(seed =>
    {
        var random = new Random(seed);
        var spread = random.Next(1, 4) switch { 1 => 40, 2 => 1_500, _ => 15_000 };
        var seen = new SourceSeen();
        var model = new Model();
        for (var i = 0; i < 1_200; i++)
        {
            var number = random.Next(3) == 0 ? model.Contiguous + 1 + random.Next(3) : random.Next(-1, spread);
            var hash = (uint)random.Next(2);
            var expected = model.Look(number, hash);
            Assert.True(expected.Contains(seen.Look(number, hash)), $"seed {seed}, step {i}: {number} should be {string.Join(" or ", expected)}, is {seen.Look(number, hash)}");
            Assert.Equal(seen.Look(number, hash) == SeenResult.Full, SourceSeen.IsFull(seen.ToRanges().AsSpan(), number)); // what the edge asks
            if (seen.Look(number, hash) != SeenResult.New) continue;
            seen.Take(number, hash, new Instant(i + 1));
            model.Take(number, hash);
            Assert.Equal(model.Contiguous, seen.Contiguous);
            Assert.Equal(model.Ranges, seen.RangeCount);
            if (random.Next(100) == 0) seen = Reread(seen);
        }
    });

    [Fact]
    public void A_repeat_is_never_taken_for_new_nor_for_another_body() => ForAllSeeds(seed =>
    {
        var random = new Random(seed);
        var seen = new SourceSeen();
        var taken = new List<long>();
        for (var i = 0; i < 1_000; i++)
        {
            var number = random.NextInt64(1, 600);
            if (seen.Look(number, Body(number)) == SeenResult.New)
            {
                seen.Take(number, Body(number), new Instant(1));
                taken.Add(number);
            }

            var again = taken[random.Next(taken.Count)];
            Assert.Equal(SeenResult.Repeat, seen.Look(again, Body(again)));
            if (random.Next(300) == 0) seen.ForgetBodies();
        }

        static uint Body(long number) => (uint)(number * 2_654_435_761);
    });

    [Fact]
    public void The_bounds_hold_and_a_source_that_closes_its_gaps_goes_on()
    {
        var seen = new SourceSeen();
        for (var n = 2L; n <= 2 * SourceSeen.MaxRanges; n += 2) seen.Take(n, 1, new Instant(1));
        Assert.Equal(SourceSeen.MaxRanges, seen.RangeCount);
        Assert.Equal(SeenResult.Full, seen.Look(1_000, 1));
        Assert.Equal(SeenResult.New, seen.Look((2 * SourceSeen.MaxRanges) + 1, 1)); // touches the last
        Assert.Equal(SeenResult.New, seen.Look(1, 1));
        for (var n = 1L; n <= 2 * SourceSeen.MaxRanges; n += 2) seen.Take(n, 1, new Instant(1));
        Assert.Equal(1, seen.RangeCount);
        Assert.Equal(SeenResult.New, seen.Look((2 * SourceSeen.MaxRanges) + SourceSeen.MaxAhead, 1));
        Assert.Equal(SeenResult.Full, seen.Look((2 * SourceSeen.MaxRanges) + SourceSeen.MaxAhead + 1, 1));
        Assert.Equal(SeenResult.Full, seen.Look(0, 1));
        Assert.Equal(SeenResult.Full, seen.Look(-1, 1));
        Assert.Equal(SeenResult.Full, seen.Look(long.MaxValue, 1));
    }

    private static void ForAllSeeds(Action<int> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), property));

    private static SourceSeen Reread(SourceSeen seen)
    {
        var to = new ByteWriter();
        seen.Write(to);
        var from = new ByteReader(to.Written);
        var read = SourceSeen.Read(ref from);
        var again = new ByteWriter();
        read.Write(again);
        Assert.Equal(to.Written, again.Written);
        return read;
    }

    private sealed class Model
    {
        private readonly HashSet<long> numbers = [];
        private readonly Dictionary<long, uint> bodies = [];

        public long Contiguous
        {
            get
            {
                var n = 0L;
                while (numbers.Contains(n + 1)) n++;
                return n;
            }
        }

        public int Ranges => numbers.Count(n => !numbers.Contains(n - 1));

        public void Take(long number, uint body)
        {
            numbers.Add(number);
            bodies[number] = body;
        }

        // What may be answered: bodies are compared for the newest numbers only, so an old conflict may pass for a repeat.
        public SeenResult[] Look(long number, uint body)
        {
            if (number < 1) return [SeenResult.Full];
            if (numbers.Contains(number))
            {
                if (bodies[number] == body) return [SeenResult.Repeat];
                return numbers.Count(n => n > number) < SourceSeen.MaxHashes && numbers.Max() - number < SourceSeen.MaxHashes
                    ? [SeenResult.Conflict]
                    : [SeenResult.Conflict, SeenResult.Repeat];
            }

            if (number > Contiguous + SourceSeen.MaxAhead) return [SeenResult.Full];
            var opens = !numbers.Contains(number - 1) && !numbers.Contains(number + 1);
            return opens && Ranges >= SourceSeen.MaxRanges ? [SeenResult.Full] : [SeenResult.New];
        }
    }
}
