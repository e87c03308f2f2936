using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Help;

namespace LiveClass.Tests.Unit.Learning;

public class HelpQueueTests
{
    private static readonly Instant Start = PracticeRun.Start;

    [Fact]
    public void Tiers_come_in_the_order_of_what_presses_most()
    {
        HelpReason[] tiers =
        [
            HelpReason.HandRaised, HelpReason.Struggling, HelpReason.WheelSpinning, HelpReason.StrugglingAtStart, HelpReason.RapidGuessing,
            HelpReason.Idle,
        ];
        // The later the tier, the longer it waits here: waiting never lifts a line out of its tier.
        var lines = tiers.Select((reason, i) => Line(i, reason, waitingSince: -i, adultAt: -i)).Reverse();
        Assert.Equal(tiers, Sorted(lines).Select(line => line.Need.Reason));
    }

    [Fact]
    public void Inside_a_tier_waiting_and_time_without_an_adult_count_together()
    {
        HelpLine[] lines =
        [
            Line(0, HelpReason.Idle, waitingSince: 20, adultAt: 10),
            Line(1, HelpReason.Idle, waitingSince: 21, adultAt: 0),
            Line(2, HelpReason.Idle, waitingSince: 18, adultAt: 14),
        ];
        Assert.Equal([1, 0, 2], Sorted(lines).Select(line => line.Student));
    }

    [Fact]
    public void What_is_equal_keeps_the_order_of_the_roster()
        => Assert.Equal([3, 7], Sorted([Line(7, HelpReason.Idle, 1, 1), Line(3, HelpReason.Idle, 1, 1)]).Select(line => line.Student));

    [Fact]
    public void Twenty_minutes_without_an_adult_is_unseen()
    {
        var line = Line(0, HelpReason.Idle, 0, 0);
        Assert.False(HelpQueue.IsUnseen(line, Start + TimeSpan.FromMinutes(19.9)));
        Assert.True(HelpQueue.IsUnseen(line, Start + TimeSpan.FromMinutes(20)));
    }

    [Theory]
    [InlineData(12, 30, true)]
    [InlineData(11, 30, false)]
    [InlineData(2, 5, true)]
    [InlineData(1, 2, false)]
    [InlineData(0, 0, false)]
    public void Forty_percent_of_those_present_make_one_line_for_the_class(int struggling, int present, bool everyone)
        => Assert.Equal(everyone, EveryoneRule.Holds(struggling, present));

    [Fact]
    public void The_skill_that_most_struggle_with_is_the_one_for_the_class()
    {
        Assert.Equal(2, EveryoneRule.Find([13, 0, 15, 15], present: 30));
        Assert.Equal(-1, EveryoneRule.Find([5, 11], present: 30));
    }

    [Fact]
    public void Six_of_the_last_seven_earn_praise()
    {
        Assert.False(PraiseRule.Earned(new PracticeRun().Right(6).Student));
        Assert.True(PraiseRule.Earned(new PracticeRun().Wrong().Right(6).Student));
        Assert.False(PraiseRule.Earned(new PracticeRun().Right(5).Wrong(2).Student));
    }

    private static HelpLine Line(int student, HelpReason reason, double waitingSince, double adultAt) => new(
        student, new HelpNeeded(reason, default, Start + TimeSpan.FromMinutes(waitingSince), 0, 0), Start + TimeSpan.FromMinutes(adultAt));

    private static List<HelpLine> Sorted(IEnumerable<HelpLine> lines)
    {
        var sorted = lines.ToList();
        sorted.Sort((a, b) => HelpQueue.Compare(a, b));
        return sorted;
    }

    [Fact]
    public void The_classs_one_line_says_what_those_who_struggle_with_its_skill_would_say()
    {
        SkillKey all = new(11), other = new(12);
        Assert.True(EveryoneRule.Covers(Needs(HelpReason.Struggling, all), all));
        Assert.True(EveryoneRule.Covers(Needs(HelpReason.StrugglingAtStart, all), all));
        Assert.True(EveryoneRule.Covers(Needs(HelpReason.WheelSpinning, all), all));
        Assert.False(EveryoneRule.Covers(Needs(HelpReason.Struggling, other), all));
        Assert.False(EveryoneRule.Covers(Needs(HelpReason.HandRaised, default), all));
        Assert.False(EveryoneRule.Covers(Needs(HelpReason.Idle, default), default));

        static HelpNeeded Needs(HelpReason reason, SkillKey skill) => new(reason, skill, new Instant(1), 1, 7);
    }
}
