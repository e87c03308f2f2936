using System.Collections.Frozen;
using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Records.Classrooms;

/// <summary>A student on a classroom's roster. <paramref name="Ended"/>: has left this classroom; kept for names and late answers.</summary>
public sealed record StudentRecord(StudentKey Key, string Id, string Name, bool Ended)
{
    /// <summary>What the student's page does otherwise; empty for most.</summary>
    public ImmutableArray<Accommodation> Accommodations { get; init; } = [];
}

/// <summary>A skill of a school, with its direct prerequisites.</summary>
public sealed record SkillRecord(SkillKey Key, SchoolKey School, string Id, string Name, ImmutableArray<SkillKey> Prerequisites)
{
    /// <summary>Its name at the head of a column; null where it has none of its own.</summary>
    public string? Tile { get; init; }

    /// <summary>Its code in a standard; null where unknown.</summary>
    public string? Code { get; init; }

    /// <summary>Its name in Spanish; null where it has none.</summary>
    public string? NameEs { get; init; }
}

/// <summary>A station of a classroom.</summary>
public sealed record StationRecord(
    StationKey Key, string Id, string Name, int Number, StationKind Kind, int Capacity, int Adults, string? Materials, bool Ended);

/// <summary>One classroom as it stands in Records at a revision: an immutable snapshot for joining outside ids and names to keys.</summary>
public sealed class ClassroomRecord
{
    private readonly FrozenDictionary<string, StudentRecord> studentsById;
    private readonly FrozenDictionary<string, StudentRecord>.AlternateLookup<ReadOnlySpan<char>> studentsBySpan;
    private readonly FrozenDictionary<int, StudentRecord> studentsByKey;
    private readonly FrozenDictionary<string, SkillRecord> skillsById;
    private readonly FrozenDictionary<string, SkillRecord>.AlternateLookup<ReadOnlySpan<char>> skillsBySpan;
    private readonly FrozenDictionary<int, SkillRecord> skillsByKey;
    private readonly FrozenDictionary<string, StationRecord> stationsById;
    private readonly FrozenDictionary<int, StationRecord> stationsByKey;

    /// <summary>A snapshot of these parts, in their order.</summary>
    public ClassroomRecord(
        ImmutableArray<StudentRecord> students, ImmutableArray<SkillRecord> skills, ImmutableArray<StationRecord> stations)
    {
        Students = students;
        Skills = skills;
        Stations = stations;
        studentsById = students.ToFrozenDictionary(student => student.Id, StringComparer.Ordinal);
        studentsBySpan = studentsById.GetAlternateLookup<ReadOnlySpan<char>>();
        studentsByKey = students.ToFrozenDictionary(student => student.Key.Value);
        skillsById = skills.ToFrozenDictionary(skill => skill.Id, StringComparer.Ordinal);
        skillsBySpan = skillsById.GetAlternateLookup<ReadOnlySpan<char>>();
        skillsByKey = skills.ToFrozenDictionary(skill => skill.Key.Value);
        stationsById = stations.ToFrozenDictionary(station => station.Id, StringComparer.Ordinal);
        stationsByKey = stations.ToFrozenDictionary(station => station.Key.Value);
    }

    /// <summary>Its key.</summary>
    public required ClassroomKey Key { get; init; }

    /// <summary>Its school.</summary>
    public required SchoolKey School { get; init; }

    /// <summary>Its school's outside id.</summary>
    public required string SchoolId { get; init; }

    /// <summary>Its outside id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its partition, 0 to 63.</summary>
    public required int Partition { get; init; }

    /// <summary>Grows with each change of what is read here; the ETag of the classroom as a record.</summary>
    public required long Revision { get; init; }

    /// <summary>True when it is over.</summary>
    public required bool Ended { get; init; }

    /// <summary>The source of its records outbox.</summary>
    public required SourceKey RecordsSource { get; init; }

    /// <summary>The source of what is released from its quarantine.</summary>
    public required SourceKey ReleaseSource { get; init; }

    /// <summary>Everybody ever on the roster, in its order; those who left are ended and come last.</summary>
    public ImmutableArray<StudentRecord> Students { get; }

    /// <summary>The skills that it uses, in order.</summary>
    public ImmutableArray<SkillRecord> Skills { get; }

    /// <summary>Its stations in order of their numbers; those that were taken away are ended and come last.</summary>
    public ImmutableArray<StationRecord> Stations { get; }

    /// <summary>The student with an id; null where it was never on the roster.</summary>
    public StudentRecord? Student(ReadOnlySpan<char> id) => studentsBySpan.TryGetValue(id, out var student) ? student : null;

    /// <summary>The same for an id in UTF-8.</summary>
    public StudentRecord? StudentByUtf8(ReadOnlySpan<byte> id)
    {
        Span<char> characters = stackalloc char[RecordId.MaxLength];
        return Utf8Id.TryWiden(id, characters, out var length) ? Student(characters[..length]) : null;
    }

    /// <summary>The student with a key, ended or not.</summary>
    public StudentRecord? Student(StudentKey key) => studentsByKey.GetValueOrDefault(key.Value);

    /// <summary>The skill with an id, where it is on the classroom's list.</summary>
    public SkillRecord? Skill(ReadOnlySpan<char> id) => skillsBySpan.TryGetValue(id, out var skill) ? skill : null;

    /// <summary>The same for an id in UTF-8.</summary>
    public SkillRecord? SkillByUtf8(ReadOnlySpan<byte> id)
    {
        Span<char> characters = stackalloc char[RecordId.MaxLength];
        return Utf8Id.TryWiden(id, characters, out var length) ? Skill(characters[..length]) : null;
    }

    /// <summary>The skill with a key, where it is on the classroom's list. For any skill of the school ask <see cref="SkillDirectory"/>.</summary>
    public SkillRecord? Skill(SkillKey key) => skillsByKey.GetValueOrDefault(key.Value);

    /// <summary>The station with an id, ended or not.</summary>
    public StationRecord? Station(string id) => stationsById.GetValueOrDefault(id);

    /// <summary>The station with a key, ended or not.</summary>
    public StationRecord? Station(StationKey key) => stationsByKey.GetValueOrDefault(key.Value);
}
