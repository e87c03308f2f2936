using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Web.Commands;

/// <summary>Why a classroom refused a command: the code on the wire and a sentence that says what to do.</summary>
internal static class RefusalWords
{
    private static readonly Dictionary<RefusalCode, (string Code, string Sentence)> Words = new()
    {
        [RefusalCode.NoLesson] = ("no-lesson", "No lesson is running. Start one first."),
        [RefusalCode.LessonRunning] = ("lesson-running", "A lesson is running already. End it first."),
        [RefusalCode.UnknownStudent] = ("unknown-student", "The student is not on the classroom's roster."),
        [RefusalCode.UnknownSkill] = ("unknown-skill", "The skill is not on the classroom's list."),
        [RefusalCode.UnknownStation] = ("unknown-station", "The station is not one of the classroom's."),
        [RefusalCode.StationFull] = ("station-full", "The station is full: it has {0} places."),
        [RefusalCode.ChangedSince] = ("changed-since", "What the command touches has changed since the board that you saw. Look again, then decide."),
        [RefusalCode.TooLate] = ("too-late", "The lesson ended more than 10 minutes ago. Start a new one."),
        [RefusalCode.NothingToDo] = ("nothing-to-do", "There is nothing to take back: it is not so, or no longer."),
        [RefusalCode.Claimed] = ("claimed", "Another adult is there or on the way."),
        [RefusalCode.NotAllowed] = ("not-allowed", "The sender may not do this."),
        [RefusalCode.UnknownItem] = ("unknown-item", "The school has no item with this id."),
        [RefusalCode.BadEnd] = ("bad-end", "The planned end must lie in the future, at most a day ahead."),
        [RefusalCode.BadPolicy] = ("bad-policy", "A threshold is outside its range, or two of them contradict each other. Nothing was changed."),
        [RefusalCode.StillParked] = ("still-parked", "What is kept of the classroom still cannot be read; the server's log says why. Nothing was changed, and what comes for it waits."),
        [RefusalCode.NotYours] = ("not-yours", "Only who gave a command can take it back."),
        [RefusalCode.UndoTooLate] = ("undo-too-late", "It can no longer be taken back: its time is over, or something newer stands on it."),
        [RefusalCode.NoItems] = ("no-items", "The skill has no items to check it with. Observe it on paper."),
        [RefusalCode.NotOffered] = ("not-offered", "That step is not among those offered now."),
        [RefusalCode.BadTime] = ("bad-time", "The time must lie in the future."),
        [RefusalCode.NoLongerSo] = ("no-longer-so", "What the clock expected no longer holds."),
    };

    /// <summary>The code of an outcome that is neither accepted nor refused: the turn failed on it.</summary>
    public const string FailedCode = "quarantined";

    /// <summary>What to say then.</summary>
    public const string FailedSentence = "The server failed on this command. It is kept in the quarantine, nothing was changed, and the classroom goes on.";

    /// <summary>All codes, with their sentences.</summary>
    public static IReadOnlyDictionary<RefusalCode, (string Code, string Sentence)> All => Words;

    /// <summary>The code and the sentence of a refusal.</summary>
    public static (string Code, string Sentence) Of(RefusalCode refusal, int figure = 0)
    {
        var (code, sentence) = Words[refusal];
        return (code, string.Format(sentence, figure));
    }
}
