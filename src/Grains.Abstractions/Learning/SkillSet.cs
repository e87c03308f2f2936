using System.Runtime.CompilerServices;

namespace LiveClass.Grains.Abstractions.Learning;

/// <summary>The skills of one answer, in order, without a heap allocation. At most <see cref="Capacity"/>.</summary>
public struct SkillSet : IEquatable<SkillSet>
{
    /// <summary>The most skills that one answer may name.</summary>
    public const int Capacity = 8;

    private Slots slots;

    /// <summary>How many skills there are; 0 to <see cref="Capacity"/>.</summary>
    public int Count { get; private set; }

    /// <summary>The n-th skill.</summary>
    public readonly SkillKey this[int index] =>
        (uint)index < (uint)Count ? slots[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>A set of these skills.</summary>
    public static SkillSet Of(params ReadOnlySpan<SkillKey> skills)
    {
        var set = default(SkillSet);
        foreach (var skill in skills) set.Add(skill);
        return set;
    }

    /// <summary>Adds a skill; one that is already there is not added again.</summary>
    /// <exception cref="InvalidOperationException">The set is full.</exception>
    public void Add(SkillKey skill)
    {
        if (Contains(skill)) return;
        if (Count == Capacity) throw new InvalidOperationException("An answer has at most 8 skills.");
        slots[Count++] = skill;
    }

    /// <summary>True when the skill is in the set.</summary>
    public readonly bool Contains(SkillKey skill)
    {
        for (var i = 0; i < Count; i++)
            if (slots[i] == skill) return true;
        return false;
    }

    /// <inheritdoc/>
    public readonly bool Equals(SkillSet other)
    {
        if (Count != other.Count) return false;
        for (var i = 0; i < Count; i++)
            if (slots[i] != other.slots[i]) return false;
        return true;
    }

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is SkillSet other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        var hash = default(HashCode);
        for (var i = 0; i < Count; i++) hash.Add(slots[i].Value);
        return hash.ToHashCode();
    }

    /// <summary>Same skills in the same order.</summary>
    public static bool operator ==(SkillSet left, SkillSet right) => left.Equals(right);

    /// <summary>Other skills, or another order.</summary>
    public static bool operator !=(SkillSet left, SkillSet right) => !left.Equals(right);

    [InlineArray(Capacity)]
    private struct Slots
    {
        private SkillKey first;
    }
}
