using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>The columns of a lesson's grid.</summary>
public static class LessonColumns
{
    /// <summary>The most columns.</summary>
    public const int Most = 12;

    /// <summary>Up to 12 skills of the classroom's list: the targets first, then the most answered, then the list's order.</summary>
    public static ImmutableArray<SkillKey> Choose(ClassroomState state, ImmutableArray<SkillKey> targets)
    {
        var answered = new long[state.Skills.Count];
        foreach (var student in state.Students)
            for (var slot = 0; slot < student.Skills.Length; slot++) answered[slot] += student.Skills[slot].Opportunities;
        var others = state.SkillLines.Select(line => line.Skill)
            .Where(skill => !targets.Contains(skill))
            .OrderByDescending(skill => answered[state.SlotOf(skill)]);
        return [.. targets.Distinct().Concat(others).Take(Most)];
    }
}
