using FsCheck;
using FsCheck.Fluent;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;

namespace LiveClass.Tests.Properties.Learning;

public class AnswerProperties
{
    private static readonly Instant Around = new(1_790_000_000_000);

    [Fact]
    public void Whatever_comes_in_probabilities_stay_probabilities() => Prop.ForAll(Draw.Seeds, seed =>
    {
        var draw = new Draw(seed);
        var policy = draw.Policy();
        var (student, item) = (default(AbilityEstimate), default(ItemEstimate));
        var skills = new MasteryEstimate[1 + draw.Below(8)];
        for (var i = 0; i < 200; i++)
        {
            var answer = draw.Answer(Around);
            AnswerRule.Count(answer, policy, ref student, ref item, skills);

            AssertProbability(NextAnswer.Chance(student, item, skills, answer.At, answer.Options), seed);
            Assert.True(float.IsFinite(student.Ability) && float.IsFinite(item.Difficulty) && float.IsFinite(item.MedianMs), $"seed {seed}");
            foreach (var skill in skills)
            {
                AssertProbability(skill.Mastery, seed);
                AssertProbability(skill.Next, seed);
                AssertProbability(NextAnswer.Chance(student, item, skill, answer.At, answer.Options), seed);
                Assert.True(float.IsFinite(skill.Ability), $"seed {seed}");
                Assert.True(skill.Right <= skill.Opportunities, $"seed {seed}");
                Assert.Equal(Levels.Of(skill, policy, skill.LastAt), skill.Level);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_answers_give_the_same_estimates() => Prop.ForAll(Draw.Seeds, seed =>
    {
        Assert.Equal(Play(seed), Play(seed));

        static string Play(int seed)
        {
            var draw = new Draw(seed);
            var (student, item) = (default(AbilityEstimate), default(ItemEstimate));
            var skills = new MasteryEstimate[3];
            for (var i = 0; i < 50; i++) AnswerRule.Count(draw.Answer(Around), ClassroomPolicy.Default, ref student, ref item, skills);
            return $"{student} {item} {string.Join(' ', skills)}";
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_anywhere_right_answers_reach_mastery_of_all_skills() => Prop.ForAll(Draw.Seeds, seed =>
    {
        var draw = new Draw(seed);
        var (student, item) = (default(AbilityEstimate), default(ItemEstimate));
        var skills = new MasteryEstimate[1 + draw.Below(8)];
        for (var i = draw.Below(60); i > 0; i--) AnswerRule.Count(draw.Answer(Around), ClassroomPolicy.Default, ref student, ref item, skills);

        var right = new Answer(1, true, 0, -1, EvidenceKind.Practice, Around, 0);
        for (var i = 0; i < 4; i++) AnswerRule.Count(right, ClassroomPolicy.Default, ref student, ref item, skills);

        Assert.All(skills, skill => Assert.True(skill.ReachedMastery, $"seed {seed}: {skill}"));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_better_score_never_leaves_less_mastery() => Prop.ForAll(Draw.Seeds, seed =>
    {
        var draw = new Draw(seed);
        var before = draw.Skills(1)[0];
        var (low, high) = (draw.Below(101) / 100f, draw.Below(101) / 100f);
        if (low > high) (low, high) = (high, low);
        Assert.True(After(low) <= After(high), $"seed {seed}");

        float After(float score)
        {
            var (student, item) = (default(AbilityEstimate), default(ItemEstimate));
            Span<MasteryEstimate> skill = [before];
            AnswerRule.Count(
                new Answer(score, true, 0, -1, EvidenceKind.Practice, Around, 0), ClassroomPolicy.Default, ref student, ref item, skill);
            return skill[0].Mastery;
        }
    }).QuickCheckThrowOnFailure();

    private static void AssertProbability(double value, int seed) => Assert.True(value is >= 0 and <= 1, $"seed {seed}: {value}");
}
