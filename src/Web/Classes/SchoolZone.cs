using LiveClass.Grains.Abstractions;
using LiveClass.Web.Start;

namespace LiveClass.Web.Classes;

/// <summary>The school's clock on the wall: between what people type and read, and instants.</summary>
internal sealed class SchoolZone(LiveClassOptions options, TimeProvider time)
{
    /// <summary>The zone.</summary>
    public TimeZoneInfo Zone { get; } = options.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : time.LocalTimeZone;

    /// <summary>Now, as an instant.</summary>
    public Instant Now => Instant.Of(time.GetUtcNow());

    /// <summary>What the clock shows at an instant.</summary>
    public DateTime At(Instant instant) => TimeZoneInfo.ConvertTimeFromUtc(instant.ToDateTimeOffset().UtcDateTime, Zone);

    /// <summary>The instant at which the clock shows a time; none where it never does, on the night that clocks are put forward.</summary>
    public Instant? Of(DateOnly day, TimeOnly hour)
    {
        var shown = day.ToDateTime(hour, DateTimeKind.Unspecified);
        return Zone.IsInvalidTime(shown) ? null : Instant.Of(new DateTimeOffset(shown, Zone.GetUtcOffset(shown)));
    }
}
