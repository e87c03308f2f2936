namespace LiveClass.Grains.Abstractions.Learning;

/// <summary>Why a teacher should see a student. In the order of the help queue's tiers.</summary>
public enum HelpReason : byte
{
    /// <summary>No reason.</summary>
    None,
    /// <summary>The student asked.</summary>
    HandRaised,
    /// <summary>At most 1 of the last 7 right on a skill.</summary>
    Struggling,
    /// <summary>10 opportunities on a skill without mastery.</summary>
    WheelSpinning,
    /// <summary>0 of the first 4 right on a skill.</summary>
    StrugglingAtStart,
    /// <summary>3 of the last 5 not right and far faster than the item takes.</summary>
    RapidGuessing,
    /// <summary>No answer for a while where one is expected.</summary>
    Idle,
}

/// <summary>One reason for help: since when, on which skill, and the figures that the words are made of.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Skill">On which skill; none where it is about no skill.</param>
/// <param name="Since">Since when it holds.</param>
/// <param name="Count">The figure found: right answers (Struggling, StrugglingAtStart), opportunities (WheelSpinning), rapid answers (RapidGuessing), whole minutes (Idle).</param>
/// <param name="Of">What it is out of: 7, 4, 5; 0 where there is nothing to compare.</param>
public readonly record struct HelpNeeded(HelpReason Reason, SkillKey Skill, Instant Since, short Count, short Of);
