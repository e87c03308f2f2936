using System.Collections.Immutable;
using LiveClass.Learning.Items;

namespace LiveClass.Simulator.Demo;

/// <summary>A skill as the model of learners knows it.</summary>
/// <param name="Id">Its id in the built-in progression.</param>
/// <param name="Grade">The grade that it is usually learned in.</param>
public sealed record DemoSkill(string Id, int Grade);

/// <summary>The skills of the built-in progression with their grades: from them a student of the demo school has its abilities.</summary>
public static class DemoSkills
{
    /// <summary>All of them, in the progression's order. A code begins with its grade.</summary>
    public static ImmutableArray<DemoSkill> All { get; } =
        [.. ItemTemplates.Shipped.Progression.Select(skill => new DemoSkill(skill.Id, skill.Code[0] - '0'))];
}
