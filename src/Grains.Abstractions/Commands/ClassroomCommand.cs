using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Commands;

/// <summary>Who sends a command.</summary>
public enum ActorKind : byte
{
    /// <summary>The owner's clock.</summary>
    Clock = 1,
    /// <summary>The web itself (a join).</summary>
    Web = 2,
    /// <summary>A student, for itself.</summary>
    Student = 3,
    /// <summary>An adult who is signed in.</summary>
    Adult = 4,
    /// <summary>An API key.</summary>
    Key = 5,
}

/// <summary>Who sends a command: a kind, and a student's or an adult's key (0 for the clock and the web).</summary>
public readonly record struct Actor(ActorKind Kind, int Key)
{
    /// <summary>The owner's clock.</summary>
    public static Actor Clock => new(ActorKind.Clock, 0);
}

/// <summary>A command as it stands in the log.</summary>
/// <param name="Key">Its identity: a repeat gets the first outcome.</param>
/// <param name="By">Who sent it.</param>
/// <param name="IfVersion">The board that the sender saw; 0 where it does not matter.</param>
/// <param name="AgeMs">How long before receipt it was given, in milliseconds, as in evidence; 0 where unknown.</param>
/// <param name="Command">What is asked.</param>
public sealed record CommandEntry(CommandKey Key, Actor By, long IfVersion, long AgeMs, ClassroomCommand Command);

/// <summary>What is asked of a classroom: imperative, keys only.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(StartLesson), "startLesson")]
[JsonDerivedType(typeof(JoinLesson), "joinLesson")]
[JsonDerivedType(typeof(MarkPresence), "markPresence")]
[JsonDerivedType(typeof(MoveToStation), "moveToStation")]
[JsonDerivedType(typeof(RaiseHand), "raiseHand")]
[JsonDerivedType(typeof(LowerHand), "lowerHand")]
[JsonDerivedType(typeof(Visit), "visit")]
[JsonDerivedType(typeof(Claim), "claim")]
[JsonDerivedType(typeof(ReleaseClaim), "releaseClaim")]
[JsonDerivedType(typeof(NotNow), "notNow")]
[JsonDerivedType(typeof(Observe), "observe")]
[JsonDerivedType(typeof(OverrideNextStep), "overrideNextStep")]
[JsonDerivedType(typeof(EyesUp), "eyesUp")]
[JsonDerivedType(typeof(BackToWork), "backToWork")]
[JsonDerivedType(typeof(SetPolicy), "setPolicy")]
[JsonDerivedType(typeof(SetGoal), "setGoal")]
[JsonDerivedType(typeof(ChooseNextStep), "chooseNextStep")]
[JsonDerivedType(typeof(AskForCheck), "askForCheck")]
[JsonDerivedType(typeof(StartCheck), "startCheck")]
[JsonDerivedType(typeof(StartBreak), "startBreak")]
[JsonDerivedType(typeof(EndBreak), "endBreak")]
[JsonDerivedType(typeof(PaperDone), "paperDone")]
[JsonDerivedType(typeof(AdmitStudent), "admitStudent")]
[JsonDerivedType(typeof(AddNote), "addNote")]
[JsonDerivedType(typeof(Undo), "undo")]
[JsonDerivedType(typeof(EndLesson), "endLesson")]
[JsonDerivedType(typeof(ReopenLesson), "reopenLesson")]
[JsonDerivedType(typeof(EndLessonDue), "endLessonDue")]
[JsonDerivedType(typeof(NoticeIdle), "noticeIdle")]
[JsonDerivedType(typeof(AdoptRules), "adoptRules")]
[JsonDerivedType(typeof(Unpark), "unpark")]
[JsonDerivedType(typeof(SwapStudents), "swapStudents")]
[JsonDerivedType(typeof(MoveAnswers), "moveAnswers")]
public abstract record ClassroomCommand;

// In the order of a lesson.

