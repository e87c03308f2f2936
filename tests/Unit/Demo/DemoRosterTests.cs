using LiveClass.Learning.Items;
using LiveClass.Simulator.Demo;

namespace LiveClass.Tests.Unit.Demo;

/// <summary>Who sits in the demo classrooms, and how they behave.</summary>
public sealed class DemoRosterTests
{
    public static TheoryData<string> Rooms => [.. DemoRoom.All.Select(room => room.Id)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_has_the_thirty_students_that_are_promised(string id)
    {
        var room = DemoRoom.All.Single(known => known.Id == id);
        var habits = room.Students.CountBy(student => student.Habit).ToDictionary();
        var supports = room.Students.CountBy(student => student.Support).ToDictionary();

        Assert.Equal(30, room.Students.Length);
        Assert.Equal(
            (4, 5, 2, 2, 1, 1, 1, 1),
            (habits[DemoHabit.Ahead], habits[DemoHabit.Hole], habits[DemoHabit.Guessing], habits[DemoHabit.Pausing], habits[DemoHabit.WheelSpinning],
                habits[DemoHabit.LosesLink], habits[DemoHabit.Late], habits[DemoHabit.Absent]));
        Assert.Equal((2, 1, 1), (supports[DemoSupport.Spanish], supports[DemoSupport.ExtraTime], supports[DemoSupport.ReadAloud]));
        Assert.All(room.Students.Where(student => student.Habit == DemoHabit.Hole), student => Assert.Contains(student.Weak, new[] { "k05", "k07" }));
        Assert.Equal("k11", room.Students.Single(student => student.Habit == DemoHabit.WheelSpinning).Weak);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Two_share_a_first_name_and_one_has_twenty_four_letters(string id)
    {
        var first = DemoRoom.All.Single(known => known.Id == id).Students.Select(student => student.Name.Split(' ')[0]).ToList();

        Assert.Single(first.CountBy(name => name), name => name.Value == 2);
        Assert.Single(first, name => name.Length == 24);
        Assert.Equal(24, first.Max(name => name.Length));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Nobody_stands_because_a_station_is_full(string id)
    {
        var seated = DemoRoom.All.Single(known => known.Id == id).Students.Where(student => student.Station is not null).CountBy(student => student.Station!);

        Assert.All(seated, station => Assert.InRange(station.Value, 1, DemoStations.All.Single(known => known.Id == station.Key).Capacity));
    }

    [Fact]
    public void Every_skill_of_the_model_has_items_of_the_program() =>
        Assert.All(DemoSkills.All, skill => Assert.Equal(6, ItemTemplates.Shipped.All.Count(template => template.Skill == skill.Id)));

    [Fact]
    public void The_same_seed_gives_the_same_student_and_another_seed_another()
    {
        Assert.Equal(Answers(1), Answers(1));
        Assert.NotEqual(Answers(1), Answers(2));
    }

    [Fact]
    public void A_wrong_answer_is_mostly_one_that_a_misconception_predicts_and_the_scorer_finds_it()
    {
        var random = new Random(1);
        var misconceptions = 0;

        Assert.All(Enumerable.Range(0, 50), _ =>
        {
            var wrong = DemoAnswer.To("k11a-2", right: false, random);
            Assert.Equal(0, wrong.Score);
            Assert.NotNull(wrong.Response);
            misconceptions += wrong.Misconception is null ? 0 : 1;
            Assert.Equal(1, DemoAnswer.To("k11a-2", right: true, random).Score);
        });
        Assert.InRange(misconceptions, 30, 50);
    }

    [Fact]
    public void Who_guesses_is_quick_when_wrong_and_who_spins_its_wheels_gets_one_of_three()
    {
        var (room, guesser) = (DemoRoom.All[0], DemoRoom.All[0].Students[3]);
        var learner = new DemoLearner(room, guesser, 1);
        for (var n = 0; n < 24; n++)
        {
            var quick = learner.Next().Thinking < TimeSpan.FromSeconds(3);
            Assert.Equal(quick, !learner.Answer("k11", "k11a-1").IsRight);
        }

        var spinning = new DemoLearner(room, room.Students[1], 1);
        Assert.Equal(4, Enumerable.Range(0, 12).Count(_ => spinning.Answer("k11", "k11a-1").IsRight));
    }

    private static DemoAnswer[] Answers(int seed)
    {
        var learner = new DemoLearner(DemoRoom.All[0], DemoRoom.All[0].Students[4], seed);
        return [.. Enumerable.Range(0, 20).Select(_ => learner.Answer("k13", "k13a-1"))];
    }
}
