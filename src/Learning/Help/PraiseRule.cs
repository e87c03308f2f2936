using System.Numerics;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Help;

/// <summary>Doing well: praise, never a reason for help.</summary>
public static class PraiseRule
{
    /// <summary>True where at least 6 of the student's last 7 first attempts were right.</summary>
    public static bool Earned(in AbilityEstimate student) =>
        student.Answers >= 7
        && BitOperations.PopCount(student.Recent & 0x7Fu) >= 6;
}
