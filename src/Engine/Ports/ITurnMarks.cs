namespace LiveClass.Engine.Ports;

/// <summary>
/// Which entry is in hand, so that one that kills the process is found. Setting must cost nanoseconds and survive the death of
/// the process, not of the machine.
/// </summary>
public interface ITurnMarks
{
    /// <summary>Says that the turn of a position begins (or, with 0, that none is in hand).</summary>
    void Set(int partition, long position);

    /// <summary>
    /// At the start of ownership: how many times in a row the process died with this partition's same position in hand, and which.
    /// (0, 0) where it did not. Taking counts the death and clears what was in hand.
    /// </summary>
    (long Position, int Deaths) TakeDeaths(int partition);
}
