using FsCheck;
using FsCheck.Fluent;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;
using LiveClass.Learning.NextSteps;
using LiveClass.Learning.Progressions;

namespace LiveClass.Tests.Properties.Learning;

/// <summary>Draws classrooms and answers from a seed, so that a failing seed replays exactly.</summary>
internal sealed class Draw(int seed)
{
    private static readonly float[] Scores = [0, 1, 0.5f, 0.999f, float.Epsilon, -1, 7, float.NaN, float.PositiveInfinity];

    private readonly Random random = new(seed);

    /// <summary>Seeds of full range. Prop prints the one that fails.</summary>
    public static Arbitrary<int> Seeds => Gen.Choose(0, int.MaxValue).ToArbitrary();

    public int Below(int end) => random.Next(end);

    public bool Chance(double probability) => random.NextDouble() < probability;

    /// <summary>Any answer, also such as the edge would refuse.</summary>
    public Answer Answer(Instant around) => new(
        Scores[random.Next(random.Next(2) == 0 ? 2 : Scores.Length)],
        Chance(0.8),
        Chance(0.1) ? random.Next(-1, 20) : 0,
        Chance(0.5) ? random.Next(-1, 100_000) : -1,
        (EvidenceKind)random.Next(5),
        Chance(0.1) ? Instant.None : new Instant(around.Milliseconds + random.Next(-1_000_000_000, 1_000_000_000)),
        random.Next(7));

    /// <summary>Any policy within its bounds, the ends included.</summary>
    public ClassroomPolicy Policy() => Chance(0.3) ? ClassroomPolicy.Default : new ClassroomPolicy
    {
        PriorMastery = Probability(),
        LearnRate = Probability(),
        GuessRate = Probability(),
        SlipRate = Probability(),
        MasteredAt = Probability(),
        MasteryLostUnder = Probability(),
        ReviewUnder = Probability(),
        WheelSpinningAt = 1 + random.Next(20),
    };

    /// <summary>A progression without cycles: prerequisites come from what stands before.</summary>
    public Progression Progression(int count) => LiveClass.Learning.Progressions.Progression.Of(
        [.. Enumerable.Range(0, count).Select(i => new SkillLine(
            new SkillKey(i + 1), [.. Enumerable.Range(0, i).Where(_ => Chance(0.25)).Select(p => new SkillKey(p + 1))]))]);

    /// <summary>A student's estimates after some answers to each skill, some long ago.</summary>
    public MasteryEstimate[] Skills(int count)
    {
        var skills = new MasteryEstimate[count];
        var student = default(AbilityEstimate);
        for (var i = 0; i < count; i++)
        {
            var ease = random.NextDouble();
            for (var n = random.Next(12); n > 0; n--)
            {
                var item = default(ItemEstimate);
                var at = new Instant(1_700_000_000_000L + random.Next(1_000_000_000));
                var answer = new Answer(Chance(ease) ? 1 : 0, true, 0, -1, EvidenceKind.Practice, at, 0);
                AnswerRule.Count(answer, ClassroomPolicy.Default, ref student, ref item, skills.AsSpan(i, 1));
            }
        }
        return skills;
    }

    /// <summary>A bank in which some skills have no items, some one.</summary>
    public DrawnItems Items(int skills)
    {
        var bank = new DrawnItems(skills);
        for (var skill = 0; skill < skills; skill++)
        {
            for (var n = Chance(0.2) ? 0 : random.Next(1, 30); n > 0; n--)
            {
                var kind = Chance(0.8) ? EvidenceKind.Practice : (EvidenceKind)random.Next(4);
                bank.Add(skill, (float)(random.NextDouble() * 8 - 4), random.Next(6), kind);
            }
        }
        return bank;
    }

    private double Probability() => random.Next(6) switch { 0 => 0, 1 => 1, _ => random.NextDouble() };
}

/// <summary>Items of a drawn classroom. The item at index i has the key i + 1.</summary>
internal sealed class DrawnItems(int skills) : IItemBank
{
    private readonly List<int>[] ofSkill = [.. Enumerable.Range(0, skills).Select(_ => new List<int>())];
    private readonly List<(int Skill, float Difficulty, int Options, EvidenceKind Kind)> items = [];

    public int Count => items.Count;

    public void Add(int skill, float difficulty, int options, EvidenceKind kind)
    {
        ofSkill[skill].Add(items.Count);
        items.Add((skill, difficulty, options, kind));
    }

    public int SkillOf(ItemKey item) => items[item.Value - 1].Skill;

    public int CountOf(int skillIndex) => ofSkill[skillIndex].Count;

    public int ItemOf(int skillIndex, int n) => ofSkill[skillIndex][n];

    public ItemKey Key(int itemIndex) => new(itemIndex + 1);

    public ItemEstimate Estimate(int itemIndex) => new() { Difficulty = items[itemIndex].Difficulty };

    public int Options(int itemIndex) => items[itemIndex].Options;

    public EvidenceKind Kind(int itemIndex) => items[itemIndex].Kind;
}
