namespace LiveClass.Simulator.Demo;

/// <summary>How a student of the demo school behaves.</summary>
public enum DemoHabit
{
    /// <summary>Thinks, answers, now and then asks.</summary>
    Typical,

    /// <summary>Two grades ahead.</summary>
    Ahead,

    /// <summary>Lacks one early skill under good later ones.</summary>
    Hole,

    /// <summary>Guesses fast, in bursts.</summary>
    Guessing,

    /// <summary>Stops working for some minutes now and then.</summary>
    Pausing,

    /// <summary>Tries one skill again and again without getting there.</summary>
    WheelSpinning,

    /// <summary>Its link drops for three minutes.</summary>
    LosesLink,

    /// <summary>Comes two minutes after the start.</summary>
    Late,

    /// <summary>Does not come today.</summary>
    Absent,
}

/// <summary>What a student's page is asked for.</summary>
public enum DemoSupport
{
    /// <summary>Nothing special.</summary>
    None,

    /// <summary>Spanish.</summary>
    Spanish,

    /// <summary>No clocks.</summary>
    ExtraTime,

    /// <summary>Questions are read aloud.</summary>
    ReadAloud,
}

/// <summary>An invented student.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Habit">How it behaves.</param>
/// <param name="Support">What its page is asked for.</param>
/// <param name="Station">The id of its station; null where it has none.</param>
/// <param name="Weak">The skill that it cannot do yet; null where there is none.</param>
public sealed record DemoStudent(string Id, string Name, DemoHabit Habit, DemoSupport Support, string? Station, string? Weak)
{
    /// <summary>True where its answers come from a device.</summary>
    public bool IsOnline => string.Equals(Station, DemoStations.Online, StringComparison.Ordinal);
}
