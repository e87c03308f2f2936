using System.Text.Json;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Web.Ingest;

namespace LiveClass.Web.Reading;

/// <summary>From a block of the journal to JSON with outside ids: one object an entry, with its events in order.</summary>
internal static class JournalWriter
{
    /// <summary>Writes a block's entries.</summary>
    public static void Write(Utf8JsonWriter to, JournalBlock block, ClassroomNames of)
    {
        var from = new ByteReader(block.Body.Span);
        var open = false;
        while (!from.AtEnd)
        {
            var tag = (EventTag)from.Byte();
            if (tag == EventTag.Entry)
            {
                if (open) End(to);
                Begin(to, from.Number(), new Instant(from.Number()));
                open = true;
                continue;
            }

            WriteEvent(to, tag, ref from, of);
        }

        if (open) End(to);
    }

    private static void Begin(Utf8JsonWriter to, long position, Instant received)
    {
        to.WriteStartObject();
        to.WriteNumber("position", position);
        to.WriteString("received", WireTime.Format(received));
        to.WriteStartArray("events");
    }

    private static void End(Utf8JsonWriter to)
    {
        to.WriteEndArray();
        to.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter to, EventTag tag, ref ByteReader from, ClassroomNames of)
    {
        if (tag == EventTag.Json)
        {
            JournalNames.Write(to, EventFormat.ReadJson(ref from), of);
            return;
        }

        to.WriteStartObject();
        switch (tag)
        {
            case EventTag.AnswerCounted: Write(to, EventFormat.ReadAnswerCounted(ref from), of); break;
            case EventTag.EstimateMoved: Write(to, EventFormat.ReadEstimateMoved(ref from), of); break;
            case EventTag.NextStepChosen: Write(to, EventFormat.ReadNextStepChosen(ref from), of); break;
            case EventTag.HelpChanged: Write(to, EventFormat.ReadHelpChanged(ref from), of); break;
            case EventTag.RepeatDropped: to.WriteString("type", "repeatDropped"); break;
            case EventTag.NumberSeen: Write(to, EventFormat.ReadNumberSeen(ref from)); break;
            case EventTag.EntryQuarantined: Write(to, EventFormat.ReadEntryQuarantined(ref from)); break;
            default: throw new FormatViolationException($"An event of kind {(byte)tag} is not known to this version.");
        }

        to.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter to, in AnswerCounted e, ClassroomNames of)
    {
        to.WriteString("type", "answerCounted");
        WriteAnswer(to, e.Evidence, of);
        to.WriteString("at", WireTime.Format(e.At));
        to.WriteBoolean("opportunity", e.First);
        if (e.Original != 0) to.WriteNumber("releasedFrom", e.Original);
    }

    /// <summary>Writes an answer's fields. What the student wrote is not among them.</summary>
    public static void WriteAnswer(Utf8JsonWriter to, in Evidence e, ClassroomNames of)
    {
        to.WriteString("student", of.Student(e.Student));
        to.WriteString("item", of.Item(e.Item));
        to.WriteStartArray("skills");
        for (var i = 0; i < e.Skills.Count; i++) to.WriteStringValue(of.Skill(e.Skills[i]));
        to.WriteEndArray();
        to.WriteNumber("score", e.Score);
        to.WriteString("kind", Word(e.Kind));
        to.WriteNumber("attempt", e.Attempt);
        to.WriteNumber("hints", e.Hints);
        if (e.DurationMs >= 0) to.WriteNumber("durationMs", e.DurationMs);
        if (e.Misconception.Value != 0) to.WriteString("misconception", of.Misconception(e.Misconception));
        if (e.Form != 0) to.WriteNumber("form", e.Form);
        to.WriteNumber("sourceKey", e.Source.Value);
        to.WriteNumber("sequence", e.Sequence);
    }

    private static void Write(Utf8JsonWriter to, in EstimateMoved e, ClassroomNames of)
    {
        to.WriteString("type", "estimateMoved");
        to.WriteString("student", of.Student(e.Student));
        to.WriteString("skill", of.Skill(e.Skill));
        to.WriteNumber("mastery", e.Estimate.Mastery);
        to.WriteNumber("next", e.Estimate.Next);
        to.WriteString("level", Word(e.Estimate.Level));
        to.WriteNumber("opportunities", e.Estimate.Opportunities);
    }

    private static void Write(Utf8JsonWriter to, in NextStepChosen e, ClassroomNames of)
    {
        to.WriteString("type", "nextStepChosen");
        to.WriteString("student", of.Student(e.Student));
        to.WriteString("kind", Word(e.NextStep.Kind));
        if (e.NextStep.Skill.Value != 0) to.WriteString("skill", of.Skill(e.NextStep.Skill));
        if (e.NextStep.Item.Value != 0) to.WriteString("item", of.Item(e.NextStep.Item));
        to.WriteString("reason", Word(e.NextStep.Reason));
    }

    private static void Write(Utf8JsonWriter to, in HelpChanged e, ClassroomNames of)
    {
        to.WriteString("type", "helpChanged");
        to.WriteString("student", of.Student(e.Student));
        to.WriteStartArray("reasons");
        for (var i = 0; i < e.Reasons.Count; i++)
        {
            var reason = e.Reasons[i];
            to.WriteStartObject();
            to.WriteString("reason", Word(reason.Reason));
            if (reason.Skill.Value != 0) to.WriteString("skill", of.Skill(reason.Skill));
            to.WriteString("since", WireTime.Format(reason.Since));
            to.WriteNumber("count", reason.Count);
            to.WriteNumber("of", reason.Of);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter to, in NumberSeen e)
    {
        to.WriteString("type", "numberSeen");
        to.WriteNumber("sourceKey", e.Source.Value);
        to.WriteNumber("sequence", e.Sequence);
    }

    private static void Write(Utf8JsonWriter to, in EntryQuarantined e)
    {
        to.WriteString("type", "entryQuarantined");
        to.WriteString("reason", QuarantineWords.Of((QuarantineReason)e.Reason).Code);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
