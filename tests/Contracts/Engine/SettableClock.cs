namespace LiveClass.Tests.Contracts.Engine;

/// <summary>A clock that stands where a test puts it; timers run by the machine's.</summary>
internal sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
