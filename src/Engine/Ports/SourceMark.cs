using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.Ports;

/// <summary>
/// What an owner says of a source that is at its limits: exactly which numbers it has seen, so that the edge can refuse before
/// anything is taken. Said again with each change, until the source has room.
/// </summary>
/// <param name="Classroom">The classroom that it sends to.</param>
/// <param name="Source">The source.</param>
/// <param name="Seen">The ranges of numbers seen, ascending and apart; default where it has room again.</param>
public readonly record struct SourceMark(ClassroomKey Classroom, SourceKey Source, ImmutableArray<(long From, long To)> Seen)
{
    /// <summary>True where the source has room again.</summary>
    public bool Cleared => Seen.IsDefault;
}
