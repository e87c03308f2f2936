using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Help;

namespace LiveClass.Tests.Unit.Learning;

public class HelpTests
{
    [Fact]
    public void A_student_who_gets_on_needs_nothing()
    {
        var ask = new HelpAsk { Practice = new PracticeRun().Right(4) };
        Assert.Empty(ask.Judge());
        Assert.Equal(HelpVerdict.Fine, ask.Verdict);
    }

    [Fact]
    public void One_of_the_last_seven_is_struggling_and_says_its_figures()
    {
        var need = Assert.Single(new HelpAsk { Practice = new PracticeRun().Right().Wrong(6) }.Judge());
        Assert.Equal(new HelpNeeded(HelpReason.Struggling, HelpAsk.SkillKey, HelpAsk.Joined + TimeSpan.FromMinutes(20), 1, 7), need);
    }

    [Fact]
    public void Two_of_the_last_seven_is_not_struggling()
        => Assert.Empty(new HelpAsk { Practice = new PracticeRun().Right(2).Wrong(5) }.Judge());

    [Fact]
    public void None_of_the_first_four_is_struggling_at_the_start()
    {
        Assert.Empty(new HelpAsk { Practice = new PracticeRun().Wrong(3) }.Judge());
        var need = Assert.Single(new HelpAsk { Practice = new PracticeRun().Wrong(4) }.Judge());
        Assert.Equal((HelpReason.StrugglingAtStart, 0, 4), (need.Reason, need.Count, need.Of));
    }

    [Fact]
    public void Ten_opportunities_without_mastery_are_wheel_spinning()
    {
        var practice = new PracticeRun();
        for (var i = 0; i < 9; i++) practice.Score(i % 3 == 0 ? 1 : 0);
        Assert.Empty(new HelpAsk { Practice = practice }.Judge());

        var need = Assert.Single(new HelpAsk { Practice = practice.Right() }.Judge());

        Assert.Equal((HelpReason.WheelSpinning, 10), (need.Reason, need.Count));
    }

    [Fact]
    public void Help_clears_when_the_student_recovers()
    {
        var ask = new HelpAsk { Practice = new PracticeRun().Wrong(10) };
        Assert.Equal([HelpReason.Struggling, HelpReason.WheelSpinning], ask.Hold());
        ask.Practice.Right(2);
        Assert.Equal([HelpReason.WheelSpinning], ask.Hold());
        ask.Practice.Right(2);
        Assert.Empty(ask.Hold());
    }

    [Fact]
    public void A_bad_start_clears_with_the_first_right_answer()
    {
        var ask = new HelpAsk { Practice = new PracticeRun().Wrong(5) };
        Assert.Equal([HelpReason.StrugglingAtStart], ask.Hold());
        ask.Practice.Right();
        Assert.Empty(ask.Hold());
    }

    [Fact]
    public void A_reason_that_goes_on_keeps_its_beginning()
    {
        var ask = new HelpAsk { Practice = new PracticeRun().Wrong(7) };
        var since = ask.Judge()[0].Since;
        ask.Hold();
        ask.Now += TimeSpan.FromMinutes(1);
        ask.Practice.Wrong();

        Assert.Equal(since, ask.Judge()[0].Since);
    }

    [Fact]
    public void A_reason_on_another_skill_begins_anew()
    {
        var ask = new HelpAsk
        {
            Practice = new PracticeRun().Wrong(7),
            Held = [new HelpNeeded(HelpReason.Struggling, new SkillKey(7), HelpAsk.Joined, 0, 7)],
        };
        Assert.Equal(ask.Now, ask.Judge()[0].Since);
    }

    [Fact]
    public void Three_fast_wrong_answers_of_the_last_five_are_rapid_guessing()
    {
        var practice = new PracticeRun().Count(1, durationMs: 9_000).Count(0, durationMs: 500).Count(1, durationMs: 500).Count(0, durationMs: 500);
        Assert.Empty(new HelpAsk { Practice = practice }.Judge());

        var need = Assert.Single(new HelpAsk { Practice = practice.Count(0, durationMs: 500) }.Judge());
        Assert.Equal((HelpReason.RapidGuessing, default(SkillKey), 3, 5), (need.Reason, need.Skill, need.Count, need.Of));

        Assert.Empty(new HelpAsk { Practice = practice.Right(2) }.Judge());
    }

