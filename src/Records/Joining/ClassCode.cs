using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Joining;

/// <summary>The codes of one lesson.</summary>
/// <param name="Classroom">The classroom.</param>
/// <param name="Lesson">The lesson; the codes die with it.</param>
/// <param name="Typed">A word and two digits, such as KITE-27: leads to the lobby.</param>
/// <param name="Link">64 random bits for links and QR codes: nobody guesses it, so that it needs no lobby.</param>
public sealed record ClassCode(ClassroomKey Classroom, LessonKey Lesson, string Typed, string Link);

/// <summary>A code that was found.</summary>
/// <param name="Code">The lesson's codes.</param>
/// <param name="ByLink">True where it was the link's code.</param>
public readonly record struct FoundCode(ClassCode Code, bool ByLink);
