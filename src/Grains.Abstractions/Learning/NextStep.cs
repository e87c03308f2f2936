namespace LiveClass.Grains.Abstractions.Learning;

/// <summary>What kind of thing a student is asked to do now.</summary>
public enum NextStepKind : byte
{
    /// <summary>Nothing has been chosen yet.</summary>
    None,
    /// <summary>Work on an item of a skill.</summary>
    Practice,
    /// <summary>Refresh a skill that was mastered.</summary>
    Review,
    /// <summary>Show mastery of a skill.</summary>
    Check,
    /// <summary>The lesson's last questions.</summary>
    ExitTicket,
    /// <summary>Choose between two.</summary>
    Choose,
    /// <summary>Go to a station.</summary>
    GoToStation,
    /// <summary>Work away from the device.</summary>
    WorkOnPaper,
    /// <summary>Wait: eyes up, a pause.</summary>
    Wait,
    /// <summary>Nothing more to do.</summary>
    Done,
}

/// <summary>Why a next step was chosen. The web makes one sentence of it, in the audience's language.</summary>
public enum NextStepReason : byte
{
    /// <summary>No reason is known.</summary>
    None,
    /// <summary>The teacher asked for it.</summary>
    TeacherPinned,
    /// <summary>It is the nearest unmastered root of what fails.</summary>
    Gap,
    /// <summary>It is today's target.</summary>
    Target,
    /// <summary>It was mastered a while ago and is due.</summary>
    ReviewDue,
    /// <summary>It is the next skill on the student's frontier.</summary>
    Frontier,
    /// <summary>It is nearly mastered.</summary>
    NearlyThere,
    /// <summary>Everything in reach is mastered.</summary>
    AllMastered,
    /// <summary>The skill has no items on the device.</summary>
    NoItems,
    /// <summary>No lesson is running.</summary>
    NoLesson,
    /// <summary>All student screens wait.</summary>
    EyesUp,
    /// <summary>The student's station works without a device.</summary>
    AtStation,
    /// <summary>Two skills are equally good: the student chooses.</summary>
    TwoAlike,
    /// <summary>The teacher wants to see it.</summary>
    TeacherCheck,
    /// <summary>The student feels ready.</summary>
    AskedCheck,
    /// <summary>The work on paper is done; an adult will look at it.</summary>
    PaperDone,
}

/// <summary>What a student is asked to do now, and why.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Skill">The skill it is for; none where it is for no skill.</param>
/// <param name="Item">The item; none where there is none.</param>
/// <param name="Reason">Why.</param>
/// <param name="SuccessChance">The expected chance of a right answer, 0 to 1; 0 where unknown.</param>
/// <param name="Station">Where; none where the student stays.</param>
/// <param name="Until">Until when; none where open.</param>
/// <param name="OtherSkill">The second skill of a choice; none in any other step.</param>
/// <param name="OtherItem">Its item.</param>
public readonly record struct NextStep(
    NextStepKind Kind, SkillKey Skill, ItemKey Item, NextStepReason Reason, float SuccessChance, StationKey Station, Instant Until,
    SkillKey OtherSkill = default, ItemKey OtherItem = default);
