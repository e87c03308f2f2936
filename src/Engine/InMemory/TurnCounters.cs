using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.InMemory;

/// <summary>The turn marks of a modelled machine: they outlive the process.</summary>
internal sealed class TurnCounters
{
    private readonly (long InHand, long Position, int Deaths)[] marks = new (long, long, int)[Partitioning.Count];

    public void Set(int partition, long position) => marks[partition].InHand = position;

    public (long Position, int Deaths) TakeDeaths(int partition)
    {
        ref var mark = ref marks[partition];
        if (mark.InHand == 0) mark = default;
        else mark = (0, mark.InHand, mark.InHand == mark.Position ? mark.Deaths + 1 : 1);
        return (mark.Position, mark.Deaths);
    }
}
