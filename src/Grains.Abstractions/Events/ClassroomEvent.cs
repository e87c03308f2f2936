using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Grains.Abstractions.Events;

/// <summary>
/// What happened in a classroom: past tense, with its results, so that folding events never asks the rules again.
/// These are the rare ones, which stand in the journal as JSON; the frequent ones are in <c>AnswerEvents.cs</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RosterTaken), "rosterTaken")]
[JsonDerivedType(typeof(ItemsTaken), "itemsTaken")]
[JsonDerivedType(typeof(RulesAdopted), "rulesAdopted")]
[JsonDerivedType(typeof(PolicyChanged), "policyChanged")]
[JsonDerivedType(typeof(LessonStarted), "lessonStarted")]
[JsonDerivedType(typeof(PresenceChanged), "presenceChanged")]
[JsonDerivedType(typeof(SeatTaken), "seatTaken")]
[JsonDerivedType(typeof(HandRaised), "handRaised")]
[JsonDerivedType(typeof(HandLowered), "handLowered")]
[JsonDerivedType(typeof(Claimed), "claimed")]
[JsonDerivedType(typeof(ClaimReleased), "claimReleased")]
[JsonDerivedType(typeof(VisitBegan), "visitBegan")]
[JsonDerivedType(typeof(VisitEnded), "visitEnded")]
[JsonDerivedType(typeof(ReasonPutOff), "reasonPutOff")]
[JsonDerivedType(typeof(SkillObserved), "skillObserved")]
[JsonDerivedType(typeof(NextStepPinned), "nextStepPinned")]
[JsonDerivedType(typeof(EyesCalledUp), "eyesCalledUp")]
[JsonDerivedType(typeof(WorkResumed), "workResumed")]
[JsonDerivedType(typeof(LessonEnded), "lessonEnded")]
[JsonDerivedType(typeof(LessonReopened), "lessonReopened")]
[JsonDerivedType(typeof(IdleNoticed), "idleNoticed")]
[JsonDerivedType(typeof(CommandSettled), "commandSettled")]
[JsonDerivedType(typeof(GoalSet), "goalSet")]
[JsonDerivedType(typeof(NextStepTaken), "nextStepTaken")]
[JsonDerivedType(typeof(CheckOpened), "checkOpened")]
[JsonDerivedType(typeof(BreakBegan), "breakBegan")]
[JsonDerivedType(typeof(PaperFinished), "paperFinished")]
[JsonDerivedType(typeof(NoteAdded), "noteAdded")]
[JsonDerivedType(typeof(NoteWithdrawn), "noteWithdrawn")]
[JsonDerivedType(typeof(UndoOffered), "undoOffered")]
[JsonDerivedType(typeof(EstimateWithout), "estimateWithout")]
[JsonDerivedType(typeof(CommandUndone), "commandUndone")]
[JsonDerivedType(typeof(StudentsSwapped), "studentsSwapped")]
[JsonDerivedType(typeof(AnswersMoved), "answersMoved")]
public abstract record ClassroomEvent;

// In the order of a classroom's story.

/// <summary>Roster, skills and stations are as given, by the records' change of this number.</summary>
public sealed record RosterTaken(long Sequence, ClassroomConfigured Configuration) : ClassroomEvent;

/// <summary>Items are known, by the records' change of this number. An item keeps what a later change said.</summary>
public sealed record ItemsTaken(long Sequence, ItemsConfigured Items) : ClassroomEvent;

/// <summary>From here on the rules of this version hold.</summary>
public sealed record RulesAdopted(int RulesVersion) : ClassroomEvent;

/// <summary>The thresholds are these.</summary>
public sealed record PolicyChanged(ClassroomPolicy Policy) : ClassroomEvent;

