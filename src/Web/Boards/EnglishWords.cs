using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Web.Boards;

/// <summary>Reasons in English, for adults. Rules give codes and figures; the words are made here.</summary>
public static class EnglishWords
{
    /// <summary>The evidence of a help reason.</summary>
    public static string Evidence(in HelpNeeded help, string? skill) => help.Reason switch
    {
        HelpReason.HandRaised => "Hand raised",
        HelpReason.Struggling => On($"{help.Count} of the last {help.Of} right", skill),
        HelpReason.StrugglingAtStart => On($"{help.Count} of the first {help.Of} right", skill),
        HelpReason.WheelSpinning => On($"{help.Count} tries without mastery", skill),
        HelpReason.RapidGuessing => $"{help.Count} of the last {help.Of} fast and not right",
        HelpReason.Idle => $"No answer for {help.Count} min",
        _ => "",
    };

    /// <summary>Why a next step was chosen, in one sentence.</summary>
    public static string Why(in NextStep step, string? skill, string? station) => step.Reason switch
    {
        NextStepReason.TeacherPinned => "The teacher chose this.",
        NextStepReason.Gap => $"{skill} is missing under what goes wrong.",
        NextStepReason.Target => $"{skill} is today's target.",
        NextStepReason.ReviewDue => $"{skill} was mastered a while ago and is due.",
        NextStepReason.Frontier => $"{skill} is next: all that it needs is mastered.",
        NextStepReason.NearlyThere => $"{skill} is nearly mastered.",
        NextStepReason.AllMastered => "Everything in reach is mastered.",
        NextStepReason.NoItems => $"{skill} has no items on the device.",
        NextStepReason.NoLesson => "No lesson is running.",
        NextStepReason.EyesUp => "Eyes up: all screens wait.",
        NextStepReason.TwoAlike => $"Two skills are equally good: {skill} or another. The student chooses.",
        NextStepReason.TeacherCheck => $"The teacher wants to see {skill}.",
        NextStepReason.AskedCheck => $"The student feels ready to show {skill}.",
        NextStepReason.PaperDone => "The work on paper is done. Have a look at it.",
        NextStepReason.AtStation => station is null ? "Work at the station." : $"Work at {station}.",
        _ => "",
    };

    /// <summary>Why a student is praised.</summary>
    public static string Praise(int right, int of) => $"{right} of the last {of} right";

    private static string On(string figures, string? skill) => skill is null ? figures : $"{figures}, {skill}";
}
