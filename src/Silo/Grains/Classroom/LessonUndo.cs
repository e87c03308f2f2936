using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Events;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>A command about the lesson that its sender can still take back: eyes up, back to work, a note, a swap of names.</summary>
/// <param name="Position">The entry that carried it.</param>
/// <param name="By">Who sent it.</param>
/// <param name="Until">Until when.</param>
/// <param name="Eyes">How the eyes were before; null where it was something else.</param>
/// <param name="Swap">The swap; null where it was something else.</param>
public sealed record LessonUndo(long Position, Actor By, Instant Until, bool? Eyes = null, StudentsSwapped? Swap = null)
{
    /// <summary>So many are kept.</summary>
    public const int Most = 8;
}
