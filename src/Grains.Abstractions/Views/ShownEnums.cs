using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Views;

/// <summary>Does the student's device answer. Outside the board's version.</summary>
[JsonConverter(typeof(CamelCaseEnum<Link>))]
public enum Link : byte
{
    /// <summary>No device was seen in this lesson.</summary>
    None,
    /// <summary>It answers.</summary>
    Live,
    /// <summary>It answered and does so no longer. Never changes presence.</summary>
    Lost,
}

/// <summary>Where a lesson stands.</summary>
[JsonConverter(typeof(CamelCaseEnum<LessonState>))]
public enum LessonState : byte
{
    /// <summary>Prepared, not started.</summary>
    Planned,
    /// <summary>Under way.</summary>
    Running,
    /// <summary>Over; it can be opened again for 10 minutes.</summary>
    Ended,
}

/// <summary>Where a round of a rotation stands.</summary>
[JsonConverter(typeof(CamelCaseEnum<RotationPhase>))]
public enum RotationPhase : byte
{
    /// <summary>Not begun.</summary>
    NotStarted,
    /// <summary>Students work at their stations.</summary>
    Working,
    /// <summary>Students move.</summary>
    Transition,
    /// <summary>All rounds are done.</summary>
    Done,
}

/// <summary>A help reason as screens name it: the two tiers of struggling are one word.</summary>
[JsonConverter(typeof(CamelCaseEnum<ShownReason>))]
public enum ShownReason : byte
{
    /// <summary>The student asked.</summary>
    HandRaised,
    /// <summary>Few of the last answers were right.</summary>
    Struggling,
    /// <summary>Many opportunities without mastery.</summary>
    WheelSpinning,
    /// <summary>Fast and not right.</summary>
    RapidGuessing,
    /// <summary>No answer for a while.</summary>
    Idle,
}

/// <summary>From a rule's reason to its word on screens.</summary>
public static class ShownReasons
{
    /// <summary>The word for a reason; null for <see cref="HelpReason.None"/>.</summary>
    public static ShownReason? Of(HelpReason reason) => reason switch
    {
        HelpReason.HandRaised => ShownReason.HandRaised,
        HelpReason.Struggling or HelpReason.StrugglingAtStart => ShownReason.Struggling,
        HelpReason.WheelSpinning => ShownReason.WheelSpinning,
        HelpReason.RapidGuessing => ShownReason.RapidGuessing,
        HelpReason.Idle => ShownReason.Idle,
        _ => null,
    };
}
