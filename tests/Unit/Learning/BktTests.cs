using LiveClass.Learning.Mastery;

namespace LiveClass.Tests.Unit.Learning;

public class BktTests
{
    private const double Guess = 0.2;
    private const double Slip = 0.1;
    private const double Learn = 0.1;

    /// <summary>Published steps for (.4, .1, .2, .1): P(right) before, P(mastery) after the answer, P(mastery) after learning.</summary>
    [Theory]
    [InlineData(0.4, true, 0.48, 0.75, 0.775)]
    [InlineData(0.775, true, 0.7425, 0.939394, 0.945455)]
    [InlineData(0.9454545454545454, true, 0.861818, 0.987342, 0.988608)]
    [InlineData(0.4, false, 0.48, 0.076923, 0.169231)]
    [InlineData(0.16923076923076924, true, 0.318462, 0.478261, 0.530435)]
    public void Each_answer_moves_mastery_by_the_published_amount(
        double before, bool right, double predicted, double answered, double learned)
    {
        var posterior = right ? Bkt.Right(before, Guess, Slip) : Bkt.Wrong(before, Guess, Slip);

        Assert.Equal(predicted, Bkt.Predict(before, Guess, Slip), 6);
        Assert.Equal(answered, posterior, 6);
        Assert.Equal(learned, Bkt.Learn(posterior, Learn), 6);
    }

    [Fact]
    public void One_slip_after_mastery_leaves_it_at_73_percent_and_two_at_a_third()
    {
        var once = Bkt.Learn(Bkt.Wrong(0.95, Guess, Slip), Learn);
        var twice = Bkt.Learn(Bkt.Wrong(once, Guess, Slip), Learn);

        Assert.Equal(0.73, once, 2);
        Assert.Equal(0.33, twice, 2);
    }

    [Fact]
    public void A_wrong_answer_to_a_single_skill_is_blamed_in_full()
        => Assert.Equal(Bkt.Wrong(0.6, Guess, Slip), Bkt.Wrong(0.6, 1, Guess, Slip), 12);

    [Fact]
    public void A_wrong_answer_is_blamed_less_where_another_skill_is_the_likelier_cause()
        => Assert.True(Bkt.Wrong(0.9, 0.1, Guess, Slip) > Bkt.Wrong(0.9, 0.9, Guess, Slip));

    [Fact]
    public void Certainty_is_never_reached_so_that_wrong_answers_still_count()
    {
        var mastery = 0.4;
        for (var i = 0; i < 1000; i++) mastery = Bkt.Learn(Bkt.Right(mastery, Guess, Slip), Learn);
        Assert.True((float)mastery < 1);
    }
}
