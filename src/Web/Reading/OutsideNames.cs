using LiveClass.Grains.Abstractions;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Records.Sources;

namespace LiveClass.Web.Reading;

/// <summary>Outside ids of keys, for what is read back. What Records no longer have is null.</summary>
internal sealed class OutsideNames(SkillDirectory skills, ItemDirectory items, MisconceptionDirectory misconceptions, SourceDirectory sources)
{
    /// <summary>The ids of a classroom.</summary>
    public ClassroomNames Of(ClassroomRecord classroom) => new(classroom, skills, items, misconceptions);

    /// <summary>The name of a source.</summary>
    public ValueTask<string?> SourceAsync(SourceKey source, CancellationToken cancellation) =>
        source.Value == 0 ? ValueTask.FromResult<string?>(null) : sources.NameOfAsync(source, cancellation);
}

/// <summary>The ids that a classroom's rows speak of.</summary>
internal sealed class ClassroomNames(ClassroomRecord classroom, SkillDirectory skills, ItemDirectory items, MisconceptionDirectory misconceptions)
{
    /// <summary>The classroom.</summary>
    public ClassroomRecord Classroom => classroom;

    /// <summary>A student's id.</summary>
    public string? Student(StudentKey key) => classroom.Student(key)?.Id;

    /// <summary>A skill's id.</summary>
    public string? Skill(SkillKey key) => (classroom.Skill(key) ?? skills.ByKey(key))?.Id;

    /// <summary>An item's id.</summary>
    public string? Item(ItemKey key) => items.ByKey(key)?.Id;

    /// <summary>A station's id.</summary>
    public string? Station(StationKey key) => classroom.Station(key)?.Id;

    /// <summary>A misconception's id.</summary>
    public string? Misconception(MisconceptionKey key) => misconceptions.IdOf(key);
}
