using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;

namespace LiveClass.Tests.Unit.Learning;

public class AnswerRuleTests
{
    [Fact]
    public void Three_right_in_a_row_reach_mastery_by_the_published_values()
    {
        var run = new PracticeRun();
        Assert.Equal(0.775, run.Right().Skill.Mastery, 6);
        Assert.Equal(0.945455, run.Right().Skill.Mastery, 6);
        Assert.False(run.Skill.ReachedMastery);
        Assert.Equal(0.988608, run.Right().Skill.Mastery, 6);
        Assert.True(run.Skill.ReachedMastery);
    }

    [Fact]
    public void A_wrong_start_and_a_right_answer_follow_the_published_values()
    {
        var run = new PracticeRun();
        Assert.Equal(0.169231, run.Wrong().Skill.Mastery, 6);
        Assert.Equal(0.530435, run.Right().Skill.Mastery, 6);
    }

    [Fact]
    public void A_part_score_moves_mastery_to_the_mix_of_right_and_wrong()
    {
        var run = new PracticeRun().Score(0.25f);

        var mixed = 0.25 * Bkt.Right(0.4, 0.2, 0.1) + 0.75 * Bkt.Wrong(0.4, 0.2, 0.1);
        Assert.Equal(Bkt.Learn(mixed, 0.1), run.Skill.Mastery, 6);
    }

    [Fact]
    public void A_part_score_is_an_opportunity_that_was_not_right()
    {
        var run = new PracticeRun().Score(0.99f);

        Assert.Equal(1, run.Skill.Opportunities);
        Assert.Equal(0, run.Skill.Right);
        Assert.Equal(0, run.Skill.Recent);
    }

    [Fact]
    public void A_first_attempt_after_a_hint_counts_as_wrong()
    {
        var hinted = new PracticeRun().Count(1, hints: 1);
        var wrong = new PracticeRun().Wrong();

        Assert.Equal(wrong.Skill, hinted.Skill);
        Assert.Equal(wrong.Student, hinted.Student);
        Assert.Equal(wrong.Item, hinted.Item);
    }

    [Fact]
    public void A_later_attempt_moves_nothing_but_the_age()
    {
        var run = new PracticeRun().Wrong();
        var (student, item, skill) = (run.Student, run.Item, run.Skill);

        run.Count(1, first: false, durationMs: 500);

        Assert.Equal(student, run.Student);
        Assert.Equal(item, run.Item);
        Assert.Equal(skill with { LastAt = run.Now }, run.Skill);
    }

    [Fact]
    public void A_later_attempt_alone_does_not_start_a_skill()
    {
        var run = new PracticeRun().Count(1, first: false);

        Assert.Equal(MasteryLevel.NotStarted, run.Skill.Level);
        Assert.Equal(0, run.Skill.Opportunities);
        Assert.Equal(0, run.Skill.Next);
    }

    [Fact]
    public void An_answer_that_arrives_late_does_not_turn_the_age_back()
    {
        var run = new PracticeRun().Right(2);
        var before = run.Skill.LastAt;
        var late = new Answer(1, true, 0, -1, EvidenceKind.Practice, before - TimeSpan.FromDays(3), 0);

        AnswerRule.Count(late, run.Policy, ref run.Student, ref run.Item, run.Skills);

        Assert.Equal(before, run.Skill.LastAt);
        Assert.Equal(3, run.Skill.Opportunities);
    }

    [Fact]
    public void What_an_adult_sees_weighs_as_one_attempt_and_leaves_the_item_alone()
    {
        var observed = new PracticeRun().Count(1, kind: EvidenceKind.Observed, durationMs: 100);

        Assert.Equal(0.775, observed.Skill.Mastery, 6);
        Assert.Equal(1, observed.Skill.Opportunities);
        Assert.Equal(default, observed.Item);
    }

    [Fact]
    public void Every_skill_of_a_right_answer_is_credited_in_full()
    {
        var run = new PracticeRun(skillCount: 8).Right(3);

        Assert.All(run.Skills, skill => Assert.Equal(0.988608, skill.Mastery, 6));
        Assert.All(run.Skills, skill => Assert.Equal(MasteryLevel.Mastered, skill.Level));
    }

    [Fact]
    public void Every_skill_of_a_wrong_answer_is_moved_down()
    {
        var run = new PracticeRun(skillCount: 3);
        run.Skills[0] = new MasteryEstimate { Opportunities = 5, Mastery = 0.8f };
        run.Skills[1] = new MasteryEstimate { Opportunities = 5, Mastery = 0.6f };
        run.Skills[2] = new MasteryEstimate { Opportunities = 5, Mastery = 0.7f };

        run.Wrong();

        Assert.True(run.Skills[0].Mastery < 0.8f);
        Assert.True(run.Skills[1].Mastery < 0.6f);
        Assert.True(run.Skills[2].Mastery < 0.7f);
    }

    [Fact]
    public void A_partner_that_the_student_cannot_do_does_not_keep_a_skill_from_mastery()
    {
        // Skill 0 alone is always right; with skill 1, which the student cannot do, always wrong.
        var run = new PracticeRun(skillCount: 2);
        for (var i = 0; i < 20 && !run.Skills[0].ReachedMastery; i++)
        {
            run.Wrong();
            var alone = new Answer(1, true, 0, -1, EvidenceKind.Practice, run.Now, 0);
            AnswerRule.Count(alone, run.Policy, ref run.Student, ref run.Item, run.Skills.AsSpan(0, 1));
        }

        Assert.True(run.Skills[0].ReachedMastery);
        Assert.False(run.Skills[1].ReachedMastery);
    }

    [Fact]
    public void A_true_or_false_item_needs_more_right_answers_than_an_open_one()
    {
        var open = new PracticeRun().Right(3);
        var either = new PracticeRun();
        for (var i = 0; i < 3; i++) either.Count(1, options: 2);

        Assert.True(open.Skill.ReachedMastery);
        Assert.False(either.Skill.ReachedMastery);
        for (var i = 0; i < 3; i++) either.Count(1, options: 2);
        Assert.True(either.Skill.ReachedMastery);
    }

    [Fact]
    public void Opportunities_without_mastery_start_anew_when_mastery_is_lost()
    {
        var run = new PracticeRun().Right(3);
        Assert.Equal(0, run.Skill.Unmastered);

        run.Wrong(2);

        Assert.False(run.Skill.ReachedMastery);
        Assert.InRange(run.Skill.Unmastered, 1, 2);
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        var run = new PracticeRun(skillCount: 8).Right(3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) run.Count(i % 3 == 0 ? 1 : 0, durationMs: 900 + i, options: i % 5);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
