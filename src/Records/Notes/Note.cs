using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;

namespace LiveClass.Records.Notes;

/// <summary>A note about a student, a skill, both, or (neither) a lesson.</summary>
/// <param name="Partition">The partition of its classroom.</param>
/// <param name="Position">The position of its entry: its number.</param>
/// <param name="Classroom">Where it was written.</param>
/// <param name="Student">About whom; none where about nobody.</param>
/// <param name="Skill">About which skill; none where about none.</param>
/// <param name="Text">What it says.</param>
/// <param name="VisibleTo">Who may read it.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
public sealed record Note(
    int Partition, long Position, ClassroomKey Classroom, StudentKey Student, SkillKey Skill, TextKey Text, NoteReaders VisibleTo, Actor By, Instant At);
