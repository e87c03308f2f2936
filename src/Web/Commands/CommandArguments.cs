using System.Collections.Immutable;
using System.Text.Json;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Records.Plans;
using LiveClass.Web.Ingest;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Commands;

/// <summary>
/// The arguments of one command. Each is asked for by name; the first that is wrong is kept, and what comes back for it is never used.
/// </summary>
internal sealed class CommandArguments(JsonElement body, ClassroomRecord classroom, ItemDirectory items)
{
    /// <summary>The longest text.</summary>
    public const int MaxText = 500;

    /// <summary>The most students that one command names.</summary>
    public const int MostStudents = 200;

    /// <summary>What is wrong with the request; null where nothing is.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Why the classroom would refuse: it names what is not there.</summary>
    public RefusalCode Refusal { get; private set; }

    /// <summary>The text that came with it; null where none did.</summary>
    public string? Text { get; private set; }

    /// <summary>The classroom.</summary>
    public ClassroomRecord Classroom => classroom;

    /// <summary>The student who sends the command, and for whom it is where it names nobody; none for others.</summary>
    public StudentKey Self { get; init; }

    /// <summary>Finds a plan of a classroom by its number.</summary>
    public Func<ClassroomKey, int, PlanRecord?> FindPlan { get; init; } = (_, _) => null;

    /// <summary>The server's clock as the command came.</summary>
    public Instant Now { get; init; }

    /// <summary>The plan that the command names; null where it names none.</summary>
    public PlanRecord? PlanUsed { get; private set; }

    /// <summary>A plan of the classroom; null where left out.</summary>
    public PlanRecord? Plan(string name)
    {
        if (Id(name, required: false) is not { } id) return null;
        PlanUsed = FindPlan(classroom.Key, PlanRecord.NumberOf(id));
        return PlanUsed ?? Wrong<PlanRecord>(name, "is the id of a planned lesson of the classroom");
    }

    /// <summary>A student of the classroom.</summary>
    public StudentKey Student(string name = "student") =>
        Self.Value != 0 && !TryGet(name, out _) ? Self
        : Id(name, required: true) is { } id ? classroom.Student(id)?.Key ?? Refuse<StudentKey>(RefusalCode.UnknownStudent) : default;

    /// <summary>Students of the classroom: a list of at least one.</summary>
    public ImmutableArray<StudentKey> Students(string name = "students")
    {
        if (!TryGet(name, out var value) || value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is 0 or > MostStudents)
            return Wrong<ImmutableArray<StudentKey>>(name, $"is a list of 1 to {MostStudents} student ids");
        var students = ImmutableArray.CreateBuilder<StudentKey>();
        foreach (var element in value.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.String || !RecordId.IsValid(element.GetString()))
                return Wrong<ImmutableArray<StudentKey>>(name, $"is a list of 1 to {MostStudents} student ids");
            if (classroom.Student(element.GetString()) is not { } student) return Refuse<ImmutableArray<StudentKey>>(RefusalCode.UnknownStudent);
            if (!students.Contains(student.Key)) students.Add(student.Key);
        }

        return students.ToImmutable();
    }

    /// <summary>A skill of the classroom's list; none where it may be left out and is.</summary>
    public SkillKey Skill(string name = "skill", bool required = true) =>
        Id(name, required) is { } id ? classroom.Skill(id)?.Key ?? Refuse<SkillKey>(RefusalCode.UnknownSkill) : default;

    /// <summary>A station of the classroom.</summary>
    public StationKey Station(string name = "station") =>
        Id(name, required: true) is { } id
            ? classroom.Station(id) is { Ended: false } station ? station.Key : Refuse<StationKey>(RefusalCode.UnknownStation)
            : default;

    /// <summary>An item of the school; none where it is left out.</summary>
    public ItemKey Item(string name = "item") =>
        Id(name, required: false) is not { } id ? default
        : items.TryFind(classroom.School, id, out var item) ? item.Key
        : Refuse<ItemKey>(RefusalCode.UnknownItem);

    /// <summary>Skills of the classroom's list; empty where left out.</summary>
    public ImmutableArray<SkillKey> Skills(string name)
    {
        if (!TryGet(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array) return Wrong<ImmutableArray<SkillKey>>(name, "is a list of skill ids");
        var skills = ImmutableArray.CreateBuilder<SkillKey>();
        foreach (var element in value.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.String || !RecordId.IsValid(element.GetString()))
                return Wrong<ImmutableArray<SkillKey>>(name, "is a list of skill ids");
            if (classroom.Skill(element.GetString()) is not { } skill) return Refuse<ImmutableArray<SkillKey>>(RefusalCode.UnknownSkill);
            if (!skills.Contains(skill.Key)) skills.Add(skill.Key);
        }

        return skills.ToImmutable();
    }

    /// <summary>One of some words.</summary>
    public T Word<T>(string name, IReadOnlyDictionary<string, T> words, bool required, T otherwise)
    {
        if (!TryGet(name, out var value)) return required ? Wrong<T>(name, "is missing")! : otherwise;
        return value.ValueKind == JsonValueKind.String && words.TryGetValue(value.GetString()!, out var word)
            ? word
            : Wrong<T>(name, $"is one of {string.Join(", ", words.Keys)}")!;
    }

    /// <summary>A whole number in a range.</summary>
    public long Whole(string name, long least, long most, long? otherwise)
    {
        if (!TryGet(name, out var value)) return otherwise ?? Wrong<long>(name, "is missing");
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole) && whole >= least && whole <= most
            ? whole
            : Wrong<long>(name, $"is a whole number from {least} to {most}");
    }

    /// <summary>A time; none where left out.</summary>
    public Instant Time(string name)
    {
        if (!TryGet(name, out var value)) return default;
        return value.ValueKind == JsonValueKind.String && WireTime.TryParse(value.GetString(), out var at)
            ? at
            : Wrong<Instant>(name, "is an RFC 3339 time with its offset, such as 2026-11-22T09:00:00Z");
    }

    /// <summary>Keeps a text, where there is one.</summary>
    public void KeepText(string name)
    {
        if (!TryGet(name, out var value)) return;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= MaxText } text) Text = text.Length > 0 ? text : null;
        else Wrong<string>(name, $"is a text of at most {MaxText} characters");
    }

    /// <summary>An id that somebody chose; null where it is left out or wrong.</summary>
    public string? Id(string name, bool required)
    {
        if (!TryGet(name, out var value)) return required ? Wrong<string>(name, "is missing") : null;
        return value.ValueKind == JsonValueKind.String && RecordId.IsValid(value.GetString())
            ? value.GetString()
            : Wrong<string>(name, "is an id of 1 to 64 characters of A-Z a-z 0-9 . _ : -");
    }

    /// <summary>True where it is there and not null.</summary>
    public bool TryGet(string name, out JsonElement value) => body.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Keeps what is wrong with an argument.</summary>
    public T? Wrong<T>(string name, string what)
    {
        Problem ??= new Problem(ProblemCodes.BadArgument, $"The argument '{name}' {what}. Nothing was taken.");
        return default;
    }

    /// <summary>Keeps that this version cannot do what an argument asks for.</summary>
    public void Unavailable(string what) =>
        Problem ??= new Problem(ProblemCodes.CommandUnavailable, $"{what}: this version of the server cannot do it yet. Nothing was taken.");

    private T? Refuse<T>(RefusalCode code)
    {
        if (Refusal == RefusalCode.None) Refusal = code;
        return default;
    }
}
