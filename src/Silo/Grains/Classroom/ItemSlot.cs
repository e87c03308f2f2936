using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>An item as a classroom knows it.</summary>
public record struct ItemSlot
{
    /// <summary>Its key.</summary>
    public ItemKey Key { get; set; }

    /// <summary>What the classroom has learned of it.</summary>
    public ItemEstimate Estimate { get; set; }

    /// <summary>How many choices it offers; 0 where it is not a choice.</summary>
    public int Options { get; set; }

    /// <summary>What it is for.</summary>
    public EvidenceKind Kind { get; set; }

    /// <summary>The records' number of the change that told of it; 0 where only answers did.</summary>
    public long ConfiguredBy { get; set; }

    /// <summary>Its skills.</summary>
    public SkillSet Skills { get; set; }
}
