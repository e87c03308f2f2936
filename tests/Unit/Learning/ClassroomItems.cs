using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.NextSteps;

namespace LiveClass.Tests.Unit.Learning;

/// <summary>Items of a classroom as plain lists. The item at index i has the key i + 1.</summary>
internal sealed class ClassroomItems : IItemBank
{
    private readonly List<(ItemEstimate Estimate, int Options, EvidenceKind Kind)> items = [];
    private readonly Dictionary<int, List<int>> ofSkill = [];

    public int Add(int skill, double difficulty = -1, EvidenceKind kind = EvidenceKind.Practice, int options = 0)
    {
        items.Add((new ItemEstimate { Difficulty = (float)difficulty }, options, kind));
        if (!ofSkill.TryGetValue(skill, out var list)) ofSkill.Add(skill, list = []);
        list.Add(items.Count - 1);
        return items.Count - 1;
    }

    public int SkillOf(ItemKey item) => ofSkill.First(pair => pair.Value.Contains(item.Value - 1)).Key;

    public int CountOf(int skillIndex) => ofSkill.TryGetValue(skillIndex, out var list) ? list.Count : 0;

    public int ItemOf(int skillIndex, int n) => ofSkill[skillIndex][n];

    public ItemKey Key(int itemIndex) => new(itemIndex + 1);

    public ItemEstimate Estimate(int itemIndex) => items[itemIndex].Estimate;

    public int Options(int itemIndex) => items[itemIndex].Options;

    public EvidenceKind Kind(int itemIndex) => items[itemIndex].Kind;
}
