using System.Text.Json;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;

namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>
/// The format of a log block's body: entries one after the other, each with its length before it, so that one that cannot be
/// read can be stepped over. Answers are packed by hand (about 20 bytes); what is rare (commands, changes of records) carries
/// JSON, which can grow by fields. Golden blocks of every released version stay readable.
/// </summary>
public static class EntryFormat
{
    /// <summary>The version that is written.</summary>
    public const byte Version = 1;

    /// <summary>Adds an answer to a body.</summary>
    public static void Write(ByteWriter to, in Evidence evidence)
    {
        var part = to.BeginPart();
        to.Byte((byte)EntryKind.Evidence);
        AnswerFormat.Write(to, evidence);
        to.EndPart(part);
    }

    /// <summary>Adds a mark to a body.</summary>
    public static void Write(ByteWriter to, in Mark mark)
    {
        var part = to.BeginPart();
        to.Byte((byte)EntryKind.Mark);
        to.Number(mark.Source.Value);
        to.Number(mark.Sequence);
        to.UInt32(mark.BodyHash);
        to.EndPart(part);
    }

    /// <summary>Adds a released answer to a body.</summary>
    public static void Write(ByteWriter to, in Released released)
    {
        var part = to.BeginPart();
        to.Byte((byte)EntryKind.Released);
        to.Number(released.Original);
        AnswerFormat.Write(to, released.Evidence);
        to.EndPart(part);
    }

    /// <summary>Adds a command to a body.</summary>
    public static void Write(ByteWriter to, CommandEntry entry)
    {
        var part = to.BeginPart();
        to.Byte((byte)EntryKind.Command);
        to.UInt128(entry.Key.Value);
        to.Byte((byte)entry.By.Kind);
        to.Number(entry.By.Key);
        to.Number(entry.IfVersion);
        to.Number(entry.AgeMs);
        to.Bytes(JsonSerializer.SerializeToUtf8Bytes(entry.Command, FormatJson.Default.ClassroomCommand));
        to.EndPart(part);
    }

    /// <summary>Adds a change of records to a body.</summary>
    public static void Write(ByteWriter to, RecordsEntry entry)
    {
        var part = to.BeginPart();
        to.Byte((byte)EntryKind.Records);
        to.Number(entry.Source.Value);
        to.Number(entry.Sequence);
        to.Bytes(JsonSerializer.SerializeToUtf8Bytes(entry.Change, FormatJson.Default.RecordsChange));
        to.EndPart(part);
    }

    /// <summary>What kind of entry this is.</summary>
    public static EntryKind KindOf(ReadOnlySpan<byte> entry) =>
        entry.Length == 0 ? EntryKind.None : (EntryKind)entry[0];

    /// <summary>Reads an answer.</summary>
    public static Evidence ReadEvidence(ReadOnlySpan<byte> entry)
    {
        var from = Open(entry, EntryKind.Evidence);
        return AnswerFormat.Read(ref from);
    }

    /// <summary>Reads a mark.</summary>
    public static Mark ReadMark(ReadOnlySpan<byte> entry)
    {
        var from = Open(entry, EntryKind.Mark);
        return new Mark(new SourceKey(from.Small()), from.Number(), from.UInt32());
    }

    /// <summary>Reads a released answer.</summary>
    public static Released ReadReleased(ReadOnlySpan<byte> entry)
    {
        var from = Open(entry, EntryKind.Released);
        return new Released(from.Number(), AnswerFormat.Read(ref from));
    }

    /// <summary>Reads a command.</summary>
    public static CommandEntry ReadCommand(ReadOnlySpan<byte> entry)
    {
        var from = Open(entry, EntryKind.Command);
        var key = new CommandKey(from.UInt128());
        var by = new Actor((ActorKind)from.Byte(), from.Small());
        var ifVersion = from.Number();
        var age = from.Number();
        var command = JsonPart.Read(from.Bytes(), FormatJson.Default.ClassroomCommand);
        return new CommandEntry(key, by, ifVersion, age, command);
    }

    /// <summary>Reads a change of records.</summary>
    public static RecordsEntry ReadRecords(ReadOnlySpan<byte> entry)
    {
        var from = Open(entry, EntryKind.Records);
        var source = new SourceKey(from.Small());
        var sequence = from.Number();
        var change = JsonPart.Read(from.Bytes(), FormatJson.Default.RecordsChange);
        return new RecordsEntry(source, sequence, change);
    }

    private static ByteReader Open(ReadOnlySpan<byte> entry, EntryKind kind)
    {
        var from = new ByteReader(entry);
        return (EntryKind)from.Byte() == kind ? from : throw new FormatViolationException($"An entry is not of kind {kind}.");
    }
}
