using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Records.Items;
using LiveClass.Records.Model;
using LiveClass.Records.Outbox;
using LiveClass.Records.Schools;

namespace LiveClass.Records.Classrooms;

/// <summary>One PUT of a classroom inside its transaction: check, then apply. The outbox gets what the classrooms' grains must know, no more.</summary>
internal sealed class ClassroomEdit
{
    private readonly RecordsContext context;
    private readonly SchoolRecord school;
    private readonly ClassroomRow? existing;
    private readonly ClassroomPut body;
    private readonly long now;
    private readonly SkillsEdit? skills;
    private readonly RosterEdit? roster;
    private readonly StationsEdit? stations;

    public ClassroomEdit(RecordsContext context, SchoolRecord school, ClassroomRow? existing, ClassroomPut body, long now)
    {
        (this.context, this.school, this.existing, this.body, this.now) = (context, school, existing, body, now);
        skills = body.Skills is null ? null : new(context, school.Key, body.Skills);
        roster = body.Students is null ? null : new(context, school.Key, body.Students);
        stations = body.Stations is null ? null : new(context, new(existing?.Key ?? 0), body.Stations);
    }

    /// <summary>True when anything of it was new.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Other classrooms that look otherwise now.</summary>
    public List<(ClassroomKey Key, string Id)> Touched { get; } = [];

    /// <summary>Other classrooms whose grains are told.</summary>
    public List<int> Told { get; } = [];

    public PutRefusal? Check() => skills?.Check() ?? stations?.Check();

    public ClassroomRow Apply(string id)
    {
        var before = existing is null ? null : ClassroomReader.Configured(context, school.Key, new(existing.Key));
        var classroom = existing ?? Create(id);
        if (body.Name is not null) classroom.Name = body.Name;
        classroom.Ended = false;
        skills?.ApplySkills();
        roster?.ApplyStudents();
        Save();
        skills?.ApplyLines(new(classroom.Key));
        roster?.ApplyLines(new(classroom.Key));
        stations?.Apply(new(classroom.Key));
        Save();
        if (!HasChanged) return classroom;
        if (existing is not null) classroom.Revision++;
        Tell(classroom, before);
        TouchOthers(classroom);
        context.SaveChanges();
        return classroom;
    }

    private ClassroomRow Create(string id)
    {
        var classroom = new ClassroomRow
        {
            School = school.Key.Value,
            Id = id,
            Name = body.Name ?? id,
            Partition = Partitioning.Of(school.Id, id),
            Revision = 1,
        };
        context.Classrooms.Add(classroom);
        Save();

        // '~' is in no outside id: nobody can send as one of these.
        var records = Source("records");
        var release = Source("release");
        Save();
        (classroom.RecordsSource, classroom.ReleaseSource) = (records.Key, release.Key);
        return classroom;

        SourceRow Source(string of) => context.Sources.Add(
            new() { School = school.Key.Value, Classroom = classroom.Key, Name = $"~{of}.{classroom.Key}", Created = now }).Entity;
    }

    private void Save()
    {
        HasChanged |= context.ChangeTracker.HasChanges();
        context.SaveChanges();
    }

    private void Tell(ClassroomRow classroom, ClassroomConfigured? before)
    {
        var after = ClassroomReader.Configured(context, school.Key, new(classroom.Key));
        if (before is null || RecordsChangeJson.Write(before) != RecordsChangeJson.Write(after)) OutboxWriter.Add(context, classroom, after, now);
        var gained = after.Skills.Select(line => line.Skill.Value).Except(before?.Skills.Select(line => line.Skill.Value) ?? []).ToList();
        if (gained.Count > 0) OutboxWriter.AddItems(context, classroom, ItemReader.OfSkills(context, school.Key, gained), now);
    }

    private void TouchOthers(ClassroomRow classroom)
    {
        var rewired = ClassroomsOf(skills?.Rewired ?? []);
        var touched = ClassroomsOf(skills?.Renamed ?? []);
        touched.UnionWith(rewired);
        var changed = roster?.Changed.ToList() ?? [];
        touched.UnionWith(context.RosterLines.Where(line => changed.Contains(line.Student)).Select(line => line.Classroom));
        touched.Remove(classroom.Key);
        foreach (var other in context.Classrooms.Where(row => touched.Contains(row.Key)).OrderBy(row => row.Key).ToList())
        {
            other.Revision++;
            Touched.Add((new(other.Key), other.Id));
            if (!rewired.Contains(other.Key)) continue;
            Told.Add(other.Key);
            OutboxWriter.Add(context, other, ClassroomReader.Configured(context, school.Key, new(other.Key)), now);
        }
    }

    private HashSet<int> ClassroomsOf(IReadOnlyCollection<int> of) => of.Count == 0
        ? []
        : [.. context.ClassroomSkills.Where(line => of.Contains(line.Skill)).Select(line => line.Classroom)];
}
