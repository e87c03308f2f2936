namespace LiveClass.Silo;

/// <summary>Which rules this build has.</summary>
public static class Rules
{
    /// <summary>
    /// The version of everything that a turn decides by. It is part of a classroom's state and changes there by a log entry only;
    /// raise it whenever the same entries could lead to other results.
    /// </summary>
    public const int Version = 2;

    /// <summary>The version that a classroom has until its log says another.</summary>
    public const int First = 1;
}
