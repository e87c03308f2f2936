using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;

namespace LiveClass.Tests.Unit.Learning;

public class LevelTests
{
    /// <summary>Answers from the first on: 1 right, 0 wrong, p a part score.</summary>
    [Theory]
    [InlineData("", MasteryLevel.NotStarted)]
    [InlineData("1", MasteryLevel.Learning)]
    [InlineData("0", MasteryLevel.Learning)]
    [InlineData("000", MasteryLevel.Learning)]
    [InlineData("0000", MasteryLevel.Struggling)]
    [InlineData("ppp0", MasteryLevel.Struggling)]
    [InlineData("1000", MasteryLevel.Learning)]
    [InlineData("00001", MasteryLevel.Learning)]
    [InlineData("111", MasteryLevel.Mastered)]
    [InlineData("1110", MasteryLevel.Mastered)]
    [InlineData("11100", MasteryLevel.Learning)]
    [InlineData("1000000", MasteryLevel.Struggling)]
    [InlineData("1100000", MasteryLevel.Learning)]
    [InlineData("1000001", MasteryLevel.Learning)]
    [InlineData("10000001", MasteryLevel.Struggling)]
    [InlineData("100000011", MasteryLevel.Learning)]
    [InlineData("1001001001", MasteryLevel.Struggling)]
    [InlineData("100100100", MasteryLevel.Learning)]
    [InlineData("1001001001111", MasteryLevel.Mastered)]
    public void The_level_is_the_first_that_holds(string answers, MasteryLevel expected)
    {
        var run = new PracticeRun();
        foreach (var answer in answers) run.Score(answer switch { '1' => 1, 'p' => 0.5f, _ => 0 });

        Assert.Equal(expected, Levels.Of(run.Skill, run.Policy, run.Now));
        Assert.Equal(expected, run.Skill.Level);
    }

    [Fact]
    public void A_mastered_skill_stays_mastered_until_it_falls_under_the_floor()
    {
        var run = new PracticeRun().Right(3).Wrong();
        Assert.InRange(run.Skill.Mastery, run.Policy.MasteryLostUnder, run.Policy.MasteredAt);
        Assert.Equal(MasteryLevel.Mastered, run.Skill.Level);
    }

    [Fact]
    public void A_mastered_skill_is_due_for_review_by_time_alone()
    {
        var run = new PracticeRun().Right(3);

        Assert.Equal(MasteryLevel.Mastered, Levels.Of(run.Skill, run.Policy, run.Now + TimeSpan.FromDays(2)));
        Assert.Equal(MasteryLevel.ReviewDue, Levels.Of(run.Skill, run.Policy, run.Now + TimeSpan.FromDays(300)));
    }

    [Fact]
    public void A_review_stays_due_once_it_is()
    {
        var run = new PracticeRun().Right(3);
        var due = false;
        for (var day = 0; day < 400; day++)
        {
            var now = Levels.IsReviewDue(run.Skill, run.Policy, run.Now + TimeSpan.FromDays(day));
            Assert.False(due && !now, $"not due any more on day {day}");
            due = now;
        }
        Assert.True(due);
    }

    [Fact]
    public void A_review_answered_right_makes_the_skill_mastered_again()
    {
        var run = new PracticeRun().Right(3);
        run.Skill.LastAt -= TimeSpan.FromDays(300);
        Assert.Equal(MasteryLevel.ReviewDue, Levels.Of(run.Skill, run.Policy, run.Now));

        run.Right();

        Assert.Equal(MasteryLevel.Mastered, run.Skill.Level);
    }

    [Fact]
    public void A_skill_that_was_lost_is_never_due_for_review()
    {
        var run = new PracticeRun().Right(3).Wrong(3);
        Assert.Equal(MasteryLevel.Learning, Levels.Of(run.Skill, run.Policy, run.Now + TimeSpan.FromDays(300)));
    }

    [Fact]
    public void Thresholds_are_the_classrooms_own()
    {
        var strict = new PracticeRun { Policy = ClassroomPolicy.Default with { MasteredAt = 0.995, WheelSpinningAt = 3 } };
        Assert.Equal(MasteryLevel.Struggling, strict.Right(3).Skill.Level);
        Assert.Equal(MasteryLevel.Mastered, strict.Right(1).Skill.Level);
    }
}