    [Fact]
    public void What_was_practised_in_an_earlier_lesson_is_no_reason_now()
    {
        var practice = new PracticeRun();
        for (var i = 0; i < 7; i++) practice.Count(0, durationMs: 500);
        Assert.Empty(new HelpAsk { Practice = practice, Practised = false }.Judge());
    }

    [Fact]
    public void In_the_first_three_minutes_only_a_hand_counts()
    {
        var ask = new HelpAsk
        {
            Practice = new PracticeRun().Wrong(7),
            Now = HelpAsk.Joined + TimeSpan.FromMinutes(2.9),
            LastAnswerAt = HelpAsk.Joined,
            HandSince = HelpAsk.Joined + TimeSpan.FromMinutes(1),
        };
        var need = Assert.Single(ask.Judge());
        Assert.Equal((HelpReason.HandRaised, ask.HandSince), (need.Reason, need.Since));
        Assert.Equal(HelpAsk.Joined + TimeSpan.FromMinutes(3), ask.NextDue);

        ask.Now = ask.NextDue;
        Assert.Equal([HelpReason.HandRaised, HelpReason.Struggling, HelpReason.Idle], ask.Reasons());
    }

    [Fact]
    public void Who_has_not_joined_has_no_reason_but_a_hand()
    {
        var ask = new HelpAsk { Practice = new PracticeRun().Wrong(7), JoinedAt = default, HandSince = HelpAsk.Joined };
        Assert.Equal([HelpReason.HandRaised], ask.Reasons());
        Assert.Equal(Instant.None, ask.NextDue);
    }

    [Theory]
    [InlineData(Presence.Absent)]
    [InlineData(Presence.Left)]
    [InlineData(Presence.Elsewhere)]
    public void Who_is_not_in_the_room_cannot_be_helped(Presence presence)
    {
        var ask = new HelpAsk { Practice = new PracticeRun().Wrong(7), Presence = presence, HandSince = HelpAsk.Joined }.SilentFor(9);
        Assert.Empty(ask.Judge());
        Assert.Equal(Instant.None, ask.NextDue);
    }

    [Fact]
    public void Without_a_lesson_nobody_needs_help()
        => Assert.Empty(new HelpAsk { Practice = new PracticeRun().Wrong(7), LessonRunning = false, HandSince = HelpAsk.Joined }.Judge());

    [Fact]
    public void Little_is_known_is_not_fine()
    {
        Assert.Equal(HelpVerdict.Indeterminate, new HelpAsk { Practised = false }.Verdict);
        Assert.Equal(HelpVerdict.Indeterminate, new HelpAsk { Practice = new PracticeRun().Wrong(3) }.Verdict);
        Assert.Equal(HelpVerdict.Needed, new HelpAsk { Practice = new PracticeRun().Wrong(4) }.Verdict);
    }

    [Fact]
    public void All_reasons_at_once_come_most_pressing_first_and_fit()
    {
        var practice = new PracticeRun();
        for (var i = 0; i < 12; i++) practice.Count(0, durationMs: 400);
        var ask = new HelpAsk { Practice = practice, HandSince = HelpAsk.Joined }.SilentFor(6);
        Assert.Equal(
            [HelpReason.HandRaised, HelpReason.Struggling, HelpReason.WheelSpinning, HelpReason.RapidGuessing, HelpReason.Idle], ask.Reasons());
    }

    [Fact]
    public void Judging_allocates_nothing()
    {
        var ask = new HelpAsk { Practice = new PracticeRun().Wrong(12) };
        Span<HelpNeeded> found = stackalloc HelpNeeded[HelpRule.Most];
        HelpRule.Judge(ask.Question, found);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) HelpRule.Judge(ask.Question, found);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
