using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Silo.Reactors;

/// <summary>The rare events of a block of the journal, with the positions of their entries. What is frequent is stepped over.</summary>
internal static class JournalRare
{
    /// <summary>Reads them.</summary>
    /// <exception cref="FormatViolationException">The block is not what the format says.</exception>
    public static List<(long Position, ClassroomEvent Event)> Of(JournalBlock block)
    {
        var found = new List<(long, ClassroomEvent)>();
        var walk = new EventWalk(block.Format, block.Body.Span);
        while (walk.MoveNext())
            if (walk.Tag == EventTag.Json) found.Add((walk.Position, walk.Rare()));
        return found;
    }
}
