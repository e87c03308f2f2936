namespace LiveClass.Simulator.Demo;

/// <summary>
/// What a student of the demo school can do, which the server never sees, and how it takes an item. Abilities are on the logit scale
/// of the Rasch model and grow with practice; where a habit must show, a fixed pattern decides in place of chance. The same seed gives
/// the same student.
/// </summary>
public sealed class DemoLearner
{
    private readonly DemoRoom room;
    private readonly DemoStudent student;
    private readonly Random random;
    private readonly Dictionary<string, double> abilities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> tries = new(StringComparer.Ordinal);
    private readonly double learningRate;
    private readonly double quickness;
    private int answers;
    private int wrongInARow;

    /// <summary>Draws a student from a seed.</summary>
    public DemoLearner(DemoRoom room, DemoStudent student, int seed)
    {
        (this.room, this.student) = (room, student);
        random = new Random(unchecked((seed * 100_003) + (Place * 7_919) + room.Grade));
        learningRate = 0.08 + (0.12 * random.NextDouble());
        quickness = Math.Exp(0.35 * ((random.NextDouble() * 2) - 1));
        var general = 0.5 * Normal();
        foreach (var skill in DemoSkills.All) abilities[skill.Id] = general + From(skill) + (0.3 * Normal());
        answers = Place % 8;
    }

    /// <summary>The student's place on the list, from 1.</summary>
    public int Place => DemoMoments.PlaceOf(student);

    /// <summary>True where the student knew a skill before the lessons that are kept.</summary>
    public bool Knew(DemoSkill skill) => !IsWeakAt(skill.Id) && skill.Grade <= KnownGrade && !room.Yesterday.Contains(skill.Id);

    /// <summary>How long it takes from seeing an item to answering, and what it does before.</summary>
    public DemoPace Next()
    {
        var guesses = student.Habit == DemoHabit.Guessing && answers % 8 < 3;
        if (guesses) return new DemoPace(TimeSpan.FromSeconds(0.3 + (0.4 * random.NextDouble())), TimeSpan.FromSeconds(6 + (8 * random.NextDouble())));
        var seconds = (student.Habit == DemoHabit.Ahead ? 6 + (10 * random.NextDouble()) : 11 + (26 * random.NextDouble() * random.NextDouble()))
            * quickness * (student.Support == DemoSupport.ExtraTime ? 1.5 : 1);
        return new DemoPace(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(1 + (2 * random.NextDouble())));
    }

    /// <summary>Answers an item of a skill, and learns from it.</summary>
    public DemoAnswer Answer(string skill, string item)
    {
        var answer = DemoAnswer.To(item, Succeeds(skill), random);
        Learn(skill, answer.IsRight);
        wrongInARow = answer.IsRight ? 0 : wrongInARow + 1;
        return answer;
    }

    /// <summary>Answers an item as it did before the lessons that are kept: right, or wrong where the skill has since faded.</summary>
    public DemoAnswer Remember(string item, bool right) => DemoAnswer.To(item, right, random);

    /// <summary>Whether it raises its hand now: after three wrong answers, sometimes.</summary>
    public bool Asks() => student.Habit != DemoHabit.Guessing && wrongInARow == 3 && random.NextDouble() < 0.4;

    private int KnownGrade => student.Habit == DemoHabit.Ahead ? room.Grade + 2 : room.Grade - 1;

    private bool IsWeakAt(string skill) =>
        string.Equals(skill, student.Weak, StringComparison.Ordinal)
        || (student is { Habit: DemoHabit.Hole, IsOnline: false } && string.Equals(skill, room.Hard, StringComparison.Ordinal));

    private double From(DemoSkill skill) =>
        Knew(skill) ? 2.4
        : student.Habit == DemoHabit.Ahead ? 1.6
        // A mark of help would stand in the place of the lost link's.
        : student.Habit == DemoHabit.LosesLink ? 2.2
        : room.Yesterday.Contains(skill.Id) ? 1.3
        : skill.Grade <= room.Grade + 1 ? 0.2 : -0.6;

    // Patterns: 1 right of 3 never masters and never fails outright; 1 of 8 fails; three quick wrong ones after five right ones are guesses.
    private bool Succeeds(string skill)
    {
        var before = tries.GetValueOrDefault(skill);
        tries[skill] = before + 1;
        var guesses = answers++ % 8 < 3;
        var chance = 1 / (1 + Math.Exp(-abilities[skill]));
        var lucky = random.NextDouble() < chance;
        if (IsWeakAt(skill)) return student.Habit == DemoHabit.WheelSpinning ? before % 3 == 0 : before % 8 == 5;
        return student.Habit == DemoHabit.Guessing ? !guesses : lucky;
    }

    private void Learn(string skill, bool right)
    {
        if (IsWeakAt(skill)) return;
        var known = 1 / (1 + Math.Exp(-abilities[skill]));
        abilities[skill] += learningRate * (right ? 1 : 0.6) * (1.2 - known);
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

/// <summary>How a student takes one item.</summary>
/// <param name="Thinking">From seeing the item to answering.</param>
/// <param name="Before">What it does before it looks at the item.</param>
public readonly record struct DemoPace(TimeSpan Thinking, TimeSpan Before);
