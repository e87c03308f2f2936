namespace LiveClass.Grains.Abstractions.Commands;

/// <summary>Whom a command is about.</summary>
public static class CommandSubject
{
    /// <summary>The student that a command is about; none where it is about the lesson or the class.</summary>
    public static StudentKey Of(ClassroomCommand command) => command switch
    {
        JoinLesson c => c.Student,
        MarkPresence c => c.Student,
        MoveToStation c => c.Student,
        RaiseHand c => c.Student,
        LowerHand c => c.Student,
        Visit c => c.Student,
        Claim c => c.Student,
        ReleaseClaim c => c.Student,
        NotNow c => c.Student,
        Observe c => c.Student,
        OverrideNextStep c => c.Student,
        NoticeIdle c => c.Student,
        SetGoal c => c.Student,
        ChooseNextStep c => c.Student,
        AskForCheck c => c.Student,
        StartBreak c => c.Student,
        EndBreak c => c.Student,
        PaperDone c => c.Student,
        AdmitStudent c => c.Student,
        _ => default,
    };

    /// <summary>True for what a student may send, for itself only.</summary>
    public static bool IsStudentsOwn(ClassroomCommand command) =>
        command is RaiseHand or LowerHand or SetGoal or ChooseNextStep or AskForCheck or StartBreak or EndBreak or PaperDone;
}
