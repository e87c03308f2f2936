using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>The first outcome of a command: what a repeat gets.</summary>
public readonly record struct SettledCommand(OutcomeKind Kind, RefusalCode Code, int Figure, long Version)
{
    /// <summary>As the asker is told.</summary>
    public Outcome Outcome => new(Kind, Code, Version, Figure);
}
