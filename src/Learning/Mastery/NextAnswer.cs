using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Mastery;

/// <summary>
/// The probability that the next answer is right: a logistic function of the student's ability, the ability on the skill,
/// what time took from it, and the item's difficulty, above the chance of a right guess (Pelánek 2016).
/// </summary>
public static class NextAnswer
{
    /// <summary>P(right), 0 to 1, of a student on an item of one skill at a time.</summary>
    public static double Chance(
        in AbilityEstimate student, in ItemEstimate item, in MasteryEstimate skill, Instant now, int options) =>
        Floored(student.Ability - item.Difficulty + Strength(skill, now), options);

    /// <summary>P(right), 0 to 1, on an item of several skills: the mean of their strengths counts.</summary>
    public static double Chance(
        in AbilityEstimate student, in ItemEstimate item, ReadOnlySpan<MasteryEstimate> skills, Instant now, int options)
    {
        var strength = 0.0;
        foreach (ref readonly var skill in skills) strength += Strength(skill, now);
        if (skills.Length > 1) strength /= skills.Length;
        return Floored(student.Ability - item.Difficulty + strength, options);
    }

    /// <summary>P(right), 0 to 1, on an average item of the skill that is not a choice: what a cell shows as <c>next</c>.</summary>
    public static double OnAverage(in AbilityEstimate student, in MasteryEstimate skill, Instant now) =>
        Floored(student.Ability + Strength(skill, now), 0);

    /// <summary>The skill's ability minus what time took from it, in logits.</summary>
    private static double Strength(in MasteryEstimate skill, Instant now) =>
        skill.Opportunities == 0 ? skill.Ability : skill.Ability - Forgetting.Loss(skill.LastAt, now);

    private static double Floored(double logit, int options)
    {
        var guess = options > 1 ? 1.0 / options : 0;
        return guess + (1 - guess) * Elo.Logistic(logit);
    }
}
