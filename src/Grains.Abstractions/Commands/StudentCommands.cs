using System.Collections.Immutable;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Commands;

// What concerns a student's own way through a lesson; most of them the student may send for itself.

/// <summary>A student's goal for the lesson.</summary>
/// <param name="Student">Who.</param>
/// <param name="By">How many items; 0 takes the goal back.</param>
public sealed record SetGoal(StudentKey Student, int By) : ClassroomCommand
{
    /// <summary>The largest goal.</summary>
    public const int Most = 100;
}

/// <summary>Takes one of the two steps that were offered.</summary>
public sealed record ChooseNextStep(StudentKey Student, SkillKey Choice) : ClassroomCommand;

/// <summary>A student feels ready: the next step becomes a check of that skill.</summary>
public sealed record AskForCheck(StudentKey Student, SkillKey Skill) : ClassroomCommand;

/// <summary>The next step of these students becomes a check of that skill.</summary>
/// <param name="Students">Who: one or more.</param>
/// <param name="Skill">What is checked.</param>
/// <param name="Kind">Formative, interim or summative: items of this kind come first.</param>
public sealed record StartCheck(ImmutableArray<StudentKey> Students, SkillKey Skill, EvidenceKind Kind) : ClassroomCommand;

/// <summary>A student pauses.</summary>
/// <param name="Student">Who.</param>
/// <param name="Until">Until when; none where open.</param>
public sealed record StartBreak(StudentKey Student, Instant Until) : ClassroomCommand;

/// <summary>The student is back.</summary>
public sealed record EndBreak(StudentKey Student) : ClassroomCommand;

/// <summary>What was to be done on paper is done.</summary>
public sealed record PaperDone(StudentKey Student) : ClassroomCommand;

/// <summary>An adult lets a student into the lesson.</summary>
public sealed record AdmitStudent(StudentKey Student) : ClassroomCommand;

/// <summary>Who may read a note.</summary>
public enum NoteReaders : byte
{
    /// <summary>Whoever wrote it.</summary>
    Me,
    /// <summary>The class's teachers.</summary>
    Teachers,
    /// <summary>The class's teachers and coaches.</summary>
    Adults,
}

/// <summary>Notes something about a student, a skill, both, or (neither) the lesson.</summary>
/// <param name="Student">About whom; none where about nobody.</param>
/// <param name="Skill">About which skill; none where about none.</param>
/// <param name="Text">The text in Records.</param>
/// <param name="VisibleTo">Who may read it.</param>
public sealed record AddNote(StudentKey Student, SkillKey Skill, TextKey Text, NoteReaders VisibleTo) : ClassroomCommand;

/// <summary>Takes back the sender's own command within its time.</summary>
/// <param name="Decision">The position of the entry that carried it: the <c>decision</c> of its outcome.</param>
public sealed record Undo(long Decision) : ClassroomCommand;
