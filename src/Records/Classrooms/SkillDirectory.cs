using System.Collections.Frozen;
using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Model;

namespace LiveClass.Records.Classrooms;

/// <summary>All skills of all schools, in memory: for names of skills that are not (or no longer) on a classroom's list.</summary>
public sealed class SkillDirectory
{
    private volatile Snapshot snapshot;

    internal SkillDirectory(RecordsFile file) => snapshot = file.Read(ReadAll);

    /// <summary>The skill with a key; null where there is none.</summary>
    public SkillRecord? ByKey(SkillKey key) => snapshot.ByKey.GetValueOrDefault(key.Value);

    /// <summary>The skill of a school with an id; null where there is none.</summary>
    public SkillRecord? ById(SchoolKey school, string id) => snapshot.ById.GetValueOrDefault((school.Value, id));

    internal static Snapshot ReadAll(RecordsContext context)
    {
        var prerequisites = context.Prerequisites.OrderBy(row => row.Place).AsEnumerable().ToLookup(row => row.Skill, row => new SkillKey(row.Prerequisite));
        var skills = context.Skills.AsEnumerable()
            .Select(row => new SkillRecord(new(row.Key), new(row.School), row.Id, row.Name, [.. prerequisites[row.Key]])
            {
                Tile = row.Tile,
                Code = row.Code,
                NameEs = row.NameEs,
            }).ToImmutableArray();
        return new(
            skills.ToFrozenDictionary(skill => skill.Key.Value),
            skills.ToFrozenDictionary(skill => (skill.School.Value, skill.Id)));
    }

    internal void Replace(Snapshot newer) => snapshot = newer;

    internal sealed record Snapshot(FrozenDictionary<int, SkillRecord> ByKey, FrozenDictionary<(int School, string Id), SkillRecord> ById);
}
