using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Records.Schools;
using LiveClass.Records.Sources;
using LiveClass.Web.Items;

namespace LiveClass.Web.Boards;

/// <summary>Joins names and outside ids into a board: the only place where keys and names meet on the way to a screen.</summary>
public sealed class BoardNames(ClassroomRecord classroom, ItemDirectory items, MisconceptionDirectory misconceptions, AdultStore adults)
{
    /// <summary>The classroom.</summary>
    public ClassroomRecord Classroom { get; } = classroom;

    /// <summary>A student's id; its key where Records no longer have the student.</summary>
    public string StudentId(StudentKey key) => Classroom.Student(key)?.Id ?? $"erased-{key.Value}";

    /// <summary>The key of a student's id; none where Records no longer have the student.</summary>
    public StudentKey StudentKeyOf(string id) => Classroom.Student(id)?.Key ?? default;

    /// <summary>A student's name.</summary>
    public string StudentName(StudentKey key) => Classroom.Student(key)?.Name ?? "Erased";

    /// <summary>What a student's page does otherwise.</summary>
    public ImmutableArray<Accommodation> Accommodations(StudentKey key) => Classroom.Student(key)?.Accommodations ?? [];

    /// <summary>A skill's id.</summary>
    public string SkillId(SkillKey key) => Classroom.Skill(key)?.Id ?? $"skill-{key.Value}";

    /// <summary>A skill's name; null for none.</summary>
    public string? SkillName(SkillKey key) => key.Value == 0 ? null : Classroom.Skill(key)?.Name ?? SkillId(key);

    /// <summary>A skill's own name for the head of a column; null for none.</summary>
    public string? SkillTile(SkillKey key) => Classroom.Skill(key)?.Tile;

    /// <summary>The same in Spanish; null where it has none.</summary>
    public string? SkillTileEs(SkillKey key) => Classroom.Skill(key) is { } skill ? BuiltInProgression.TileEs(skill.Id, skill.Tile) : null;

    /// <summary>A station's id; null for none.</summary>
    public string? StationId(StationKey key) => key.Value == 0 ? null : Classroom.Station(key)?.Id;

    /// <summary>A station's name; null for none.</summary>
    public string? StationName(StationKey key) => key.Value == 0 ? null : Classroom.Station(key)?.Name;

    /// <summary>A station's materials line.</summary>
    public string? Materials(StationKey key) => Classroom.Station(key)?.Materials;

    /// <summary>An item's id; null for none.</summary>
    public string? ItemId(ItemKey key) => key.Value == 0 ? null : items.ByKey(key)?.Id;

    /// <summary>A misconception's id.</summary>
    public string MisconceptionId(MisconceptionKey key) => misconceptions.IdOf(key) ?? $"misconception-{key.Value}";

    /// <summary>An adult's name; null for none.</summary>
    public string? AdultName(AdultKey key) => key.Value == 0 ? null : adults.ByKey(key)?.Name ?? "An adult";
}
