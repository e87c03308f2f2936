using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Tests.Simulation.Checking;

/// <summary>Reads what counted out of the journal, in its order.</summary>
internal static class JournalWalk
{
    /// <summary>The answers that a block says were counted, with the positions of their entries.</summary>
    public static IEnumerable<(long Position, Evidence Evidence)> Counted(JournalBlock block)
    {
        var found = new List<(long, Evidence)>();
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
                case EventTag.AnswerCounted: found.Add((position, EventFormat.ReadAnswerCounted(ref from).Evidence)); break;
                case EventTag.EstimateMoved: EventFormat.ReadEstimateMoved(ref from); break;
                case EventTag.NextStepChosen: EventFormat.ReadNextStepChosen(ref from); break;
                case EventTag.HelpChanged: EventFormat.ReadHelpChanged(ref from); break;
                case EventTag.NumberSeen: EventFormat.ReadNumberSeen(ref from); break;
                case EventTag.EntryQuarantined: EventFormat.ReadEntryQuarantined(ref from); break;
                case EventTag.Json: from.Bytes(); break;
                case EventTag.RepeatDropped: break;
                case var other: throw new FormatViolationException($"An event of kind {(byte)other}.");
            }
        }

        return found;
    }
}
