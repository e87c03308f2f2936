using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.NextSteps;

/// <summary>What a classroom can give, by index. Its calls must not allocate.</summary>
public interface IItemBank
{
    /// <summary>How many items a skill has.</summary>
    int CountOf(int skillIndex);

    /// <summary>The index of a skill's n-th item.</summary>
    int ItemOf(int skillIndex, int n);

    /// <summary>The item at an index.</summary>
    ItemKey Key(int itemIndex);

    /// <summary>What is known of the item.</summary>
    ItemEstimate Estimate(int itemIndex);

    /// <summary>How many choices it offers; 0 where it is not a choice.</summary>
    int Options(int itemIndex);

    /// <summary>What it is for.</summary>
    EvidenceKind Kind(int itemIndex);
}
