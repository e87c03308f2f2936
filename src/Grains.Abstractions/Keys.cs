namespace LiveClass.Grains.Abstractions;

// Log, journal, checkpoints and the live plane carry these numbers and nothing else of a person.
// Zero is never a key: a default value means "none". Names and outside ids live in Records.

/// <summary>A school.</summary>
public readonly record struct SchoolKey(int Value);

/// <summary>A classroom: a class section with its students and teachers.</summary>
public readonly record struct ClassroomKey(int Value);

/// <summary>A student of a school.</summary>
public readonly record struct StudentKey(int Value);

/// <summary>A skill of a school's progression.</summary>
public readonly record struct SkillKey(int Value);

/// <summary>An item (one question or task) of a school.</summary>
public readonly record struct ItemKey(int Value);

/// <summary>A station of a classroom.</summary>
public readonly record struct StationKey(int Value);

/// <summary>A named reason for a predictable wrong answer.</summary>
public readonly record struct MisconceptionKey(int Value);

/// <summary>An adult: teacher, coach, admin, or the person behind an API key.</summary>
public readonly record struct AdultKey(int Value);

/// <summary>A piece of free text kept in Records (an answer's response, a note, a reason).</summary>
public readonly record struct TextKey(long Value);

/// <summary>One outbox that sends evidence to one classroom with its own gapless counter.</summary>
public readonly record struct SourceKey(int Value);

/// <summary>A lesson: the log position of the entry that started it, unique within its partition.</summary>
public readonly record struct LessonKey(long Value);

/// <summary>A command: the first 128 bits of SHA-256 of the id that its sender gave, so that no sender's text enters the log.</summary>
public readonly record struct CommandKey(UInt128 Value);
