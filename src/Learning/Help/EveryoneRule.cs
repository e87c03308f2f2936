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
