using System.Runtime.CompilerServices;

namespace LiveClass.Grains.Abstractions.Learning;

/// <summary>A student's reasons for help, the most pressing first, without a heap allocation.</summary>
public struct HelpReasons : IEquatable<HelpReasons>
{
    /// <summary>The most reasons that can hold at once.</summary>
    public const int Capacity = 6;

    private Slots slots;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The n-th.</summary>
    public readonly HelpNeeded this[int index] =>
        (uint)index < (uint)Count ? slots[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>These reasons.</summary>
    public static HelpReasons Of(params ReadOnlySpan<HelpNeeded> reasons)
    {
        var all = default(HelpReasons);
        foreach (var reason in reasons) all.Add(reason);
        return all;
    }

    /// <summary>Adds one at the end.</summary>
    /// <exception cref="InvalidOperationException">There is no room.</exception>
    public void Add(HelpNeeded reason)
    {
        if (Count == Capacity) throw new InvalidOperationException("A student has at most 6 reasons for help.");
        slots[Count++] = reason;
    }

    /// <summary>All of them.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<HelpNeeded> Span => ((ReadOnlySpan<HelpNeeded>)slots)[..Count];

    /// <inheritdoc/>
    public readonly bool Equals(HelpReasons other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is HelpReasons other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, slots[0]);

    /// <summary>The same reasons in the same order.</summary>
    public static bool operator ==(HelpReasons left, HelpReasons right) => left.Equals(right);

    /// <summary>Others.</summary>
    public static bool operator !=(HelpReasons left, HelpReasons right) => !left.Equals(right);

    [InlineArray(Capacity)]
    private struct Slots
    {
        private HelpNeeded first;
    }
}
