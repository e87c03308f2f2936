namespace LiveClass.Simulator.Class;

/// <summary>How a student works.</summary>
public enum WorkHabit
{
    /// <summary>Thinks, answers, now and then asks.</summary>
    Typical,

    /// <summary>Often guesses fast.</summary>
    Guessing,

    /// <summary>Stops working for some minutes now and then.</summary>
    Pausing,

    /// <summary>Asks for help sooner than others.</summary>
    Asking,
}

/// <summary>What a student does around its answers; all of it drawn from the student's own seed.</summary>
public sealed class Temperament
{
    private readonly Random random;
    private readonly double quickness;

    /// <summary>Draws one.</summary>
    /// <param name="random">The student's own randomness.</param>
    /// <param name="number">The student's place on the roster: of each fifteen one guesses, one pauses and two ask.</param>
    public Temperament(Random random, int number)
    {
        this.random = random;
        quickness = Math.Exp(0.3 * ((random.NextDouble() * 2) - 1));
        Habit = (number % 15) switch { 4 => WorkHabit.Guessing, 9 => WorkHabit.Pausing, 2 or 12 => WorkHabit.Asking, _ => WorkHabit.Typical };
    }

    /// <summary>How this student works.</summary>
    public WorkHabit Habit { get; }

    /// <summary>When it comes in, after the lesson's start: within 20 seconds.</summary>
    public TimeSpan Arrival => TimeSpan.FromSeconds(20 * random.NextDouble());

    /// <summary>How it takes the next item.</summary>
    public Approach Next()
    {
        var guesses = random.NextDouble() < (Habit == WorkHabit.Guessing ? 0.6 : 0.02);
        var seconds = guesses ? 0.8 + (1.4 * random.NextDouble()) : (6 + (26 * random.NextDouble() * random.NextDouble())) * quickness;
        var pauses = random.NextDouble() < (Habit == WorkHabit.Pausing ? 0.12 : 0.002);
        return new Approach(!guesses, TimeSpan.FromSeconds(seconds), pauses ? TimeSpan.FromSeconds(130 + (200 * random.NextDouble())) : TimeSpan.Zero);
    }

    /// <summary>Whether it raises its hand after so many wrong answers in a row.</summary>
    public bool Asks(int wrongInARow) => wrongInARow >= (Habit == WorkHabit.Asking ? 2 : 4) && random.NextDouble() < 0.35;

    /// <summary>Whether an answer with this chance is right.</summary>
    public bool Succeeds(double chance) => random.NextDouble() < chance;
}

/// <summary>How a student takes one item.</summary>
/// <param name="Trying">False for a guess.</param>
/// <param name="Thinking">From seeing the item to answering.</param>
/// <param name="Pause">What it does instead of working before that; mostly nothing.</param>
public readonly record struct Approach(bool Trying, TimeSpan Thinking, TimeSpan Pause);
