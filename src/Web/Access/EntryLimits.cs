using System.Collections.Concurrent;
using LiveClass.Web.Start;

namespace LiveClass.Web.Access;

/// <summary>Which limit a route or hub method is under.</summary>
internal enum EntryKind
{
    /// <summary>Whatever is not named: reading, pages.</summary>
    Other,

    /// <summary>Deliveries of answers.</summary>
    Evidence,

    /// <summary>Commands.</summary>
    Command,

    /// <summary>Tries to sign in.</summary>
    SignIn,

    /// <summary>Walls that ask for letters.</summary>
    Pairing,
}

/// <summary>Says which limit a route is under.</summary>
internal sealed record LimitedAs(EntryKind Kind);

/// <summary>
/// How much each caller may ask for: a bucket a caller and kind of entry that holds two seconds' worth and refills steadily.
/// Keys and people have their own buckets, whoever has neither shares one with its address.
/// </summary>
internal sealed class EntryLimits(EntryLimitOptions options, TimeProvider time)
{
    private const int SweepAbove = 20_000;

    private readonly ConcurrentDictionary<(EntryKind Kind, string Who), Bucket> buckets = new();

    /// <summary>Takes one of a caller's entries. False where there is none left: try again after <paramref name="wait"/>.</summary>
    public bool TryTake(EntryKind kind, string who, bool anonymous, out TimeSpan wait)
    {
        var (perSecond, holds) = RateOf(kind, anonymous);
        if (buckets.Count > SweepAbove) Sweep();
        var bucket = buckets.GetOrAdd((kind, who), static (_, full) => new Bucket(full), holds);
        return bucket.TryTake(time.GetTimestamp(), time, perSecond, holds, out wait);
    }

    /// <summary>Gives back one that was taken, where only failures count and it was none.</summary>
    public void GiveBack(EntryKind kind, string who)
    {
        if (buckets.TryGetValue((kind, who), out var bucket)) bucket.GiveBack();
    }

    private (double PerSecond, double Holds) RateOf(EntryKind kind, bool anonymous) => kind switch
    {
        EntryKind.SignIn => (options.SignInsPerMinute / 60.0, options.SignInsPerMinute),
        EntryKind.Pairing => (options.SignInsPerMinute / 60.0, options.SignInsPerMinute),
        _ when anonymous => (options.AnonymousPerSecond, options.AnonymousPerSecond * 2.0),
        EntryKind.Evidence => (options.EvidencePerSecond, options.EvidencePerSecond * 2.0),
        EntryKind.Command => (options.CommandsPerSecond, options.CommandsPerSecond * 2.0),
        _ => (options.OthersPerSecond, options.OthersPerSecond * 2.0),
    };

    // A bucket that has not been touched for two minutes is full again: forgetting it changes nothing.
    private void Sweep()
    {
        var now = time.GetTimestamp();
        foreach (var (key, bucket) in buckets)
            if (time.GetElapsedTime(bucket.Last, now) > TimeSpan.FromMinutes(2)) buckets.TryRemove(key, out _);
    }

    private sealed class Bucket(double full)
    {
        private double tokens = full;
        private readonly Lock gate = new();
        private long last;

        public long Last => Interlocked.Read(ref last);

        public void GiveBack()
        {
            lock (gate) tokens++;
        }

        public bool TryTake(long now, TimeProvider time, double perSecond, double holds, out TimeSpan wait)
        {
            lock (gate)
            {
                if (last != 0) tokens = Math.Min(holds, tokens + (time.GetElapsedTime(last, now).TotalSeconds * perSecond));
                last = now;
                wait = tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - tokens) / perSecond);
                if (tokens < 1) return false;
                tokens--;
                return true;
            }
        }
    }
}
