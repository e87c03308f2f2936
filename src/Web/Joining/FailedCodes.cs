using System.Collections.Concurrent;

namespace LiveClass.Web.Joining;

/// <summary>
/// Limits guesses at typed codes: an address may be wrong so many times a minute. Who is right takes nothing, so that a whole school
/// behind one address joins at once.
/// </summary>
internal sealed class FailedCodes(int perMinute, TimeProvider time)
{
    private const int SweepAbove = 10_000;
    private readonly ConcurrentDictionary<string, Misses> addresses = new(StringComparer.Ordinal);

    /// <summary>True while an address may try; else how long to wait.</summary>
    public bool MayTry(string address, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        return !addresses.TryGetValue(address, out var misses) || misses.MayTry(time, perMinute, out wait);
    }

    /// <summary>An address was wrong.</summary>
    public void Missed(string address)
    {
        if (addresses.Count > SweepAbove) Sweep();
        addresses.GetOrAdd(address, static (_, full) => new Misses(full), perMinute).Take(time, perMinute);
    }

    // One that has rested for a minute is full again: forgetting it changes nothing.
    private void Sweep()
    {
        foreach (var (address, misses) in addresses)
            if (misses.Rested(time)) addresses.TryRemove(address, out _);
    }

    private sealed class Misses(double full)
    {
        private readonly Lock gate = new();
        private double left = full;
        private long last;

        public bool MayTry(TimeProvider time, int perMinute, out TimeSpan wait)
        {
            lock (gate)
            {
                Refill(time, perMinute);
                wait = left >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - left) * 60 / perMinute);
                return left >= 1;
            }
        }

        public void Take(TimeProvider time, int perMinute)
        {
            lock (gate)
            {
                Refill(time, perMinute);
                left = Math.Max(0, left - 1);
            }
        }

        public bool Rested(TimeProvider time)
        {
            lock (gate) return time.GetElapsedTime(last) > TimeSpan.FromMinutes(1);
        }

        private void Refill(TimeProvider time, int perMinute)
        {
            var now = time.GetTimestamp();
            if (last != 0) left = Math.Min(perMinute, left + (time.GetElapsedTime(last, now).TotalMinutes * perMinute));
            last = now;
        }
    }
}
