using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Help;

/// <summary>When so many struggle with one skill that it is a matter for the class: one line instead of many.</summary>
public static class EveryoneRule
{
    // In whole per cent: 0.4 · present in floating point would miss 2 of 5.
    private const int Share = 40;

    // One student is a line of its own, however few are present.
    private const int Fewest = 2;

    /// <summary>True where at least 40 % of those present struggle with a skill.</summary>
    public static bool Holds(int struggling, int present) =>
        struggling >= Fewest && present > 0 && (long)struggling * 100 >= (long)present * Share;

    /// <summary>True where the class's one line says already what a student's line would: the student struggles with the class's skill.</summary>
    /// <param name="need">The student's reason.</param>
    /// <param name="everyone">The class's skill; none where there is no line for the class.</param>
    public static bool Covers(in HelpNeeded need, SkillKey everyone) =>
        everyone.Value != 0 && need.Skill == everyone && need.Reason is (HelpReason.Struggling or HelpReason.StrugglingAtStart or HelpReason.WheelSpinning);

    /// <summary>The skill that most of those present struggle with, as index, where it is 40 % of them; -1 where there is none.</summary>
    /// <param name="struggling">How many of those present struggle, by skill index.</param>
    /// <param name="present">How many are present.</param>
    public static int Find(ReadOnlySpan<int> struggling, int present)
    {
        var most = -1;
        for (var skill = 0; skill < struggling.Length; skill++)
        {
            if (!Holds(struggling[skill], present)) continue;
            if (most < 0 || struggling[skill] > struggling[most]) most = skill;
        }
        return most;
    }
}
