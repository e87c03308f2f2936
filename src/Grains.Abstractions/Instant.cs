using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Grains.Abstractions;

/// <summary>A moment as whole milliseconds since 1970-01-01 UTC. Zero means "none".</summary>
[JsonConverter(typeof(KeyJson<Instant>))]
public readonly record struct Instant(long Milliseconds) : IComparable<Instant>, INumberKey<Instant>
{
    long INumberKey<Instant>.Number => Milliseconds;

    static Instant INumberKey<Instant>.OfNumber(long number) => new(number);

    /// <summary>No moment.</summary>
    public static Instant None => default;

    /// <summary>True where there is a moment.</summary>
    public bool IsSome => Milliseconds != 0;

    /// <summary>The moment of a date and time.</summary>
    public static Instant Of(DateTimeOffset time) => new(time.ToUnixTimeMilliseconds());

    /// <summary>This moment as a date and time in UTC.</summary>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds);

    /// <inheritdoc/>
    public int CompareTo(Instant other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <summary>The moment that comes this much later.</summary>
    public static Instant operator +(Instant instant, TimeSpan span) => new(instant.Milliseconds + (long)span.TotalMilliseconds);

    /// <summary>The moment that lies this much earlier.</summary>
    public static Instant operator -(Instant instant, TimeSpan span) => new(instant.Milliseconds - (long)span.TotalMilliseconds);

    /// <summary>The time from one moment to another.</summary>
    public static TimeSpan operator -(Instant left, Instant right) => TimeSpan.FromMilliseconds(left.Milliseconds - right.Milliseconds);

    /// <summary>Earlier than.</summary>
    public static bool operator <(Instant left, Instant right) => left.Milliseconds < right.Milliseconds;

    /// <summary>Later than.</summary>
    public static bool operator >(Instant left, Instant right) => left.Milliseconds > right.Milliseconds;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Instant left, Instant right) => left.Milliseconds <= right.Milliseconds;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Instant left, Instant right) => left.Milliseconds >= right.Milliseconds;
}
