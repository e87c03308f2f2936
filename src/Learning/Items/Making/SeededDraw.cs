namespace LiveClass.Learning.Items.Making;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same seed and item give the same numbers on every machine.</summary>
internal sealed class SeededDraw(long seed, string item)
{
    private ulong at = (ulong)seed ^ Fnv(item);

    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public int Next(int count)
    {
        at += 0x9E3779B97F4A7C15;
        var mixed = (at ^ (at >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)Math.BigMul(mixed ^ (mixed >> 31), (ulong)count, out _);
    }

    /// <summary>The numbers from 0 to <paramref name="count"/> - 1 in a drawn order.</summary>
    public int[] Shuffled(int count)
    {
        var order = new int[count];
        for (var index = 0; index < count; index++)
        {
            var other = Next(index + 1);
            order[index] = order[other];
            order[other] = index;
        }

        return order;
    }

    /// <summary>FNV-1a over the UTF-16 units.</summary>
    public static ulong Fnv(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in text) hash = (hash ^ unit) * 0x100000001B3;
        return hash;
    }
}
