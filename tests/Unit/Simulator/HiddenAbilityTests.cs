using LiveClass.Simulator.Class;

namespace LiveClass.Tests.Unit.Simulator;

public sealed class HiddenAbilityTests
{
    private static readonly InventedSkill Open = InventedProgression.Skills[0];
    private static readonly InventedSkill Choice = InventedProgression.Skills[1];

    [Fact]
    public void The_same_seed_draws_the_same_student()
    {
        var one = new HiddenAbility(new Random(7));
        var two = new HiddenAbility(new Random(7));
        var other = new HiddenAbility(new Random(8));
        Assert.All(InventedProgression.Skills, skill => Assert.Equal(one[skill.Id], two[skill.Id]));
        Assert.Contains(InventedProgression.Skills, skill => one[skill.Id] != other[skill.Id]);
    }

    [Fact]
    public void A_chance_is_between_the_floor_and_one_and_grows_with_practice()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var ability = new HiddenAbility(new Random(seed));
            var before = ability.ChanceOfRight(Choice, "measure-convert.3", trying: true);
            Assert.InRange(before, 0.25, 1);
            for (var attempt = 0; attempt < 10; attempt++) ability.Learn(Choice, attempt % 2 == 0, trying: true);
            Assert.True(ability.ChanceOfRight(Choice, "measure-convert.3", trying: true) > before);
        }
    }

    [Fact]
    public void A_guess_has_the_floors_chance_and_teaches_nothing()
    {
        var ability = new HiddenAbility(new Random(1));
        var before = ability[Choice.Id];
        ability.Learn(Choice, right: true, trying: false);
        Assert.Equal(before, ability[Choice.Id]);
        Assert.Equal(0.25, ability.ChanceOfRight(Choice, "measure-convert.1", trying: false));
        Assert.Equal(0.03, ability.ChanceOfRight(Open, "measure-ruler.1", trying: false));
    }

    [Fact]
    public void A_right_answer_teaches_more_than_a_wrong_one()
    {
        var (right, wrong) = (new HiddenAbility(new Random(3)), new HiddenAbility(new Random(3)));
        right.Learn(Open, right: true, trying: true);
        wrong.Learn(Open, right: false, trying: true);
        Assert.True(right[Open.Id] > wrong[Open.Id]);
    }

    [Fact]
    public void Practice_helps_what_needs_the_skill()
    {
        var ability = new HiddenAbility(new Random(3));
        var before = ability["measure-perimeter"];
        ability.Learn(Open, right: true, trying: true);
        Assert.True(ability["measure-perimeter"] > before);
    }

    [Fact]
    public void Nobody_is_far_better_at_a_skill_than_at_what_it_needs() =>
        Assert.All(Enumerable.Range(1, 200), static seed =>
        {
            var ability = new HiddenAbility(new Random(seed));
            Assert.All(InventedProgression.Skills, skill => Assert.All(skill.Needs, need => Assert.True(ability[skill.Id] <= ability[need] + 0.8)));
        });

    [Fact]
    public void A_class_has_strong_and_weak_students()
    {
        var chances = Enumerable.Range(1, 200).Select(static seed => new HiddenAbility(new Random(seed)).ChanceOfRight(Open, "measure-ruler.3", true)).ToArray();
        Assert.Contains(chances, static chance => chance < 0.5);
        Assert.Contains(chances, static chance => chance > 0.9);
        Assert.InRange(chances.Average(), 0.6, 0.85);
    }

    [Fact]
    public void Each_fifteen_students_have_one_who_guesses_one_who_pauses_and_two_who_ask()
    {
        var habits = Enumerable.Range(0, 15).Select(static number => new Temperament(new Random(number), number).Habit).ToList();
        Assert.Equal((1, 1, 2), (habits.Count(static h => h == WorkHabit.Guessing), habits.Count(static h => h == WorkHabit.Pausing), habits.Count(static h => h == WorkHabit.Asking)));
    }

    [Fact]
    public void Guesses_are_fast_and_thinking_is_not()
    {
        var guesser = new Temperament(new Random(1), 4);
        var approaches = Enumerable.Range(0, 300).Select(_ => guesser.Next()).ToArray();
        Assert.InRange(approaches.Count(static approach => !approach.Trying), 140, 220);
        Assert.All(approaches.Where(static approach => !approach.Trying), static approach => Assert.InRange(approach.Thinking.TotalSeconds, 0.8, 2.2));
        Assert.All(approaches.Where(static approach => approach.Trying), static approach => Assert.True(approach.Thinking.TotalSeconds > 4));
    }
}
