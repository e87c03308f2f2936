namespace LiveClass.Simulator.Class;

/// <summary>
/// What a simulated student can really do, which the server never sees: an ability for each skill on the logit scale of the Rasch model,
/// with a floor for guessing (Birnbaum 1968), that grows with practice and less the more is known already. It shares no code with the
/// server's estimates, so that it can disagree with them.
/// </summary>
public sealed class HiddenAbility
{
    private readonly Dictionary<string, double> abilities;
    private readonly double learningRate;

    /// <summary>Draws a student from a seed: a general ability, and around it one for each skill, lower where a prerequisite is low.</summary>
    public HiddenAbility(Random random)
    {
        var general = 0.9 * Normal(random);
        learningRate = 0.08 + (0.22 * random.NextDouble());
        abilities = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var skill in InventedProgression.Skills)
        {
            var own = general - skill.Difficulty + (0.6 * Normal(random));
            foreach (var need in skill.Needs) own = Math.Min(own, abilities[need] + 0.8);
            abilities[skill.Id] = own;
        }
    }

    /// <summary>The ability on a skill, in logits against its average item.</summary>
    public double this[string skill] => abilities[skill];

    /// <summary>The chance of a right answer to an item, 0 to 1.</summary>
    /// <param name="skill">The item's skill.</param>
    /// <param name="item">The item; each has its own difficulty, the same for every student.</param>
    /// <param name="trying">False for a guess.</param>
    public double ChanceOfRight(InventedSkill skill, string item, bool trying)
    {
        var floor = skill.Options == 0 ? 0.03 : 1.0 / skill.Options;
        if (!trying) return floor;
        return floor + ((1 - floor) / (1 + Math.Exp(ItemDifficulty(item) - abilities[skill.Id])));
    }

    /// <summary>Learns from an attempt: more from a right one, less the more is known, and a little for what needs this skill. Guesses teach nothing.</summary>
    public void Learn(InventedSkill skill, bool right, bool trying)
    {
        if (!trying) return;
        var known = 1 / (1 + Math.Exp(-abilities[skill.Id]));
        var gain = learningRate * (right ? 1 : 0.6) * (1.2 - known);
        abilities[skill.Id] += gain;
        foreach (var next in InventedProgression.Skills)
        {
            if (next.Needs.Contains(skill.Id)) abilities[next.Id] += 0.2 * gain;
        }
    }

    // The item's number makes it easier or harder by up to half a logit.
    private static double ItemDifficulty(string item) =>
        ((item[^1] - '0') - ((InventedProgression.ItemsEach + 1) / 2.0)) * (1.0 / InventedProgression.ItemsEach);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