/// <summary>Starts a lesson.</summary>
/// <param name="Targets">Skills that it is for; all of them must be on the classroom's list.</param>
/// <param name="PlannedEnd">When it ends; none: 60 minutes without evidence or command.</param>
/// <param name="Block">The block it starts with.</param>
public sealed record StartLesson(ImmutableArray<SkillKey> Targets, Instant PlannedEnd, LessonBlockKind Block) : ClassroomCommand;

/// <summary>A student takes its place: the web's own command when a device joins.</summary>
public sealed record JoinLesson(StudentKey Student) : ClassroomCommand;

/// <summary>Says whether a student is here.</summary>
public sealed record MarkPresence(StudentKey Student, Presence Presence) : ClassroomCommand;

/// <summary>Seats a student at a station.</summary>
public sealed record MoveToStation(StudentKey Student, StationKey Station) : ClassroomCommand;

/// <summary>A student asks for help.</summary>
/// <param name="Student">Who.</param>
/// <param name="About">What about, as a text in Records; none where there is none.</param>
/// <param name="Topic">What about; null where not said. For a hand that is up it is said later.</param>
public sealed record RaiseHand(StudentKey Student, TextKey About, HandTopic? Topic = null) : ClassroomCommand;

/// <summary>Takes a raised hand back.</summary>
public sealed record LowerHand(StudentKey Student) : ClassroomCommand;

/// <summary>A stretch of an adult's visit to a student.</summary>
public enum VisitPhase : byte
{
    /// <summary>Begun and ended at once.</summary>
    Both,
    /// <summary>Begins.</summary>
    Begin,
    /// <summary>Ends.</summary>
    End,
}

/// <summary>An adult is with a student. Lowers the hand.</summary>
public sealed record Visit(StudentKey Student, VisitPhase Phase) : ClassroomCommand;

/// <summary>"I am going."</summary>
public sealed record Claim(StudentKey Student) : ClassroomCommand;

/// <summary>"I am not going after all."</summary>
public sealed record ReleaseClaim(StudentKey Student) : ClassroomCommand;

/// <summary>Hides a student's reason from the list for some minutes.</summary>
public sealed record NotNow(StudentKey Student, HelpReason Reason, int Minutes) : ClassroomCommand;

/// <summary>An adult saw the skill: one attempt of kind observed.</summary>
public sealed record Observe(StudentKey Student, SkillKey Skill, bool GotIt, ItemKey Item, TextKey Text) : ClassroomCommand;

/// <summary>Pins a student's next step.</summary>
public sealed record OverrideNextStep(StudentKey Student, SkillKey Skill, ItemKey Item, Instant Until) : ClassroomCommand;

/// <summary>All student pages wait.</summary>
public sealed record EyesUp : ClassroomCommand;

/// <summary>They go on.</summary>
public sealed record BackToWork : ClassroomCommand;

/// <summary>Changes thresholds: the whole policy as it shall be.</summary>
public sealed record SetPolicy(ClassroomPolicy Policy) : ClassroomCommand;

/// <summary>Ends the lesson.</summary>
public sealed record EndLesson : ClassroomCommand;

/// <summary>Opens the last lesson again, within 10 minutes of its end.</summary>
public sealed record ReopenLesson : ClassroomCommand;

// Of the owner's clock: each names what it expects and does nothing unless that is still so.

/// <summary>The lesson's end is due.</summary>
public sealed record EndLessonDue(LessonKey Lesson, Instant Due) : ClassroomCommand;

/// <summary>A student has not answered since <paramref name="LastAnswer"/>.</summary>
public sealed record NoticeIdle(LessonKey Lesson, StudentKey Student, Instant LastAnswer, Instant Due) : ClassroomCommand;

/// <summary>A classroom's rules move to a newer version.</summary>
public sealed record AdoptRules(int RulesVersion) : ClassroomCommand;

/// <summary>A parked classroom takes turns again, from where it stopped. A person asks for it.</summary>
public sealed record Unpark : ClassroomCommand;
