using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Contracts;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Silo.Turns;

/// <summary>The turn of a command: a repeat gets the first outcome; else it goes to its grain and its outcome is kept for the lesson.</summary>
internal static class CommandTurn
{
    /// <summary>Runs it.</summary>
    public static Outcome Run(ClassroomGrains grains, TurnDesk desk, long position, Instant received, CommandEntry entry)
    {
        if (grains.State.Settled.TryGetValue(entry.Key, out var settled)) return settled.Outcome;
        var at = Evidence.Given(received, entry.AgeMs);
        var turn = new Turn(position, received, entry.By, at);
        var outcome = entry.By.Kind == ActorKind.Student && !IsOwn(entry) ? Outcome.Refused(RefusalCode.NotAllowed, position)
            : ChangedSince(grains.State, entry) ? Outcome.Refused(RefusalCode.ChangedSince, position)
            : Dispatch(grains, turn, entry.Command);
        if (entry.By.Kind != ActorKind.Clock)
            desk.Record(new CommandSettled(entry.Key, entry.By, outcome.Kind, outcome.Code, outcome.Figure));
        return outcome;
    }

    private static Outcome Dispatch(ClassroomGrains grains, in Turn turn, ClassroomCommand command) => command switch
    {
        StartLesson c => grains.Classroom.StartLesson(turn, c),
        JoinLesson c => grains.Student(c.Student).Join(turn, c),
        MarkPresence c => grains.Student(c.Student).MarkPresence(turn, c),
        MoveToStation c => grains.Station(c.Station).Seat(turn, c),
        RaiseHand c => grains.Student(c.Student).RaiseHand(turn, c),
        LowerHand c => grains.Student(c.Student).LowerHand(turn, c),
        Visit c => grains.Student(c.Student).Visit(turn, c),
        Claim c => grains.Student(c.Student).Claim(turn, c),
        ReleaseClaim c => grains.Student(c.Student).ReleaseClaim(turn, c),
        NotNow c => grains.Student(c.Student).NotNow(turn, c),
        Observe c => grains.Student(c.Student).Observe(turn, c),
        OverrideNextStep c => grains.Student(c.Student).OverrideNextStep(turn, c),
        AdmitStudent c => grains.Student(c.Student).Admit(turn, c),
        SetGoal c => grains.Student(c.Student).SetGoal(turn, c),
        ChooseNextStep c => grains.Student(c.Student).ChooseNextStep(turn, c),
        AskForCheck c => grains.Student(c.Student).AskForCheck(turn, c),
        StartBreak c => grains.Student(c.Student).StartBreak(turn, c),
        EndBreak c => grains.Student(c.Student).EndBreak(turn, c),
        PaperDone c => grains.Student(c.Student).PaperDone(turn, c),
        StartCheck c => grains.Classroom.StartCheck(turn, c),
        AddNote c => grains.Classroom.AddNote(turn, c),
        Undo c => grains.Classroom.Undo(turn, c),
        SwapStudents c => grains.Classroom.SwapStudents(turn, c),
        MoveAnswers c => grains.Classroom.MoveAnswers(turn, c),
        EyesUp c => grains.Classroom.EyesUp(turn, c),
        BackToWork c => grains.Classroom.BackToWork(turn, c),
        SetPolicy c => grains.Classroom.SetPolicy(turn, c),
        EndLesson c => grains.Classroom.EndLesson(turn, c),
        ReopenLesson c => grains.Classroom.ReopenLesson(turn, c),
        EndLessonDue c => grains.Classroom.EndLessonDue(turn, c),
        NoticeIdle c => grains.Student(c.Student).NoticeIdle(turn, c),
        AdoptRules c => grains.Classroom.AdoptRules(turn, c),
        Unpark => Outcome.Accepted(turn.Position), // what it asks for was done by the partition before this turn
        _ => throw new FormatViolationException($"A command of type {command.GetType().Name} has no turn."),
    };

    // The edge has looked already; the log may hold what an older edge took.
    private static bool IsOwn(CommandEntry entry) =>
        CommandSubject.IsStudentsOwn(entry.Command) && CommandSubject.Of(entry.Command).Value == entry.By.Key;

    // What a command touches is its student, or else the lesson.
    private static bool ChangedSince(ClassroomState state, CommandEntry entry)
    {
        if (entry.IfVersion == 0) return false;
        return CommandSubject.Of(entry.Command) is { Value: not 0 } student
            ? state.Find(student) is { } known && known.TouchedAt > entry.IfVersion
            : state.LessonTouchedAt > entry.IfVersion;
    }
}
