using LiveClass.Grains.Abstractions;
using LiveClass.Records.Model;

namespace LiveClass.Records.Classrooms;

/// <summary>Brings a school's skills and a classroom's list of them to what was sent. Check first; it writes nothing.</summary>
internal sealed class SkillsEdit
{
    private readonly RecordsContext context;
    private readonly SchoolKey school;
    private readonly IReadOnlyList<SkillPut> sent;
    private readonly Dictionary<string, SkillRow> rows;
    private readonly ILookup<int, PrerequisiteRow> prerequisites;

    public SkillsEdit(RecordsContext context, SchoolKey school, IReadOnlyList<SkillPut> sent)
    {
        this.context = context;
        this.school = school;
        this.sent = sent;
        rows = context.Skills.Where(row => row.School == school.Value).ToDictionary(row => row.Id, StringComparer.Ordinal);
        var keys = context.Skills.Where(row => row.School == school.Value).Select(row => row.Key);
        prerequisites = context.Prerequisites.Where(row => keys.Contains(row.Skill)).OrderBy(row => row.Place).ToLookup(row => row.Skill);
    }

    /// <summary>Skills that are called otherwise now.</summary>
    public HashSet<int> Renamed { get; } = [];

    /// <summary>Skills that need others now.</summary>
    public HashSet<int> Rewired { get; } = [];

    /// <summary>What stands against it: a prerequisite that nobody knows, or a circle.</summary>
    public PutRefusal? Check()
    {
        var inBody = sent.Select(skill => skill.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var skill in sent)
            if (skill.Prerequisites?.FirstOrDefault(id => !inBody.Contains(id) && !rows.ContainsKey(id)) is { } unknown)
                return new(PutRefusal.UnknownPrerequisite, $"'{skill.Id}' needs '{unknown}', which is neither a skill of the school nor in the body. Send it in skills, or first.");
        var ids = rows.Values.ToDictionary(row => row.Key, row => row.Id);
        var graph = rows.Values.ToDictionary(
            row => row.Id, IReadOnlyList<string> (row) => [.. prerequisites[row.Key].Select(line => ids[line.Prerequisite])], StringComparer.Ordinal);
        foreach (var skill in sent)
            if (skill.Prerequisites is not null) graph[skill.Id] = skill.Prerequisites;
        var cycle = Progression.FindCycle(graph);
        return cycle.IsEmpty ? null : new(
            PutRefusal.Cycle, $"The prerequisites run in a circle: {string.Join(" needs ", cycle.Append(cycle[0]))}. Take one of them out.");
    }

    /// <summary>The school's skills: new ones get their keys.</summary>
    public void ApplySkills()
    {
        foreach (var skill in sent)
        {
            if (!rows.TryGetValue(skill.Id, out var row))
            {
                context.Skills.Add(rows[skill.Id] = new()
                {
                    School = school.Value,
                    Id = skill.Id,
                    Name = skill.Name ?? skill.Id,
                    Tile = skill.Tile,
                    Code = skill.Code,
                    NameEs = skill.NameEs,
                });
            }
            else
            {
                Rename(row, skill);
            }
        }
    }

    private void Rename(SkillRow row, SkillPut skill)
    {
        var before = (row.Name, row.Tile, row.Code, row.NameEs);
        row.Name = skill.Name ?? row.Name;
        row.Tile = skill.Tile ?? row.Tile;
        row.Code = skill.Code ?? row.Code;
        row.NameEs = skill.NameEs ?? row.NameEs;
        if (before != (row.Name, row.Tile, row.Code, row.NameEs)) Renamed.Add(row.Key);
    }

    /// <summary>The prerequisites and the classroom's list, once the skills have their keys.</summary>
    public void ApplyLines(ClassroomKey classroom)
    {
        foreach (var skill in sent.Where(skill => skill.Prerequisites is not null)) Rewire(rows[skill.Id].Key, skill.Prerequisites!);
        var lines = context.ClassroomSkills.Where(line => line.Classroom == classroom.Value).ToDictionary(line => line.Skill);
        for (var place = 0; place < sent.Count; place++)
        {
            var key = rows[sent[place].Id].Key;
            if (lines.Remove(key, out var line)) line.Place = place;
            else context.ClassroomSkills.Add(new() { Classroom = classroom.Value, Skill = key, Place = place });
        }

        context.ClassroomSkills.RemoveRange(lines.Values);
    }

    private void Rewire(int skill, IReadOnlyList<string> needs)
    {
        var wanted = needs.Select(id => rows[id].Key).ToList();
        var lines = prerequisites[skill].ToList();
        if (lines.Select(line => line.Prerequisite).SequenceEqual(wanted)) return;
        Rewired.Add(skill);
        context.Prerequisites.RemoveRange(lines.Where(line => !wanted.Contains(line.Prerequisite)));
        for (var place = 0; place < wanted.Count; place++)
        {
            if (lines.Find(line => line.Prerequisite == wanted[place]) is { } line) line.Place = place;
            else context.Prerequisites.Add(new() { Skill = skill, Prerequisite = wanted[place], Place = place });
        }
    }
}