/// <summary>A lesson started.</summary>
/// <param name="Lesson">The classroom's n-th.</param>
/// <param name="At">When.</param>
/// <param name="Targets">What it is for.</param>
/// <param name="Columns">The skills of the grid's columns, at most 12, fixed for the lesson.</param>
/// <param name="PlannedEnd">When it ends; none where open.</param>
/// <param name="Block">Its first block.</param>
/// <param name="ItemsKept">True where it is remembered who answered which items in this lesson; null in journals from before that was done.</param>
public sealed record LessonStarted(
    LessonKey Lesson, Instant At, ImmutableArray<SkillKey> Targets, ImmutableArray<SkillKey> Columns, Instant PlannedEnd, LessonBlockKind Block,
    bool? ItemsKept = null) : ClassroomEvent;

/// <summary>A student is here, away, gone.</summary>
public sealed record PresenceChanged(StudentKey Student, Presence Presence, Instant At) : ClassroomEvent;

/// <summary>A student sits at a station (none: at no station).</summary>
public sealed record SeatTaken(StudentKey Student, StationKey Station, Instant At) : ClassroomEvent;

/// <summary>A student asked for help, or said of a hand that is up what it is about: then <paramref name="At"/> is when it was raised.</summary>
/// <param name="Student">Who.</param>
/// <param name="About">A text in Records; none where there is none.</param>
/// <param name="At">Since when the hand is up.</param>
/// <param name="Topic">What it is about; null where nobody said, and in journals from before that was asked.</param>
public sealed record HandRaised(StudentKey Student, TextKey About, Instant At, HandTopic? Topic = null) : ClassroomEvent;

/// <summary>The question is answered or taken back.</summary>
public sealed record HandLowered(StudentKey Student, Instant At) : ClassroomEvent;

/// <summary>An adult is on the way.</summary>
public sealed record Claimed(StudentKey Student, AdultKey By, Instant At) : ClassroomEvent;

/// <summary>The adult is not coming after all.</summary>
public sealed record ClaimReleased(StudentKey Student, AdultKey By, Instant At) : ClassroomEvent;

/// <summary>An adult is with the student.</summary>
public sealed record VisitBegan(StudentKey Student, AdultKey By, Instant At) : ClassroomEvent;

/// <summary>The adult has left.</summary>
public sealed record VisitEnded(StudentKey Student, AdultKey By, Instant At) : ClassroomEvent;

/// <summary>A reason is hidden from the list until then.</summary>
public sealed record ReasonPutOff(StudentKey Student, AdultKey By, HelpReason Reason, Instant Until) : ClassroomEvent;

/// <summary>The owner's clock looked at a student for what fell due then. What came of it stands beside it.</summary>
public sealed record IdleNoticed(StudentKey Student, Instant Due) : ClassroomEvent;

/// <summary>An adult saw a skill; the estimate that moved stands beside it as an event of its own.</summary>
public sealed record SkillObserved(StudentKey Student, SkillKey Skill, bool GotIt, ItemKey Item, TextKey Text, AdultKey By, Instant At) : ClassroomEvent;

/// <summary>The teacher chose a next step (no skill: the pin is taken out).</summary>
public sealed record NextStepPinned(StudentKey Student, SkillKey Skill, ItemKey Item, Instant Until) : ClassroomEvent;

/// <summary>All student pages wait.</summary>
public sealed record EyesCalledUp(Instant At) : ClassroomEvent;

/// <summary>They go on.</summary>
public sealed record WorkResumed(Instant At) : ClassroomEvent;

/// <summary>Why a lesson ended.</summary>
public enum LessonEndCause : byte
{
    /// <summary>Somebody ended it.</summary>
    Ended,
    /// <summary>Its planned end came.</summary>
    PlannedEnd,
    /// <summary>Nothing came for a while.</summary>
    Quiet,
}

/// <summary>A lesson ended.</summary>
public sealed record LessonEnded(LessonKey Lesson, Instant At, LessonEndCause Cause) : ClassroomEvent;

/// <summary>The last lesson goes on.</summary>
public sealed record LessonReopened(LessonKey Lesson, Instant At) : ClassroomEvent;

/// <summary>A command has its outcome, which a repeat gets: for the lesson, and for a day at least.</summary>
public sealed record CommandSettled(CommandKey Command, Actor By, OutcomeKind Kind, RefusalCode Code, int Figure) : ClassroomEvent;
