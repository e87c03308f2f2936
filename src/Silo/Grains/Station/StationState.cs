using LiveClass.Grains.Abstractions.Entries;

namespace LiveClass.Silo.Grains.Station;

/// <summary>What a classroom knows of one of its stations. Who sits there is told by the students.</summary>
public sealed class StationState(StationLine line)
{
    /// <summary>As configured.</summary>
    public StationLine Line { get; internal set; } = line;

    /// <summary>How many students sit there.</summary>
    public int Seated { get; internal set; }
}
