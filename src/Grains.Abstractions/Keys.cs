using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Grains.Abstractions;

// Log, journal, checkpoints and the live plane carry these numbers and nothing else of a person.
// Zero is never a key: a default value means "none". Names and outside ids live in Records.

/// <summary>A school.</summary>
[JsonConverter(typeof(KeyJson<SchoolKey>))]
public readonly record struct SchoolKey(int Value) : INumberKey<SchoolKey>
{
    long INumberKey<SchoolKey>.Number => Value;

    static SchoolKey INumberKey<SchoolKey>.OfNumber(long number) => new(checked((int)number));
}

/// <summary>A classroom: a class section with its students and teachers.</summary>
[JsonConverter(typeof(KeyJson<ClassroomKey>))]
public readonly record struct ClassroomKey(int Value) : INumberKey<ClassroomKey>
{
    long INumberKey<ClassroomKey>.Number => Value;

    static ClassroomKey INumberKey<ClassroomKey>.OfNumber(long number) => new(checked((int)number));
}

/// <summary>A student of a school.</summary>
[JsonConverter(typeof(KeyJson<StudentKey>))]
public readonly record struct StudentKey(int Value) : INumberKey<StudentKey>
{
    long INumberKey<StudentKey>.Number => Value;

    static StudentKey INumberKey<StudentKey>.OfNumber(long number) => new(checked((int)number));
}

/// <summary>A skill of a school's progression.</summary>
[JsonConverter(typeof(KeyJson<SkillKey>))]
public readonly record struct SkillKey(int Value) : INumberKey<SkillKey>
{
    long INumberKey<SkillKey>.Number => Value;

    static SkillKey INumberKey<SkillKey>.OfNumber(long number) => new(checked((int)number));
}

/// <summary>An item (one question or task) of a school.</summary>
[JsonConverter(typeof(KeyJson<ItemKey>))]
public readonly record struct ItemKey(int Value) : INumberKey<ItemKey>
{
    long INumberKey<ItemKey>.Number => Value;

    static ItemKey INumberKey<ItemKey>.OfNumber(long number) => new(checked((int)number));
}

/// <summary>A station of a classroom.</summary>
[JsonConverter(typeof(KeyJson<StationKey>))]
public readonly record struct StationKey(int Value) : INumberKey<StationKey>
{
    long INumberKey<StationKey>.Number => Value;

    static StationKey INumberKey<StationKey>.OfNumber(long number) => new(checked((int)number));
}

/// <summary>A named reason for a predictable wrong answer.</summary>
[JsonConverter(typeof(KeyJson<MisconceptionKey>))]
public readonly record struct MisconceptionKey(int Value) : INumberKey<MisconceptionKey>
{
    long INumberKey<MisconceptionKey>.Number => Value;

    static MisconceptionKey INumberKey<MisconceptionKey>.OfNumber(long number) => new(checked((int)number));
}

/// <summary>An adult: teacher, coach, admin, or the person behind an API key.</summary>
[JsonConverter(typeof(KeyJson<AdultKey>))]
public readonly record struct AdultKey(int Value) : INumberKey<AdultKey>
{
    long INumberKey<AdultKey>.Number => Value;

    static AdultKey INumberKey<AdultKey>.OfNumber(long number) => new(checked((int)number));
}

/// <summary>A piece of free text kept in Records (an answer's response, a note, a reason).</summary>
[JsonConverter(typeof(KeyJson<TextKey>))]
public readonly record struct TextKey(long Value) : INumberKey<TextKey>
{
    long INumberKey<TextKey>.Number => Value;

    static TextKey INumberKey<TextKey>.OfNumber(long number) => new(number);
}

/// <summary>One outbox that sends evidence to one classroom with its own gapless counter.</summary>
[JsonConverter(typeof(KeyJson<SourceKey>))]
public readonly record struct SourceKey(int Value) : INumberKey<SourceKey>
{
    long INumberKey<SourceKey>.Number => Value;

    static SourceKey INumberKey<SourceKey>.OfNumber(long number) => new(checked((int)number));
}

/// <summary>A lesson: the log position of the entry that started it, unique within its partition.</summary>
[JsonConverter(typeof(KeyJson<LessonKey>))]
public readonly record struct LessonKey(long Value) : INumberKey<LessonKey>
{
    long INumberKey<LessonKey>.Number => Value;

    static LessonKey INumberKey<LessonKey>.OfNumber(long number) => new(number);
}

/// <summary>A command: the first 128 bits of SHA-256 of the id that its sender gave, so that no sender's text enters the log.</summary>
[JsonConverter(typeof(CommandKeyJson))]
public readonly record struct CommandKey(UInt128 Value);
