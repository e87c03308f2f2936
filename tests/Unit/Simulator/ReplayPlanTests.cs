using LiveClass.Simulator.Replay;

namespace LiveClass.Tests.Unit.Simulator;

public sealed class ReplayPlanTests
{
    private const string Log = """
        student,item,skills,time,correct
        s3,i1,k1,0,1
        s1,i2,k2;k3,0,0
        s3,i3,k1,0,1
        s2,i1,k1,0,1
        s9,i4,k4,0,0.5
        s1,i2,k2,0,1

        """;

    [Fact]
    public void Students_are_dealt_round_robin_by_first_appearance()
    {
        var plan = Plan(Log, 2);
        Assert.Equal(["s3", "s2"], plan.Classrooms[0].Students.ToArray());
        Assert.Equal(["s1", "s9"], plan.Classrooms[1].Students.ToArray());
    }

    [Fact]
    public void More_classrooms_than_students_makes_no_empty_classroom() => Assert.Equal(4, Plan(Log, 50).Classrooms.Length);

    [Fact]
    public void A_classroom_lists_every_skill_that_its_answers_name_and_targets_the_most_frequent()
    {
        var room = Plan(Log, 2).Classrooms[1];
        Assert.Equal(["k2", "k3", "k4"], room.Skills.ToArray());
        Assert.Equal(["k2", "k3", "k4"], room.Targets.ToArray());
        Assert.Equal("k2", room.Targets[0]);
    }

    [Fact]
    public void Targets_are_at_most_twelve()
    {
        var log = "student,item,skills,time,correct\n" + string.Concat(Enumerable.Range(1, 30).Select(static k => $"s1,i1,k{k},0,1\n"));
        Assert.Equal(12, Plan(log, 1).Classrooms[0].Targets.Length);
    }

    [Fact]
    public void Sequences_run_from_one_without_gaps_in_each_students_order()
    {
        var answers = Plan(Log, 2).Classrooms[0].Answers.Where(static answer => answer.Item.Student == "s3").ToArray();
        Assert.Equal([1L, 2L], answers.Select(static answer => answer.Item.Sequence));
        Assert.Equal(["i1", "i3"], answers.Select(static answer => answer.Item.Item));
    }

    [Fact]
    public void The_same_log_and_seed_send_the_same_numbers_and_bodies() =>
        Assert.Equal(
            Plan(Log, 2).Classrooms.SelectMany(static room => room.Answers).Select(static answer => answer.Item with { Skills = null }),
            Plan(Log, 2).Classrooms.SelectMany(static room => room.Answers).Select(static answer => answer.Item with { Skills = null }));

    [Fact]
    public void Another_seed_has_other_sources_and_other_classrooms()
    {
        var one = Plan(Log, 2).Classrooms[0];
        var two = ReplayPlan.Of(ResponseLog.Read(new StringReader(Log)), 2, "2").Classrooms[0];
        Assert.NotEqual(one.Id, two.Id);
        Assert.NotEqual(one.Answers[0].Item.Source, two.Answers[0].Item.Source);
    }

    [Fact]
    public void A_source_is_fixed_for_ever()
    {
        // SHA-256 of "replay/1/s2533" begins with these 64 bits.
        Assert.Equal("replay-1-s2533.8172b933b80c455b", ReplaySources.Of("1", "s2533"));
        Assert.Matches("^replay-7-ana\\.[0-9a-f]{16}$", ReplaySources.Of("7", "ana"));
    }

    [Theory]
    [InlineData("s1,i1,k1,0", "Line 2")]
    [InlineData("s1,i1,,0,1", "Line 2")]
    [InlineData("s1,i1,k1,soon,1", "time")]
    [InlineData("s1,i1,k1,0,2", "correct")]
    [InlineData("s1,i1,k1,0,NaN", "correct")]
    public void A_bad_line_is_named(string line, string says)
    {
        var failure = Assert.Throws<InvalidDataException>(() => Plan("student,item,skills,time,correct\n" + line, 1));
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_with_times_is_paced_by_them_and_one_without_by_its_count()
    {
        Assert.True(Pace.TryParse("10", out var pace));
        var timed = Plan("student,item,skills,time,correct\ns1,i1,k1,1000,1\ns1,i1,k1,1060,1\n", 1);
        Assert.Equal(TimeSpan.FromSeconds(6), pace.Due(timed, 1, timed.Classrooms[0].Answers[1]));
        var untimed = Plan(Log, 1);
        Assert.Equal(TimeSpan.FromSeconds(0.3), pace.Due(untimed, 3, untimed.Classrooms[0].Answers[3]));
        Assert.Equal(TimeSpan.Zero, Pace.Max.Due(untimed, 3, untimed.Classrooms[0].Answers[3]));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("quick")]
    public void A_pace_is_max_or_above_zero(string text) => Assert.False(Pace.TryParse(text, out _));

    private static ReplayPlan Plan(string log, int classrooms) => ReplayPlan.Of(ResponseLog.Read(new StringReader(log)), classrooms, "1");
}
