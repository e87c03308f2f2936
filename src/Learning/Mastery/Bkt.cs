using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Mastery;

/// <summary>
/// Bayesian knowledge tracing (Corbett and Anderson 1995): the probability that a skill is mastered, moved by each
/// opportunity and then by the chance to have learned at it. All probabilities are 0 to 1.
/// </summary>
public static class Bkt
{
    // Keeps a long run of right answers from becoming certainty, which no wrong answer could ever move.
    private const double Doubt = 1e-6;

    /// <summary>P(right) before an answer.</summary>
    public static double Predict(double mastery, double guess, double slip) => mastery * (1 - slip) + (1 - mastery) * guess;

    /// <summary>P(mastery) after a right answer, before the learning step.</summary>
    public static double Right(double mastery, double guess, double slip) => Posterior(mastery, 1 - slip, guess);

    /// <summary>P(mastery) after a wrong answer, before the learning step.</summary>
    public static double Wrong(double mastery, double guess, double slip) => Posterior(mastery, slip, 1 - guess);

    /// <summary>
    /// P(mastery) after a wrong answer to an item that needs other skills too, before the learning step: the blame is
    /// shared with skills that are less likely mastered (Koedinger, Pavlik, Stamper, Nixon and Ritter 2011, conjunctive
    /// knowledge tracing). With one skill it is <see cref="Wrong(double, double, double)"/>.
    /// </summary>
    /// <param name="mastery">P(mastery) of this skill.</param>
    /// <param name="others">P(all the other skills are mastered); 1 where there is none.</param>
    /// <param name="guess">P(right without mastery).</param>
    /// <param name="slip">P(wrong with mastery).</param>
    public static double Wrong(double mastery, double others, double guess, double slip) =>
        Posterior(mastery, slip * others + (1 - guess) * (1 - others), 1 - guess);

    /// <summary>P(mastery) after the chance to have learned at an opportunity: what is kept and held against the threshold.</summary>
    public static double Learn(double mastery, double learnRate) =>
        Math.Clamp(mastery + (1 - mastery) * learnRate, Doubt, 1 - Doubt);

    /// <summary>
    /// P(right without mastery) for an item. The policy's figure stands for what is usual, four choices or more included;
    /// of two or three choices one is right by chance more often.
    /// </summary>
    public static double GuessOf(int options, ClassroomPolicy policy) =>
        options is 2 or 3 ? Math.Max(policy.GuessRate, 1.0 / options) : policy.GuessRate;

    private static double Posterior(double mastery, double ifMastered, double ifNot)
    {
        var both = mastery * ifMastered + (1 - mastery) * ifNot;
        return both > 0 ? mastery * ifMastered / both : mastery;
    }
}
