using System.Collections.Immutable;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Events;

// Of a student's own way through a lesson, in the order in which it may happen.

/// <summary>A student set a goal, so many items; 0: it was taken back.</summary>
public sealed record GoalSet(StudentKey Student, int By, Instant At) : ClassroomEvent;

/// <summary>A student took one of the two steps that were offered.</summary>
public sealed record NextStepTaken(StudentKey Student, SkillKey Skill, Instant At) : ClassroomEvent;

/// <summary>A student is asked to show a skill, with so many items.</summary>
public sealed record CheckOpened(StudentKey Student, SkillKey Skill, EvidenceKind Kind, int Items, Actor By, Instant At) : ClassroomEvent;

/// <summary>A student pauses, until then (none: open).</summary>
public sealed record BreakBegan(StudentKey Student, Instant Until, Instant At) : ClassroomEvent;

/// <summary>Work on paper is done: on a skill, or (no skill) at a station.</summary>
public sealed record PaperFinished(StudentKey Student, SkillKey Skill, StationKey Station, Instant At) : ClassroomEvent;

/// <summary>Somebody noted something; the entry's position is the note's number.</summary>
public sealed record NoteAdded(StudentKey Student, SkillKey Skill, TextKey Text, NoteReaders VisibleTo, Actor By, Instant At) : ClassroomEvent;

/// <summary>The note of that number was taken back.</summary>
public sealed record NoteWithdrawn(long Note, Instant At) : ClassroomEvent;

/// <summary>Parts of what a classroom knows of a student: what a command touches, and what taking it back restores.</summary>
[Flags]
public enum StudentParts
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Presence.</summary>
    Presence = 1,
    /// <summary>The seat.</summary>
    Seat = 2,
    /// <summary>The hand.</summary>
    Hand = 4,
    /// <summary>Visit and claim.</summary>
    Visit = 8,
    /// <summary>Whether an adult has seen the student in this lesson.</summary>
    Seen = 16,
    /// <summary>The reason that is put off.</summary>
    PutOff = 32,
    /// <summary>The teacher's pin.</summary>
    Pin = 64,
    /// <summary>One skill's estimate.</summary>
    Estimate = 128,
    /// <summary>The goal.</summary>
    Goal = 256,
    /// <summary>The step that the student chose.</summary>
    Choice = 512,
    /// <summary>The check.</summary>
    Check = 1024,
    /// <summary>What is done on paper.</summary>
    Paper = 2048,
}

/// <summary>
/// What this entry's command is about to change can be taken back by its sender until then, unless something newer stands on it. Comes
/// before what it changes. Without students it is about the lesson (eyes up, back to work, a note, a swap, which then stands in it).
/// </summary>
public sealed record UndoOffered(
    ImmutableArray<StudentKey> Students, StudentParts Parts, SkillKey Skill, Actor By, Instant Until, StudentsSwapped? Swap = null) : ClassroomEvent;

/// <summary>What an estimate would be without the observation that can still be taken back.</summary>
public sealed record EstimateWithout(StudentKey Student, SkillKey Skill, MasteryEstimate Estimate) : ClassroomEvent;

/// <summary>The command of the entry at a position was taken back: its parts are as they were before it.</summary>
public sealed record CommandUndone(long Decision, Actor By, Instant At) : ClassroomEvent;
