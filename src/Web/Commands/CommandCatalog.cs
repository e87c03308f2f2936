namespace LiveClass.Web.Commands;

/// <summary>Every type of command of the contract: those that this version can do, and those that it will.</summary>
internal static class CommandCatalog
{
    /// <summary>What this version can do, with the arguments that each takes (a question mark: may be left out).</summary>
    public static IReadOnlyDictionary<string, string> Available { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["startLesson"] = "targets? (skills), blocks? (one block), plannedEnd?",
        ["endLesson"] = "",
        ["reopenLesson"] = "",
        ["eyesUp"] = "",
        ["backToWork"] = "",
        ["markPresence"] = "student, presence",
        ["moveToStation"] = "student, station",
        ["raiseHand"] = "student, about?",
        ["lowerHand"] = "student",
        ["visit"] = "student, phase? begin or end",
        ["claim"] = "student",
        ["releaseClaim"] = "student",
        ["notNow"] = "student, reason, minutes",
        ["observe"] = "student, skill, result gotIt or notYet, item?, text?",
        ["overrideNextStep"] = "student, skill (null takes the pin out), item?, until?",
        ["setPolicy"] = "the thresholds to change",
    };

    /// <summary>What later versions will do.</summary>
    public static IReadOnlySet<string> Later { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "startBlock", "endBlock", "admitStudent", "swapStudents",
        "startRotation", "advanceRotation", "pauseRotation", "resumeRotation", "extendRotation",
        "proposeSmallGroups", "acceptSmallGroups", "refuseSmallGroups", "undoSmallGroups",
        "moveStudent", "pinStudent", "unpinStudent",
        "lockSmallGroup", "unlockSmallGroup", "holdSmallGroup", "releaseSmallGroup", "callSmallGroup", "dismissSmallGroup",
        "setConstraints", "chooseNextStep", "askForCheck", "startBreak", "endBreak", "paperDone",
        "startCheck", "setGoal", "openIntervention", "closeIntervention", "addNote", "voidEvidence", "rescoreItem", "undo",
    };
}
