using System.Text.Json;
using LiveClass.Grains.Abstractions.Events;

namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>What stands next in a body of events. The numbers are part of the format.</summary>
public enum EventTag : byte
{
    /// <summary>What follows belongs to this entry of the log.</summary>
    Entry = 0,
    /// <summary>An answer counted.</summary>
    AnswerCounted = 1,
    /// <summary>An estimate moved.</summary>
    EstimateMoved = 2,
    /// <summary>A next step was chosen.</summary>
    NextStepChosen = 3,
    /// <summary>Reasons for help changed.</summary>
    HelpChanged = 4,
    /// <summary>A repeat was dropped.</summary>
    RepeatDropped = 5,
    /// <summary>A number was taken without content.</summary>
    NumberSeen = 6,
    /// <summary>An entry went to the quarantine.</summary>
    EntryQuarantined = 7,
    /// <summary>A rare event, as JSON.</summary>
    Json = 15,
}

/// <summary>
/// The format of a journal block's and a delta's body: for each entry a header with its position and receipt time, then
/// its events. Bodies of one classroom can be put one after the other. Golden bodies of every released version stay readable.
/// </summary>
public static class EventFormat
{
    /// <summary>The version that is written.</summary>
    public const byte Version = 1;

    /// <summary>What follows belongs to this entry.</summary>
    public static void WriteEntry(ByteWriter to, long position, Instant received)
    {
        to.Byte((byte)EventTag.Entry);
        to.Number(position);
        to.Number(received.Milliseconds);
    }

    /// <summary>Adds an event.</summary>
    public static void Write(ByteWriter to, in AnswerCounted e)
    {
        to.Byte((byte)EventTag.AnswerCounted);
        AnswerFormat.Write(to, e.Evidence);
        to.Number(e.Original);
        to.Number(e.At.Milliseconds);
        to.Flag(e.First);
        EstimateFormat.Write(to, e.Ability);
        EstimateFormat.Write(to, e.Item);
    }

    /// <summary>Reads an event whose tag has been read.</summary>
    public static AnswerCounted ReadAnswerCounted(ref ByteReader from) => new(
        AnswerFormat.Read(ref from), from.Number(), new Instant(from.Number()), from.Flag(),
        EstimateFormat.ReadAbility(ref from), EstimateFormat.ReadItem(ref from));

    /// <summary>Adds an event.</summary>
    public static void Write(ByteWriter to, in EstimateMoved e)
    {
        to.Byte((byte)EventTag.EstimateMoved);
        to.Number(e.Student.Value);
        to.Number(e.Skill.Value);
        EstimateFormat.Write(to, e.Estimate);
    }

    /// <summary>Reads an event whose tag has been read.</summary>
    public static EstimateMoved ReadEstimateMoved(ref ByteReader from) =>
        new(new StudentKey(from.Small()), new SkillKey(from.Small()), EstimateFormat.ReadMastery(ref from));

    /// <summary>Adds an event.</summary>
    public static void Write(ByteWriter to, in NextStepChosen e)
    {
        to.Byte((byte)EventTag.NextStepChosen);
        to.Number(e.Student.Value);
        EstimateFormat.Write(to, e.NextStep);
    }

    /// <summary>Reads an event whose tag has been read.</summary>
    public static NextStepChosen ReadNextStepChosen(ref ByteReader from) =>
        new(new StudentKey(from.Small()), EstimateFormat.ReadNextStep(ref from));

    /// <summary>Adds an event.</summary>
    public static void Write(ByteWriter to, in HelpChanged e)
    {
        to.Byte((byte)EventTag.HelpChanged);
        to.Number(e.Student.Value);
        EstimateFormat.Write(to, e.Reasons);
    }

    /// <summary>Reads an event whose tag has been read.</summary>
    public static HelpChanged ReadHelpChanged(ref ByteReader from) =>
        new(new StudentKey(from.Small()), EstimateFormat.ReadReasons(ref from));

    /// <summary>Adds the event that a repeat was dropped.</summary>
    public static void WriteRepeatDropped(ByteWriter to) => to.Byte((byte)EventTag.RepeatDropped);

    /// <summary>Adds an event.</summary>
    public static void Write(ByteWriter to, in NumberSeen e)
    {
        to.Byte((byte)EventTag.NumberSeen);
        to.Number(e.Source.Value);
        to.Number(e.Sequence);
        to.UInt32(e.BodyHash);
    }

    /// <summary>Reads an event whose tag has been read.</summary>
    public static NumberSeen ReadNumberSeen(ref ByteReader from) => new(new SourceKey(from.Small()), from.Number(), from.UInt32());

    /// <summary>Adds an event.</summary>
    public static void Write(ByteWriter to, in EntryQuarantined e)
    {
        to.Byte((byte)EventTag.EntryQuarantined);
        to.Byte(e.Reason);
        to.Number(e.Source.Value);
        to.Number(e.Sequence);
        to.UInt32(e.BodyHash);
    }

    /// <summary>Reads an event whose tag has been read.</summary>
    public static EntryQuarantined ReadEntryQuarantined(ref ByteReader from) =>
        new(from.Byte(), new SourceKey(from.Small()), from.Number(), from.UInt32());

    /// <summary>Adds a rare event.</summary>
    public static void Write(ByteWriter to, ClassroomEvent e)
    {
        to.Byte((byte)EventTag.Json);
        to.Bytes(JsonSerializer.SerializeToUtf8Bytes(e, FormatJson.Default.ClassroomEvent));
    }

    /// <summary>Reads a rare event whose tag has been read.</summary>
    public static ClassroomEvent ReadJson(ref ByteReader from) =>
        JsonPart.Read(from.Bytes(), FormatJson.Default.ClassroomEvent);
}
