using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.NextSteps;

namespace LiveClass.Tests.Unit.Learning;

public class NextStepTests
{
    [Fact]
    public void Without_a_lesson_there_is_nothing_to_do()
    {
        var step = new NextStepAsk([[]]) { LessonRunning = false, EyesUp = true, PinnedSkill = 0 }.WithItems().Choose();
        Assert.Equal((NextStepKind.Done, NextStepReason.NoLesson), (step.Kind, step.Reason));
    }

    [Fact]
    public void While_eyes_are_up_everybody_waits_pinned_or_not()
    {
        var step = new NextStepAsk([[]]) { EyesUp = true, PinnedSkill = 0 }.WithItems().Choose();
        Assert.Equal((NextStepKind.Wait, NextStepReason.EyesUp), (step.Kind, step.Reason));
    }

    [Theory]
    [InlineData(StationKind.TeacherLed)]
    [InlineData(StationKind.Collaborative)]
    [InlineData(StationKind.Independent)]
    [InlineData(StationKind.Project)]
    public void At_a_station_without_a_device_the_work_is_on_paper(StationKind station)
    {
        var step = new NextStepAsk([[]]) { Station = station, StationKey = new StationKey(7), Targets = [0] }.WithItems().Choose();
        Assert.Equal((NextStepKind.WorkOnPaper, NextStepReason.AtStation, new StationKey(7)), (step.Kind, step.Reason, step.Station));
    }

    [Theory]
    [InlineData(StationKind.Online)]
    [InlineData(StationKind.Assessment)]
    [InlineData(null)]
    public void At_a_device_there_is_an_item(StationKind? station)
    {
        var step = new NextStepAsk([[]]) { Station = station, Targets = [0] }.WithItems().Choose();
        Assert.Equal((NextStepKind.Practice, NextStepReason.Target), (step.Kind, step.Reason));
        Assert.NotEqual(default, step.Item);
    }

    [Fact]
    public void The_teachers_pin_comes_before_all_skills_even_unready_ones()
    {
        var ask = new NextStepAsk([], [0]) { Targets = [0], PinnedSkill = 1, PinnedUntil = PracticeRun.Start + TimeSpan.FromMinutes(10) }.WithItems();

        var step = ask.Choose();

        Assert.Equal((NextStepAsk.Key(1), NextStepReason.TeacherPinned, ask.PinnedUntil), (step.Skill, step.Reason, step.Until));
        Assert.Equal(1, ask.Items.SkillOf(step.Item));
    }

    [Fact]
    public void A_pinned_item_is_given_with_its_chance()
    {
        var ask = new NextStepAsk([[]]) { PinnedSkill = 0 }.WithItems();
        ask.PinnedItem = ask.Items.Key(1);

        var step = ask.Choose();

        Assert.Equal(ask.Items.Key(1), step.Item);
        Assert.InRange(step.SuccessChance, 0.5f, 0.99f);
    }

    [Fact]
    public void A_pin_ends_at_its_time()
    {
        var ask = new NextStepAsk([], []) { Targets = [0], PinnedSkill = 1, PinnedUntil = PracticeRun.Start }.WithItems();
        Assert.Equal(NextStepReason.Target, ask.Choose().Reason);
    }

    [Fact]
    public void A_target_that_lacks_a_prerequisite_gives_its_nearest_root()
    {
        // 0 - 1 - 2 - 3: 0 is mastered, so 1 is what 3 lacks first.
        var ask = new NextStepAsk([], [0], [1], [2]) { Targets = [3] }.WithItems();
        ask.Skills[0] = NextStepAsk.Mastered;

        var step = ask.Choose();

        Assert.Equal((NextStepAsk.Key(1), NextStepReason.Gap), (step.Skill, step.Reason));
    }

    [Fact]
    public void What_fails_for_want_of_a_prerequisite_comes_before_the_target()
    {
        // 1 fails and builds on 0; 2 is today's target and ready.
        var ask = new NextStepAsk([], [0], []) { Targets = [2] }.WithItems();
        ask.Skills[1] = NextStepAsk.Struggling;

        var step = ask.Choose();

        Assert.Equal((NextStepAsk.Key(0), NextStepReason.Gap), (step.Skill, step.Reason));
    }

    [Fact]
    public void Targets_come_in_the_teachers_order_and_only_until_mastered()
    {
        var ask = new NextStepAsk([], [], []) { Targets = [2, 0] }.WithItems();
        Assert.Equal(NextStepAsk.Key(2), ask.Choose().Skill);

        ask.Skills[2] = NextStepAsk.Mastered;
        Assert.Equal((NextStepAsk.Key(0), NextStepReason.Target), (ask.Choose().Skill, ask.Choose().Reason));
    }

    [Fact]
    public void After_the_targets_come_reviews_the_oldest_first()
    {
        var ask = new NextStepAsk([], [], []) { Targets = [0] }.WithItems();
        ask.Skills[0] = NextStepAsk.Mastered;
        ask.Skills[1] = NextStepAsk.Mastered with { LastAt = PracticeRun.Start - TimeSpan.FromDays(300) };
        ask.Skills[2] = NextStepAsk.Mastered with { LastAt = PracticeRun.Start - TimeSpan.FromDays(400) };

        var step = ask.Choose();

        Assert.Equal((NextStepKind.Review, NextStepReason.ReviewDue, NextStepAsk.Key(2)), (step.Kind, step.Reason, step.Skill));
    }

