namespace LiveClass.Web.Commands;

/// <summary>Every type of command of the contract: those that this version can do, and those that it will.</summary>
internal static class CommandCatalog
{
    /// <summary>What this version can do, with the arguments that each takes (a question mark: may be left out).</summary>
    public static IReadOnlyDictionary<string, string> Available { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["startLesson"] = "targets? (skills), plan? or blocks? (one block), plannedEnd?",
        ["endLesson"] = "",
        ["reopenLesson"] = "",
        ["eyesUp"] = "",
        ["backToWork"] = "",
        ["markPresence"] = "student, presence",
        ["moveToStation"] = "student, station",
        ["raiseHand"] = "student, about? stuck, check, other, or a text of your own",
        ["lowerHand"] = "student",
        ["visit"] = "student, phase? begin or end",
        ["claim"] = "student",
        ["releaseClaim"] = "student",
        ["notNow"] = "student, reason, minutes",
        ["observe"] = "student, skill, result gotIt or notYet, item?, text?",
        ["overrideNextStep"] = "student, skill (null takes the pin out), item?, until?",
        ["setPolicy"] = "the thresholds to change",
        ["admitStudent"] = "student",
        ["swapStudents"] = "student, other",
        ["setGoal"] = "student, by (items, 0 to 100; 0 takes the goal back)",
        ["chooseNextStep"] = "student, choice (one of the skills in nextStep.options)",
        ["askForCheck"] = "student, skill",
        ["startCheck"] = "student or students, skill, kind? formative, interim or summative",
        ["startBreak"] = "student, until?",
        ["endBreak"] = "student",
        ["paperDone"] = "student",
        ["addNote"] = "about student, skill or lesson; student?, skill?, text, visibleTo? me, teachers or adults",
        ["undo"] = "decision",
    };

    /// <summary>What a student may send, for itself only.</summary>
    public static IReadOnlySet<string> OfStudents { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "raiseHand", "lowerHand", "setGoal", "chooseNextStep", "askForCheck", "startBreak", "endBreak", "paperDone",
    };

    /// <summary>What later versions will do.</summary>
    public static IReadOnlySet<string> Later { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "startBlock", "endBlock",
        "startRotation", "advanceRotation", "pauseRotation", "resumeRotation", "extendRotation",
        "proposeSmallGroups", "acceptSmallGroups", "refuseSmallGroups", "undoSmallGroups",
        "moveStudent", "pinStudent", "unpinStudent",
        "lockSmallGroup", "unlockSmallGroup", "holdSmallGroup", "releaseSmallGroup", "callSmallGroup", "dismissSmallGroup",
        "setConstraints", "openIntervention", "closeIntervention", "voidEvidence", "rescoreItem",
    };
}
