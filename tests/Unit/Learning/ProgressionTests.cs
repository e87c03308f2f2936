using System.Globalization;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Progressions;

namespace LiveClass.Tests.Unit.Learning;

public class ProgressionTests
{
    [Fact]
    public void Prerequisites_come_before_what_needs_them_else_the_order_of_the_list_holds()
    {
        var progression = NextStepAsk.ProgressionOf([2], [], [1], []);
        Assert.Equal([1, 2, 3, 0], progression.Order.ToArray());
    }

    [Fact]
    public void Prerequisites_outside_the_list_are_ignored()
    {
        var progression = Progression.Of([new SkillLine(new SkillKey(5), [new SkillKey(99)]), new SkillLine(new SkillKey(6), [new SkillKey(5)])]);

        Assert.True(progression.Prerequisites(0).IsEmpty);
        Assert.Equal([0], progression.Prerequisites(1).ToArray());
        Assert.Equal(1, progression.IndexOf(new SkillKey(6)));
        Assert.Equal(-1, progression.IndexOf(new SkillKey(99)));
        Assert.Equal(new SkillKey(6), progression.Key(1));
    }

    [Fact]
    public void The_frontier_is_what_is_unmastered_with_all_prerequisites_mastered()
    {
        var progression = NextStepAsk.ProgressionOf([], [], [0, 1]);
        var skills = new MasteryEstimate[3];
        Assert.Equal([true, true, false], Frontier());
        skills[0] = NextStepAsk.Mastered;
        Assert.Equal([false, true, false], Frontier());
        skills[1] = NextStepAsk.Mastered with { Level = MasteryLevel.ReviewDue };
        Assert.Equal([false, false, true], Frontier());

        bool[] Frontier() => [.. Enumerable.Range(0, 3).Select(i => progression.InFrontier(i, skills))];
    }

    [Fact]
    public void The_nearest_root_is_found_breadth_first()
    {
        // 5 needs 4 and 1; 4 needs 3, 3 needs 2: the root 1 is nearer than 2.
        var progression = NextStepAsk.ProgressionOf([], [], [], [2], [3], [4, 1]);
        var skills = new MasteryEstimate[6];
        Assert.Equal(1, progression.NearestUnmasteredRoot(5, skills));
        skills[1] = NextStepAsk.Mastered;
        Assert.Equal(2, progression.NearestUnmasteredRoot(5, skills));
        Assert.Equal(2, progression.NearestUnmasteredRoot(2, skills));
        skills[5] = NextStepAsk.Mastered;
        Assert.Equal(-1, progression.NearestUnmasteredRoot(5, skills));
    }

    [Fact]
    public void A_mastered_skill_covers_what_is_under_it()
    {
        var progression = NextStepAsk.ProgressionOf([], [0], [1]);
        var skills = new MasteryEstimate[3];
        skills[1] = NextStepAsk.Mastered;
        Assert.Equal(2, progression.NearestUnmasteredRoot(2, skills));
    }

    [Fact]
    public void A_progression_of_thousands_is_walked_without_recursion()
    {
        var chain = NextStepAsk.ProgressionOf([.. Enumerable.Range(0, 3000).Select(i => i == 0 ? Array.Empty<int>() : [i - 1])]);
        Assert.Equal(0, chain.NearestUnmasteredRoot(2999, new MasteryEstimate[3000]));
    }

    [Fact]
    public void A_cycle_that_got_in_all_the_same_loses_the_edges_that_close_it()
    {
        var progression = NextStepAsk.ProgressionOf([1], [0], [1]);

        Assert.Equal([0, 1, 2], progression.Order.ToArray());
        Assert.True(progression.Prerequisites(0).IsEmpty);
        Assert.Equal([0], progression.Prerequisites(1).ToArray());
        Assert.Equal(0, progression.NearestUnmasteredRoot(2, new MasteryEstimate[3]));
    }

    [Theory]
    [InlineData("a:b b:c c:", "")]
    [InlineData("a:b b:a", "a b")]
    [InlineData("a:a", "a")]
    [InlineData("x:a a:b b:c c:a", "a b c")]
    [InlineData("a:b,c b:d c:d d:", "")]
    [InlineData("a:out out:a", "a out")]
    public void A_cycle_is_named_in_the_order_of_its_prerequisites(string skills, string expected)
    {
        var needs = skills.Split(' ').Select(s => s.Split(':')).ToDictionary(
            s => s[0], s => s[1].Split(',', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

        var cycle = ProgressionCycle.Find(needs.Keys, skill => needs.TryGetValue(skill, out var found) ? found : []);

        Assert.Equal(expected, string.Join(' ', cycle));
    }

    [Fact]
    public void A_long_chain_has_no_cycle()
    {
        var cycle = ProgressionCycle.Find(
            Enumerable.Range(0, 100_000).Select(i => i.ToString(CultureInfo.InvariantCulture)),
            skill => skill == "0" ? [] : [(int.Parse(skill, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture)]);
        Assert.True(cycle.IsEmpty);
    }
}