    [Fact]
    public void After_reviews_comes_the_frontier_what_was_begun_first()
    {
        var ask = new NextStepAsk([], [0], [0]) { Targets = [0] }.WithItems();
        ask.Skills[0] = NextStepAsk.Mastered;
        ask.Skills[2] = new MasteryEstimate { Mastery = 0.5f, Opportunities = 2, Level = MasteryLevel.Learning };

        var step = ask.Choose();

        Assert.Equal((NextStepReason.Frontier, NextStepAsk.Key(2)), (step.Reason, step.Skill));
    }

    [Fact]
    public void When_everything_is_mastered_the_student_is_done()
    {
        var ask = new NextStepAsk([], [0]) { Targets = [1] }.WithItems();
        ask.Skills.AsSpan().Fill(NextStepAsk.Mastered);
        var step = ask.Choose();
        Assert.Equal((NextStepKind.Done, NextStepReason.AllMastered), (step.Kind, step.Reason));
    }

    [Fact]
    public void A_skill_nearly_mastered_is_checked_where_there_is_an_item_for_it()
    {
        var ask = new NextStepAsk([[]]) { Targets = [0] }.WithItems();
        ask.Skills[0] = new MasteryEstimate { Mastery = 0.94f, Opportunities = 2, Right = 2, Level = MasteryLevel.Learning };
        Assert.Equal((NextStepKind.Practice, NextStepReason.NearlyThere), (ask.Choose().Kind, ask.Choose().Reason));

        var check = ask.Items.Add(0, kind: EvidenceKind.Formative);

        Assert.Equal((NextStepKind.Check, ask.Items.Key(check)), (ask.Choose().Kind, ask.Choose().Item));
    }

    [Theory]
    [InlineData(EvidenceKind.Interim)]
    [InlineData(EvidenceKind.Summative)]
    public void An_item_of_an_assessment_is_never_given_as_practice(EvidenceKind kind)
    {
        var ask = new NextStepAsk([[]]) { Targets = [0] };
        ask.Items.Add(0, kind: kind);
        Assert.Equal(NextStepKind.WorkOnPaper, ask.Choose().Kind);
    }

    [Fact]
    public void A_target_without_items_is_work_on_paper_and_never_an_empty_card()
    {
        var ask = new NextStepAsk([], []) { Targets = [0] };
        ask.Items.Add(1);
        var step = ask.Choose();
        Assert.Equal((NextStepKind.WorkOnPaper, NextStepReason.NoItems, NextStepAsk.Key(0)), (step.Kind, step.Reason, step.Skill));
    }

    [Fact]
    public void Another_target_with_items_comes_before_paper()
    {
        var ask = new NextStepAsk([], []) { Targets = [0, 1] };
        ask.Items.Add(1);
        Assert.Equal((NextStepKind.Practice, NextStepAsk.Key(1)), (ask.Choose().Kind, ask.Choose().Skill));
    }

    [Fact]
    public void Items_aim_at_a_chance_of_60_to_85_percent()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var ask = new NextStepAsk([[]]) { Targets = [0], Seed = seed };
            foreach (var difficulty in new[] { -5.0, -3, 2, -1, 4, 6, -4, 3 }) ask.Items.Add(0, difficulty);
            Assert.InRange(ask.Choose().SuccessChance, 0.6f, 0.85f);
        }
    }

    [Fact]
    public void Where_nothing_is_in_the_aim_the_nearest_is_given()
    {
        var ask = new NextStepAsk([[]]) { Targets = [0] };
        ask.Items.Add(0, difficulty: 5);
        var nearest = ask.Items.Add(0, difficulty: 1);
        ask.Items.Add(0, difficulty: 3);
        Assert.Equal(ask.Items.Key(nearest), ask.Choose().Item);
    }

    [Fact]
    public void The_same_item_is_never_given_twice_in_a_row()
    {
        var ask = new NextStepAsk([[]]) { Targets = [0] }.WithItems();
        for (var seed = 0; seed < 100; seed++)
        {
            ask.Seed = seed;
            var item = ask.Choose().Item;
            Assert.NotEqual(ask.LastItem, item.Value - 1);
            ask.LastItem = item.Value - 1;
        }
    }

    [Fact]
    public void Where_a_target_has_one_item_something_else_comes_between()
    {
        var ask = new NextStepAsk([], []) { Targets = [0] };
        ask.LastItem = ask.Items.Add(0);
        ask.Items.Add(1);
        Assert.Equal((NextStepAsk.Key(1), NextStepReason.Frontier), (ask.Choose().Skill, ask.Choose().Reason));
    }

    [Fact]
    public void The_only_item_of_all_may_be_repeated()
    {
        var ask = new NextStepAsk([[]]) { Targets = [0] };
        ask.LastItem = ask.Items.Add(0);
        Assert.Equal(ask.Items.Key(0), ask.Choose().Item);
    }

    [Fact]
    public void A_card_keeps_its_item_until_it_is_answered()
    {
        var ask = new NextStepAsk([[]]) { Targets = [0] };
        for (var i = 0; i < 30; i++) ask.Items.Add(0);
        ask.Current = ask.Choose();
        for (ask.Seed = 2; ask.Seed < 50; ask.Seed++) Assert.Equal(ask.Current, ask.Choose());

        ask.LastItem = ask.Current.Item.Value - 1;
        Assert.NotEqual(ask.Current.Item, ask.Choose().Item);
    }

    [Fact]
    public void Choosing_costs_the_same_on_a_bank_of_any_size_and_allocates_nothing()
    {
        var ask = new NextStepAsk([], [0], [1], [2]) { Targets = [3, 1] };
        for (var i = 0; i < 100_000; i++) ask.Items.Add(i % 4, difficulty: 6);
        ask.Skills[2] = NextStepAsk.Struggling;
        ask.Choose();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (ask.Seed = 0; ask.Seed < 1000; ask.Seed++) NextStepRule.Choose(ask.Question);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
