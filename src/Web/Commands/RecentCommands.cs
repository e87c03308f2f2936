using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Web.Commands;

/// <summary>Where this process put the newest commands into the log, so that one whose turn is late can be asked for. Bounded.</summary>
internal sealed class RecentCommands
{
    private const int Keep = 10_000;

    private readonly ConcurrentDictionary<CommandKey, (int Partition, long Position)> places = new();
    private readonly ConcurrentQueue<CommandKey> inOrder = new();

    /// <summary>Keeps a command's first place.</summary>
    public void Add(CommandKey command, int partition, long position)
    {
        if (!places.TryAdd(command, (partition, position))) return;
        inOrder.Enqueue(command);
        while (inOrder.Count > Keep && inOrder.TryDequeue(out var oldest)) places.TryRemove(oldest, out _);
    }

    /// <summary>The place of a command, where this process appended it.</summary>
    public bool TryGet(CommandKey command, out int partition, out long position)
    {
        var found = places.TryGetValue(command, out var place);
        (partition, position) = place;
        return found;
    }
}
