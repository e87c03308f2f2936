using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Classrooms;

/// <summary>All skills of all schools, in memory: for names of skills that are not (or no longer) on a classroom's list.</summary>
public sealed class SkillDirectory
{
    /// <summary>The skill with a key; null where there is none.</summary>
    public SkillRecord? ByKey(SkillKey key) => throw new NotSupportedException();

    /// <summary>The skill of a school with an id; null where there is none.</summary>
    public SkillRecord? ById(SchoolKey school, string id) => throw new NotSupportedException();
}
