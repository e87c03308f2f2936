using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Tests.Unit.Learning;

public class IdleTests
{
    [Theory]
    [InlineData(LessonBlockKind.Rotation, 1.9, false)]
    [InlineData(LessonBlockKind.Rotation, 2, true)]
    [InlineData(LessonBlockKind.WarmUp, 2, true)]
    [InlineData(LessonBlockKind.ExitTicket, 2, true)]
    [InlineData(LessonBlockKind.None, 2, true)]
    [InlineData(LessonBlockKind.Flex, 4.9, false)]
    [InlineData(LessonBlockKind.Flex, 5, true)]
    [InlineData(LessonBlockKind.WholeClass, 30, false)]
    [InlineData(LessonBlockKind.Project, 30, false)]
    public void Silence_counts_after_two_minutes_and_after_five_in_a_flex_block(LessonBlockKind block, double minutes, bool idle)
        => Assert.Equal(idle, new HelpAsk { Block = block }.SilentFor(minutes).Reasons().Contains(HelpReason.Idle));

    [Theory]
    [InlineData(null, true)]
    [InlineData(StationKind.Online, true)]
    [InlineData(StationKind.Assessment, true)]
    [InlineData(StationKind.TeacherLed, false)]
    [InlineData(StationKind.Collaborative, false)]
    [InlineData(StationKind.Independent, false)]
    [InlineData(StationKind.Project, false)]
    public void Silence_counts_only_where_a_device_is_worked_on(StationKind? station, bool idle)
    {
        var ask = new HelpAsk { Station = station }.SilentFor(8);
        Assert.Equal(idle, ask.Reasons().Contains(HelpReason.Idle));
    }

    [Theory]
    [InlineData(NextStepKind.Practice, true)]
    [InlineData(NextStepKind.Review, true)]
    [InlineData(NextStepKind.Check, true)]
    [InlineData(NextStepKind.ExitTicket, true)]
    [InlineData(NextStepKind.Choose, true)]
    [InlineData(NextStepKind.WorkOnPaper, false)]
    [InlineData(NextStepKind.GoToStation, false)]
    [InlineData(NextStepKind.Wait, false)]
    [InlineData(NextStepKind.Done, false)]
    public void Silence_counts_only_where_the_card_expects_an_answer(NextStepKind card, bool idle)
    {
        var ask = new HelpAsk { Card = card }.SilentFor(8);
        Assert.Equal(idle, ask.Reasons().Contains(HelpReason.Idle));
    }

    [Fact]
    public void Nobody_is_idle_while_eyes_are_up() => AssertNever(new HelpAsk { EyesUp = true });

    [Fact]
    public void Nobody_is_idle_in_a_pause_or_a_transition() => AssertNever(new HelpAsk { Paused = true });

    [Fact]
    public void Nobody_is_idle_on_a_break() => AssertNever(new HelpAsk { Presence = Presence.OnBreak });

    [Fact]
    public void A_lost_link_is_its_own_mark_and_never_idleness() => AssertNever(new HelpAsk { LinkLost = true });

    [Fact]
    public void Who_is_only_expected_is_not_idle() => AssertNever(new HelpAsk { Presence = Presence.Expected });

    [Fact]
    public void An_answer_ends_idleness()
    {
        var ask = new HelpAsk().SilentFor(4);
        Assert.Equal([HelpReason.Idle], ask.Hold());
        ask.LastAnswerAt = ask.Now;
        Assert.Empty(ask.Hold());
    }

    [Fact]
    public void Idleness_says_its_minutes_and_since_when_the_student_is_silent_however_late_it_is_seen()
    {
        var need = Assert.Single(new HelpAsk().SilentFor(7.5).Judge());
        Assert.Equal((7, HelpAsk.Joined + TimeSpan.FromMinutes(10)), (need.Count, need.Since));
    }

    [Fact]
    public void The_clock_starts_again_when_work_goes_on()
    {
        var ask = new HelpAsk().SilentFor(9);
        ask.ExpectedSince = ask.Now - TimeSpan.FromMinutes(1);
        Assert.Empty(ask.Judge());
        Assert.Equal(ask.ExpectedSince + TimeSpan.FromMinutes(2), ask.NextDue);
    }

    [Fact]
    public void It_falls_due_twice()
    {
        var ask = new HelpAsk().SilentFor(0);
        Assert.Equal(ask.LastAnswerAt + TimeSpan.FromMinutes(2), ask.NextDue);
        ask.Now = ask.NextDue;
        Assert.Equal([HelpReason.Idle], ask.Reasons());
        Assert.Equal(ask.LastAnswerAt + TimeSpan.FromMinutes(5), ask.NextDue);
        ask.Now = ask.NextDue;
        Assert.Equal(Instant.None, ask.NextDue);
    }

    [Fact]
    public void In_a_flex_block_it_falls_due_after_5_and_10_minutes()
    {
        var ask = new HelpAsk { Block = LessonBlockKind.Flex }.SilentFor(0);
        Assert.Equal(ask.LastAnswerAt + TimeSpan.FromMinutes(5), ask.NextDue);
        ask.Now = ask.NextDue;
        Assert.Equal(ask.LastAnswerAt + TimeSpan.FromMinutes(10), ask.NextDue);
    }

    [Fact]
    public void Who_never_answered_is_idle_when_the_quiet_minutes_are_over()
    {
        var ask = new HelpAsk { LastAnswerAt = default, Practised = false, Now = HelpAsk.Joined + TimeSpan.FromMinutes(2.5) };
        Assert.Empty(ask.Judge());
        Assert.Equal(HelpAsk.Joined + TimeSpan.FromMinutes(3), ask.NextDue);
        ask.Now = ask.NextDue;
        Assert.Equal([HelpReason.Idle], ask.Reasons());
    }

    [Fact]
    public void The_minutes_are_the_classrooms_own()
    {
        var patient = new HelpAsk { Policy = ClassroomPolicy.Default with { IdleMinutes = 4 } };
        Assert.Empty(patient.SilentFor(3.9).Judge());
        Assert.Equal([HelpReason.Idle], patient.SilentFor(4).Reasons());
    }

    private static void AssertNever(HelpAsk ask)
    {
        ask.SilentFor(45);
        Assert.Empty(ask.Judge());
        Assert.Equal(Instant.None, ask.NextDue);
    }
}
