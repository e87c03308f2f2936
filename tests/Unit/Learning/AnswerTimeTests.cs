using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;

namespace LiveClass.Tests.Unit.Learning;

public class AnswerTimeTests
{
    [Fact]
    public void The_running_median_comes_near_the_median_whatever_the_outliers()
    {
        var item = default(ItemEstimate);
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var usual = 20_000 * Math.Exp(0.5 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5));
            AnswerTime.Count(i % 10 == 0 ? 3_600_000 : (int)usual, ref item);
        }
        Assert.Equal(500, item.Timed);
        Assert.InRange(item.MedianMs, 18_000, 25_000);
    }

    [Fact]
    public void An_unknown_time_is_not_counted_and_never_rapid()
    {
        var item = default(ItemEstimate);
        AnswerTime.Count(-1, ref item);
        AnswerTime.Count(0, ref item);
        Assert.Equal(default, item);
        Assert.False(AnswerTime.IsRapid(-1, item));
        Assert.False(AnswerTime.IsRapid(0, item));
    }

    [Theory]
    [InlineData(19, 2_999, true)]
    [InlineData(19, 3_000, false)]
    [InlineData(20, 5_999, true)]
    [InlineData(20, 6_000, false)]
    public void Rapid_is_under_three_seconds_until_twenty_times_are_known_then_under_a_tenth_of_the_median(int known, int durationMs, bool rapid)
        => Assert.Equal(rapid, AnswerTime.IsRapid(durationMs, new ItemEstimate { Timed = known, MedianMs = 60_000 }));

    [Fact]
    public void Fast_and_right_is_no_guess()
    {
        var run = new PracticeRun().Count(1, durationMs: 900).Count(0, durationMs: 900).Count(0, durationMs: 9_000);
        Assert.Equal(0b010, run.Student.Rapid);
    }
}
