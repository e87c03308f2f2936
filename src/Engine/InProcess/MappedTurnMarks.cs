using System.IO.MemoryMappedFiles;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Engine.InProcess;

/// <summary>
/// Turn marks in a memory-mapped file, <c>turns.mark</c>: the kernel keeps the page when the process dies, and setting one is a
/// write to memory. A partition has 64 bytes of its own: the position in hand, the position that the process died on, how often.
/// </summary>
internal sealed class MappedTurnMarks : ITurnMarks, IDisposable
{
    private const int Slot = 64;
    private const int Died = 8;
    private const int Deaths = 16;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    public MappedTurnMarks(string path)
    {
        file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, mapName: null, Slot * Partitioning.Count);
        view = file.CreateViewAccessor();
    }

    public void Set(int partition, long position) => view.Write(partition * Slot, position);

    public (long Position, int Deaths) TakeDeaths(int partition)
    {
        var slot = partition * Slot;
        var inHand = view.ReadInt64(slot);
        var deaths = inHand == 0 ? 0 : inHand == view.ReadInt64(slot + Died) ? view.ReadInt32(slot + Deaths) + 1 : 1;
        view.Write(slot + Died, inHand);
        view.Write(slot + Deaths, deaths);
        view.Write(slot, 0L);
        return (inHand, deaths);
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}
