using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>The first outcome of a command: what a repeat gets.</summary>
/// <param name="Kind">What the asker was told.</param>
/// <param name="Code">Why not, where refused.</param>
/// <param name="Figure">The figure for the words.</param>
/// <param name="At">When, by receipt.</param>
/// <param name="Version">The board's version then.</param>
public readonly record struct SettledCommand(OutcomeKind Kind, RefusalCode Code, int Figure, Instant At, long Version)
{
    /// <summary>As the asker is told.</summary>
    public Outcome Outcome => new(Kind, Code, Version, Figure);
}
