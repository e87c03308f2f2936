using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Mastery;

/// <summary>
/// Abilities and difficulties in logits that move by the surprise of each answer (Elo 1978; Pelánek 2016, Applications of
/// the Elo rating system in adaptive educational systems). How far they move falls with the answers behind them:
/// K(n) = a / (1 + b·n).
/// </summary>
public static class Elo
{
    // Far beyond what any pupil or item needs; keeps estimates finite whatever comes in.
    private const double Bound = 8;

    /// <summary>The chance, 0 to 1, of a difference between ability and difficulty in logits.</summary>
    public static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>The logit of a probability, which is kept off 0 and 1.</summary>
    public static double Logit(double probability)
    {
        var p = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(p / (1 - p));
    }

    /// <summary>How far a student's ability moves after so many first attempts.</summary>
    public static double StudentRate(int answers) => 0.5 / (1 + 0.03 * answers);

    /// <summary>How far an item's difficulty moves after so many first attempts.</summary>
    public static double ItemRate(int answers) => 1.0 / (1 + 0.1 * answers);

    /// <summary>How far a student's ability on a skill moves after so many opportunities.</summary>
    public static double SkillRate(int opportunities) => 0.5 / (1 + 0.05 * opportunities);

    /// <summary>Moves student, item and skills by what an answer was more, or less, than expected (-1 to 1).</summary>
    /// <param name="surprise">The counted score minus the expected chance.</param>
    /// <param name="moveItem">False where the evidence is not about the item (an adult's observation).</param>
    /// <param name="student">The student.</param>
    /// <param name="item">The item.</param>
    /// <param name="skills">The student's estimates of the answer's skills.</param>
    public static void Move(
        double surprise, bool moveItem, ref AbilityEstimate student, ref ItemEstimate item, Span<MasteryEstimate> skills)
    {
        student.Ability = Bounded(student.Ability + StudentRate(student.Answers) * surprise);
        if (moveItem) item.Difficulty = Bounded(item.Difficulty - ItemRate(item.Answers) * surprise);
        foreach (ref var skill in skills)
            skill.Ability = Bounded(skill.Ability + SkillRate(skill.Opportunities) * surprise);
    }

    private static float Bounded(double logit) => (float)Math.Clamp(logit, -Bound, Bound);
}
