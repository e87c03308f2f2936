using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;

namespace LiveClass.Tests.Unit.Learning;

public class NextAnswerTests
{
    [Fact]
    public void A_right_answer_raises_the_student_and_the_skill_and_makes_the_item_easier()
    {
        var run = new PracticeRun().Right();
        Assert.True(run.Student.Ability > 0);
        Assert.True(run.Skill.Ability > 0);
        Assert.True(run.Item.Difficulty < 0);
    }

    [Fact]
    public void A_wrong_answer_lowers_the_student_and_the_skill_and_makes_the_item_harder()
    {
        var run = new PracticeRun().Wrong();
        Assert.True(run.Student.Ability < 0);
        Assert.True(run.Skill.Ability < 0);
        Assert.True(run.Item.Difficulty > 0);
    }

    [Fact]
    public void A_surprise_moves_more_than_what_was_expected()
    {
        var able = new AbilityEstimate { Ability = 2 };
        var (expected, surprised) = (new ItemEstimate { Difficulty = -2 }, new ItemEstimate { Difficulty = 4 });
        var (first, second) = (able, able);
        var answer = new Answer(1, true, 0, -1, EvidenceKind.Practice, PracticeRun.Start, 0);

        AnswerRule.Count(answer, ClassroomPolicy.Default, ref first, ref expected, []);
        AnswerRule.Count(answer, ClassroomPolicy.Default, ref second, ref surprised, []);

        Assert.True(second.Ability - able.Ability > first.Ability - able.Ability);
    }

    [Fact]
    public void The_chance_comes_near_the_share_that_is_right()
    {
        // Three of four right, for ever: after the early moves the chance settles at three quarters.
        var run = new PracticeRun();
        for (var i = 0; i < 400; i++) run.Score(i % 4 == 3 ? 0 : 1);

        var chance = NextAnswer.Chance(run.Student, run.Item, run.Skill, run.Now, options: 0);

        Assert.InRange(chance, 0.68, 0.82);
    }

    [Fact]
    public void Harder_items_are_found_to_be_harder()
    {
        var (easy, hard) = (default(ItemEstimate), default(ItemEstimate));
        for (var i = 0; i < 60; i++)
        {
            var student = default(AbilityEstimate);
            Span<MasteryEstimate> skill = [default];
            Answer One(bool right) => new(right ? 1 : 0, true, 0, -1, EvidenceKind.Practice, PracticeRun.Start, 0);
            AnswerRule.Count(One(i % 10 != 0), ClassroomPolicy.Default, ref student, ref easy, skill);
            AnswerRule.Count(One(i % 10 == 0), ClassroomPolicy.Default, ref student, ref hard, skill);
        }
        Assert.True(hard.Difficulty - easy.Difficulty > 2);
    }

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(4, 0.25)]
    [InlineData(5, 0.2)]
    public void Nobody_is_expected_to_do_worse_on_a_choice_than_by_chance(int options, double floor)
    {
        var lost = new AbilityEstimate { Ability = -8 };
        var chance = NextAnswer.Chance(lost, new ItemEstimate { Difficulty = 8 }, default(MasteryEstimate), PracticeRun.Start, options);
        Assert.Equal(floor, chance, 3);
    }

    [Fact]
    public void The_chance_falls_with_the_time_since_the_last_practice()
    {
        var run = new PracticeRun().Right(3);
        double After(TimeSpan gap) => NextAnswer.Chance(run.Student, run.Item, run.Skill, run.Now + gap, 0);

        Assert.True(After(TimeSpan.Zero) > After(TimeSpan.FromDays(1)));
        Assert.True(After(TimeSpan.FromDays(1)) > After(TimeSpan.FromDays(7)));
        Assert.True(After(TimeSpan.FromDays(7)) > After(TimeSpan.FromDays(40)));
    }

    [Fact]
    public void A_log_without_times_forgets_nothing()
    {
        var skill = new MasteryEstimate { Ability = 1, Opportunities = 3 };
        Assert.Equal(Elo.Logistic(1), NextAnswer.Chance(default, default, skill, Instant.None, 0), 6);
        Assert.Equal(Elo.Logistic(1), NextAnswer.Chance(default, default, skill, PracticeRun.Start, 0), 6);
    }

    [Fact]
    public void Next_is_the_chance_on_an_average_item_of_the_skill()
    {
        var run = new PracticeRun().Right(2).Wrong();
        Assert.Equal(NextAnswer.Chance(run.Student, default, run.Skill, run.Now, 0), run.Skill.Next, 6);
    }

    [Fact]
    public void Several_skills_count_with_their_mean_strength()
    {
        MasteryEstimate[] skills = [new() { Ability = 2, Opportunities = 1 }, new() { Ability = -1, Opportunities = 1 }];
        Assert.Equal(Elo.Logistic(0.5), NextAnswer.Chance(default, default, skills, Instant.None, 0), 6);
    }
}
