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
        if (block.Format != EventFormat.Version) throw new FormatViolationException($"Events of format {block.Format} are not known to this version.");
        var found = new List<(long, ClassroomEvent)>();
        var from = new ByteReader(block.Body.Span);
        var position = 0L;
        while (!from.AtEnd)
        {
            switch ((EventTag)from.Byte())
            {
                case EventTag.Entry:
                    position = from.Number();
                    from.Number();
                    break;
                case EventTag.AnswerCounted: EventFormat.ReadAnswerCounted(ref from); break;
                case EventTag.EstimateMoved: EventFormat.ReadEstimateMoved(ref from); break;
                case EventTag.NextStepChosen: EventFormat.ReadNextStepChosen(ref from); break;
                case EventTag.HelpChanged: EventFormat.ReadHelpChanged(ref from); break;
                case EventTag.NumberSeen: EventFormat.ReadNumberSeen(ref from); break;
                case EventTag.EntryQuarantined: EventFormat.ReadEntryQuarantined(ref from); break;
                case EventTag.RepeatDropped: break;
                case EventTag.Json: found.Add((position, EventFormat.ReadJson(ref from))); break;
                case var other: throw new FormatViolationException($"An event of kind {(byte)other} is not known to this version.");
            }
        }

        return found;
    }
}
