using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Grains.Abstractions.Contracts;

/// <summary>What a turn knows besides the entry itself.</summary>
/// <param name="Position">The entry's position in the log; the seed of any choice.</param>
/// <param name="Received">The entry's receipt time; the only clock of a turn.</param>
/// <param name="By">Who sent the entry.</param>
/// <param name="At">When it was given, by the sender's clock as corrected by the log's.</param>
public readonly record struct Turn(long Position, Instant Received, Actor By, Instant At);

/// <summary>A class section with its students and stations: the aggregate. One turn at a time.</summary>
public interface IClassroomGrain
{
    /// <summary>Takes over roster, skills and stations.</summary>
    Outcome Configure(in Turn turn, long sequence, ClassroomConfigured configuration);

    /// <summary>Takes over items.</summary>
    Outcome ConfigureItems(in Turn turn, long sequence, ItemsConfigured items);

    /// <summary>Starts a lesson.</summary>
    Outcome StartLesson(in Turn turn, StartLesson command);

    /// <summary>Ends the lesson.</summary>
    Outcome EndLesson(in Turn turn, EndLesson command);

    /// <summary>The lesson's end is due.</summary>
    Outcome EndLessonDue(in Turn turn, EndLessonDue command);

    /// <summary>Moves to newer rules.</summary>
    Outcome AdoptRules(in Turn turn, AdoptRules command);

    /// <summary>Opens the last lesson again.</summary>
    Outcome ReopenLesson(in Turn turn, ReopenLesson command);

    /// <summary>All student pages wait.</summary>
    Outcome EyesUp(in Turn turn, EyesUp command);

    /// <summary>They go on.</summary>
    Outcome BackToWork(in Turn turn, BackToWork command);

    /// <summary>Changes thresholds.</summary>
    Outcome SetPolicy(in Turn turn, SetPolicy command);

    /// <summary>Asks students to show a skill.</summary>
    Outcome StartCheck(in Turn turn, StartCheck command);

    /// <summary>Notes something.</summary>
    Outcome AddNote(in Turn turn, AddNote command);

    /// <summary>Takes a command back.</summary>
    Outcome Undo(in Turn turn, Undo command);

    /// <summary>Gives two students back what was done under the other's name.</summary>
    Outcome SwapStudents(in Turn turn, SwapStudents command);

    /// <summary>Takes over what a swap makes of answers that were counted before it.</summary>
    Outcome MoveAnswers(in Turn turn, MoveAnswers command);
}

/// <summary>A student in a classroom.</summary>
public interface IStudentGrain
{
    /// <summary>Counts an answer.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="evidence">The answer.</param>
    /// <param name="original">The position it was released from; 0 where it came by itself.</param>
    Outcome Answer(in Turn turn, in Evidence evidence, long original);

    /// <summary>Takes its place in the lesson.</summary>
    Outcome Join(in Turn turn, JoinLesson command);

    /// <summary>Is said to be here, absent, gone.</summary>
    Outcome MarkPresence(in Turn turn, MarkPresence command);

    /// <summary>Asks for help.</summary>
    Outcome RaiseHand(in Turn turn, RaiseHand command);

    /// <summary>Takes the question back.</summary>
    Outcome LowerHand(in Turn turn, LowerHand command);

    /// <summary>An adult comes, goes, or was there.</summary>
    Outcome Visit(in Turn turn, Visit command);

    /// <summary>An adult is on the way.</summary>
    Outcome Claim(in Turn turn, Claim command);

    /// <summary>An adult is not coming after all.</summary>
    Outcome ReleaseClaim(in Turn turn, ReleaseClaim command);

    /// <summary>A reason is put off.</summary>
    Outcome NotNow(in Turn turn, NotNow command);

    /// <summary>An adult saw a skill.</summary>
    Outcome Observe(in Turn turn, Observe command);

    /// <summary>The teacher chooses the next step.</summary>
    Outcome OverrideNextStep(in Turn turn, OverrideNextStep command);

    /// <summary>No answer for a while.</summary>
    Outcome NoticeIdle(in Turn turn, NoticeIdle command);

    /// <summary>Is let into the lesson.</summary>
    Outcome Admit(in Turn turn, AdmitStudent command);

    /// <summary>Sets itself a goal.</summary>
    Outcome SetGoal(in Turn turn, SetGoal command);

    /// <summary>Takes one of two steps.</summary>
    Outcome ChooseNextStep(in Turn turn, ChooseNextStep command);

    /// <summary>Feels ready to show a skill.</summary>
    Outcome AskForCheck(in Turn turn, AskForCheck command);

    /// <summary>Pauses.</summary>
    Outcome StartBreak(in Turn turn, StartBreak command);

    /// <summary>Is back.</summary>
    Outcome EndBreak(in Turn turn, EndBreak command);

    /// <summary>Has done what was to be done on paper.</summary>
    Outcome PaperDone(in Turn turn, PaperDone command);
}

/// <summary>A station of a classroom: a place with one kind of work.</summary>
public interface IStationGrain
{
    /// <summary>Seats a student, if there is room.</summary>
    Outcome Seat(in Turn turn, MoveToStation command);
}
