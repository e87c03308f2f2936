using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Web.Boards;

/// <summary>Reads what was sent of a student's next step.</summary>
internal static class StepMessages
{
    /// <summary>The step; null where it is of a format that this version does not read: the board that follows has it as well.</summary>
    public static NextStepChosen? Read(NextStepMessage message)
    {
        if (message.Format != EventFormat.Version) return null;
        var from = new ByteReader(message.Body.Span);
        return (EventTag)from.Byte() == EventTag.NextStepChosen ? EventFormat.ReadNextStepChosen(ref from) : null;
    }
}
