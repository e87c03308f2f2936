using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>What a number of a source turns out to be.</summary>
public enum SeenResult : byte
{
    /// <summary>Never seen.</summary>
    New,
    /// <summary>Seen with the same body, or so long ago that bodies are no longer compared.</summary>
    Repeat,
    /// <summary>Seen with another body.</summary>
    Conflict,
    /// <summary>Too far ahead, or it would open too many gaps, or no number at all (they start at 1).</summary>
    Full,
}

/// <summary>
/// The exact set of numbers that a classroom has seen of one source, as ranges, with the hashes of the newest bodies.
/// Ranges are ascending, disjoint and never touch; a source without gaps has one.
/// </summary>
public sealed class SourceSeen
{
    /// <summary>The most ranges that are kept.</summary>
    public const int MaxRanges = 256;

    /// <summary>How far beyond the end of the first range a number may be.</summary>
    public const long MaxAhead = 10_000;

    /// <summary>How many of the newest bodies can be compared.</summary>
    public const int MaxHashes = 256;

    private readonly List<(long From, long To)> ranges = new(1);
    private (long Sequence, uint Hash)[] hashes = [];

    /// <summary>When the source was last heard, by receipt.</summary>
    public Instant LastAt { get; private set; }

    /// <summary>How many ranges there are.</summary>
    public int RangeCount => ranges.Count;

    /// <summary>The number up to which nothing is missing; 0 where 1 is missing.</summary>
    public long Contiguous => ranges.Count > 0 && ranges[0].From == 1 ? ranges[0].To : 0;

    /// <summary>What a number would be, without taking it.</summary>
    public SeenResult Look(long sequence, uint hash)
    {
        if (sequence < 1) return SeenResult.Full;
        var at = Find(CollectionsMarshal.AsSpan(ranges), sequence);
        if (at >= 0)
        {
            if (hashes.Length == 0) return SeenResult.Repeat;
            var kept = hashes[sequence & (hashes.Length - 1)];
            return kept.Sequence == sequence && kept.Hash != hash ? SeenResult.Conflict : SeenResult.Repeat;
        }

        return HasRoom(CollectionsMarshal.AsSpan(ranges), ~at, sequence) ? SeenResult.New : SeenResult.Full;
    }

    /// <summary>True where a source that has seen these ranges would have no room for a number: the same as its turn would find.</summary>
    public static bool IsFull(ReadOnlySpan<(long From, long To)> ranges, long sequence)
    {
        if (sequence < 1) return true;
        var at = Find(ranges, sequence);
        return at < 0 && !HasRoom(ranges, ~at, sequence);
    }

    /// <summary>The ranges as they are.</summary>
    public ImmutableArray<(long From, long To)> ToRanges() => [.. ranges];

    /// <summary>Takes a number. One that was taken before changes nothing.</summary>
    public void Take(long sequence, uint hash, Instant received)
    {
        if (received > LastAt) LastAt = received;
        var at = Find(CollectionsMarshal.AsSpan(ranges), sequence);
        if (at >= 0) return;
        Insert(~at, sequence);
        Remember(sequence, hash);
    }

    /// <summary>Forgets bodies of a source that has been silent; its numbers stay.</summary>
    public void ForgetBodies() => hashes = [];

    /// <summary>Writes it in one canonical way.</summary>
    public void Write(ByteWriter to)
    {
        to.Number(LastAt.Milliseconds);
        to.Number(ranges.Count);
        var last = 0L;
        foreach (var (from, end) in ranges)
        {
            to.Number(from - last);
            to.Number(end - from);
            last = end;
        }

        var kept = hashes.Where(h => h.Sequence != 0).OrderBy(h => h.Sequence).ToArray();
        to.Number(kept.Length);
        foreach (var (sequence, hash) in kept)
        {
            to.Number(sequence);
            to.UInt32(hash);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SourceSeen Read(ref ByteReader from)
    {
        var seen = new SourceSeen { LastAt = new Instant(from.Number()) };
        var count = from.Small();
        var last = 0L;
        for (var i = 0; i < count; i++)
        {
            var start = Sum(last, from.Number());
            if (start < (i == 0 ? 1 : last + 2)) throw new FormatViolationException("Ranges of a source are not ascending and apart.");
            last = Sum(start, from.Number());
            seen.ranges.Add((start, last));
        }

        count = from.Small();
        for (var i = 0; i < count; i++)
        {
            var sequence = from.Number();
            if (Find(CollectionsMarshal.AsSpan(seen.ranges), sequence) < 0) throw new FormatViolationException("A source has a body of a number that it has not seen.");
            seen.Remember(sequence, from.UInt32());
        }

        return seen;
    }

    private static long Sum(long number, long more) =>
        more <= long.MaxValue - number ? number + more : throw new FormatViolationException("A range of a source ends beyond all numbers.");

    // The index of the range that holds the number, or the complement of where a new range would stand.
    private static int Find(ReadOnlySpan<(long From, long To)> ranges, long sequence)
    {
        var low = 0;
        var high = ranges.Length - 1;
        if (high >= 0 && sequence > ranges[high].To) return ~(high + 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var (from, to) = ranges[middle];
            if (sequence < from) high = middle - 1;
            else if (sequence > to) low = middle + 1;
            else return middle;
        }

        return ~low;
    }

    // Whether a number that none of the ranges holds may be taken; it would stand at this place among them.
    private static bool HasRoom(ReadOnlySpan<(long From, long To)> ranges, int at, long sequence)
    {
        var contiguous = ranges.Length > 0 && ranges[0].From == 1 ? ranges[0].To : 0;
        return sequence <= contiguous + MaxAhead && (ranges.Length < MaxRanges || Touches(ranges, at, sequence));
    }

    private static bool Touches(ReadOnlySpan<(long From, long To)> ranges, int at, long sequence) =>
        (at > 0 && ranges[at - 1].To == sequence - 1) || (at < ranges.Length && ranges[at].From == sequence + 1);

    private void Insert(int at, long sequence)
    {
        var left = at > 0 && ranges[at - 1].To == sequence - 1;
        var right = at < ranges.Count && ranges[at].From == sequence + 1;
        if (left && right)
        {
            ranges[at - 1] = (ranges[at - 1].From, ranges[at].To);
            ranges.RemoveAt(at);
        }
        else if (left) ranges[at - 1] = (ranges[at - 1].From, sequence);
        else if (right) ranges[at] = (sequence, ranges[at].To);
        else ranges.Insert(at, (sequence, sequence));
    }

    // Grows to MaxHashes before anything is overwritten, so that what is remembered does not depend on the order of reading.
    private void Remember(long sequence, uint hash)
    {
        if (hashes.Length == 0) hashes = new (long, uint)[8];
        while (true)
        {
            ref var slot = ref hashes[sequence & (hashes.Length - 1)];
            if (slot.Sequence == 0 || slot.Sequence == sequence || hashes.Length == MaxHashes)
            {
                if (sequence >= slot.Sequence) slot = (sequence, hash);
                return;
            }

            var grown = new (long Sequence, uint Hash)[hashes.Length * 2];
            foreach (var kept in hashes)
                if (kept.Sequence != 0) grown[kept.Sequence & (grown.Length - 1)] = kept;
            hashes = grown;
        }
    }
}
