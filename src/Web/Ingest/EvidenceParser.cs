using System.Text.Json;
using System.Text.Unicode;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records;

namespace LiveClass.Web.Ingest;

/// <summary>
/// Reads a delivery of answers without a heap allocation an item: fields stay slices of the batch's bytes. What is wrong with one
/// item is kept with it; what is wrong with the whole ends the reading with a sentence.
/// </summary>
internal static class EvidenceParser
{
    /// <summary>The most items of a delivery.</summary>
    public const int MaxItems = 1000;

    /// <summary>The longest response, in characters (UTF-16 units).</summary>
    public const int MaxResponse = 500;

    /// <summary>The greatest sequence: what a JSON number holds exactly everywhere.</summary>
    public const long MaxSequence = 9_007_199_254_740_991;

    private const int MaxDepth = 16;

    /// <summary>How a reading ended.</summary>
    internal enum Result
    {
        /// <summary>The items are in the batch.</summary>
        Read,

        /// <summary>The whole is malformed.</summary>
        Malformed,

        /// <summary>There are too many items.</summary>
        TooMany,
    }

    /// <summary>Reads the batch's bytes into its items.</summary>
    public static Result Parse(EvidenceBatch batch, out string detail)
    {
        detail = "";
        if (!Utf8.IsValid(batch.Written))
        {
            detail = "The body is not valid UTF-8.";
            return Result.Malformed;
        }

        try
        {
            var reader = new Utf8JsonReader(batch.Written, new JsonReaderOptions { MaxDepth = MaxDepth });
            return ParseArray(ref reader, batch, out detail);
        }
        catch (JsonException error)
        {
            detail = $"The body is not valid JSON, or nested deeper than {MaxDepth}: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.";
            return Result.Malformed;
        }
    }

    private static Result ParseArray(ref Utf8JsonReader reader, EvidenceBatch batch, out string detail)
    {
        detail = "The body must be a JSON array of 1 to 1000 answers.";
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return Result.Malformed;
        var tooMany = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (batch.Count == MaxItems)
            {
                tooMany = true;
                reader.Skip();
                continue;
            }

            ref var item = ref batch.AddItem();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ParseItem(ref reader, batch, ref item);
                if (batch.Sender is null) Require(ref item);
            }
            else
            {
                item.Reject(Rejection.WrongType, "the item itself");
                reader.Skip();
            }
        }

        // Whatever follows the array is malformed: reading on throws.
        reader.Read();
        return tooMany ? Result.TooMany : batch.Count == 0 ? Result.Malformed : Result.Read;
    }

    private static void ParseItem(ref Utf8JsonReader reader, EvidenceBatch batch, ref EvidenceItem item)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) continue;
            if (batch.Sender is not null && field is (Field.Classroom or Field.Student or Field.Skills or Field.Score or Field.Misconception))
            {
                // What a device says of these does not count: token and item do.
                reader.Skip();
                continue;
            }

            switch (field)
            {
                case Field.Source: item.Source = Id(ref reader, batch, ref item, "source"); break;
                case Field.Classroom: item.Classroom = Id(ref reader, batch, ref item, "classroom"); break;
                case Field.Student: item.Student = Id(ref reader, batch, ref item, "student"); break;
                case Field.Item: item.Item = Id(ref reader, batch, ref item, "item"); break;
                case Field.Misconception: item.Misconception = Id(ref reader, batch, ref item, "misconception"); break;
                case Field.Response: Response(ref reader, batch, ref item); break;
                case Field.Skills: Skills(ref reader, batch, ref item); break;
                case Field.Sequence: Sequence(ref reader, ref item); break;
                case Field.Score: Score(ref reader, ref item); break;
                case Field.Kind: Kind(ref reader, batch, ref item); break;
                case Field.Attempt: item.Attempt = Whole(ref reader, ref item, "attempt", 1, 1); break;
                case Field.Hints: item.Hints = Whole(ref reader, ref item, "hints", 0, 0); break;
                case Field.DurationMs: item.DurationMs = Whole(ref reader, ref item, "durationMs", 0, -1); break;
                case Field.Form: Form(ref reader, ref item); break;
                case Field.At: At(ref reader, batch, ref item); break;
                default: reader.Skip(); break;
            }
        }
    }

    // A field that was there but wrong has rejected the item already: its own reason stays.
    private static void Require(ref EvidenceItem item)
    {
        if (!item.Source.IsThere) item.Reject(Rejection.MissingField, "source");
        if (item.Sequence == 0) item.Reject(Rejection.MissingField, "sequence");
        if (!item.Classroom.IsThere) item.Reject(Rejection.MissingField, "classroom");
        if (!item.Student.IsThere) item.Reject(Rejection.MissingField, "student");
        if (!item.Item.IsThere) item.Reject(Rejection.MissingField, "item");
        if (!item.HasScore) item.Reject(Rejection.MissingField, "score");
        if (!item.HasKind) item.Reject(Rejection.MissingField, "kind");
    }

    private static Slice Id(ref Utf8JsonReader reader, EvidenceBatch batch, ref EvidenceItem item, string field)
    {
        if (!Text(ref reader, batch, ref item, field, out var slice)) return default;
        if (RecordId.IsValid(batch.Bytes(slice))) return slice;
        item.Reject(Rejection.BadId, field);
        return default;
    }

    private static void Response(ref Utf8JsonReader reader, EvidenceBatch batch, ref EvidenceItem item)
    {
        if (!Text(ref reader, batch, ref item, "response", out var slice)) return;
        var bytes = batch.Bytes(slice);
        if (bytes.Length > MaxResponse && System.Text.Encoding.UTF8.GetCharCount(bytes) > MaxResponse) item.Reject(Rejection.ResponseTooLong, "response");
        else if (bytes.Length > 0) item.Response = slice;
    }

    private static void Skills(ref Utf8JsonReader reader, EvidenceBatch batch, ref EvidenceItem item)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            item.Reject(Rejection.WrongType, "skills");
            reader.Skip();
            return;
        }

        item.SkillsFrom = batch.SkillCount;
        item.SkillCount = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var skill = Id(ref reader, batch, ref item, "skills");
            if (!skill.IsThere) continue;
            if (item.SkillCount == SkillSet.Capacity)
            {
                item.Reject(Rejection.TooManySkills, "skills");
                continue;
            }

            batch.AddSkill(skill);
            item.SkillCount++;
        }

        if (item.SkillCount == 0) item.SkillCount = -1;
    }

    private static void Sequence(ref Utf8JsonReader reader, ref EvidenceItem item)
    {
        if (!Number(ref reader, ref item, "sequence")) return;
        if (reader.TryGetInt64(out var value) && value is >= 1 and <= MaxSequence) item.Sequence = value;
        else item.Reject(Rejection.BadSequence, "sequence");
    }

    private static void Score(ref Utf8JsonReader reader, ref EvidenceItem item)
    {
        if (!Number(ref reader, ref item, "score")) return;
        item.HasScore = true;
        if (reader.TryGetDouble(out var value) && value is >= 0 and <= 1) item.Score = value;
        else item.Reject(Rejection.BadScore, "score");
    }

    private static void Kind(ref Utf8JsonReader reader, EvidenceBatch batch, ref EvidenceItem item)
    {
        if (!Text(ref reader, batch, ref item, "kind", out var slice)) return;
        var name = batch.Bytes(slice);
        item.HasKind = true;
        if (name.SequenceEqual("practice"u8)) item.Kind = EvidenceKind.Practice;
        else if (name.SequenceEqual("formative"u8)) item.Kind = EvidenceKind.Formative;
        else if (name.SequenceEqual("interim"u8)) item.Kind = EvidenceKind.Interim;
        else if (name.SequenceEqual("summative"u8)) item.Kind = EvidenceKind.Summative;
        else item.Reject(Rejection.BadKind, "kind");
    }

    private static int Whole(ref Utf8JsonReader reader, ref EvidenceItem item, string field, int least, int otherwise)
    {
        if (!Number(ref reader, ref item, field)) return otherwise;
        if (reader.TryGetInt32(out var value) && value >= least) return value;
        item.Reject(Rejection.BadNumber, field);
        return otherwise;
    }

    private static void Form(ref Utf8JsonReader reader, ref EvidenceItem item)
    {
        if (!Number(ref reader, ref item, "form")) return;
        if (reader.TryGetInt64(out var value)) item.Form = value;
        else item.Reject(Rejection.BadNumber, "form");
    }

    private static void At(ref Utf8JsonReader reader, EvidenceBatch batch, ref EvidenceItem item)
    {
        if (!Text(ref reader, batch, ref item, "at", out var slice)) return;
        if (WireTime.TryParse(batch.Bytes(slice), out var at)) item.At = at.Milliseconds;
        else item.Reject(Rejection.BadTime, "at");
    }

    private static bool Number(ref Utf8JsonReader reader, ref EvidenceItem item, string field)
    {
        if (reader.TokenType == JsonTokenType.Number) return true;
        item.Reject(Rejection.WrongType, field);
        reader.Skip();
        return false;
    }

    private static bool Text(ref Utf8JsonReader reader, EvidenceBatch batch, ref EvidenceItem item, string field, out Slice slice)
    {
        slice = default;
        if (reader.TokenType != JsonTokenType.String)
        {
            item.Reject(Rejection.WrongType, field);
            reader.Skip();
            return false;
        }

        var offset = (int)reader.TokenStartIndex + 1;
        if (!reader.ValueIsEscaped)
        {
            slice = new Slice(offset, reader.ValueSpan.Length);
            return true;
        }

        try
        {
            slice = new Slice(offset, batch.Unescape(ref reader, offset));
            return true;
        }
        catch (InvalidOperationException)
        {
            item.Reject(Rejection.BadText, field);
            return false;
        }
    }

    private enum Field
    {
        Other, Source, Sequence, Classroom, Student, Item, Skills, Score, Kind, Attempt, Hints, DurationMs, Response, Misconception, Form, At,
    }

    private static Field FieldOf(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        if (!reader.ValueIsEscaped) return FieldOf(name);
        if (name.Length > 128) return Field.Other;
        Span<byte> unescaped = stackalloc byte[128];
        try
        {
            return FieldOf(unescaped[..reader.CopyString(unescaped)]);
        }
        catch (InvalidOperationException)
        {
            return Field.Other;
        }
    }

    private static Field FieldOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("at"u8) => Field.At,
        4 when name.SequenceEqual("item"u8) => Field.Item,
        4 when name.SequenceEqual("kind"u8) => Field.Kind,
        4 when name.SequenceEqual("form"u8) => Field.Form,
        5 when name.SequenceEqual("score"u8) => Field.Score,
        5 when name.SequenceEqual("hints"u8) => Field.Hints,
        6 when name.SequenceEqual("source"u8) => Field.Source,
        6 when name.SequenceEqual("skills"u8) => Field.Skills,
        7 when name.SequenceEqual("student"u8) => Field.Student,
        7 when name.SequenceEqual("attempt"u8) => Field.Attempt,
        8 when name.SequenceEqual("sequence"u8) => Field.Sequence,
        8 when name.SequenceEqual("response"u8) => Field.Response,
        9 when name.SequenceEqual("classroom"u8) => Field.Classroom,
        10 when name.SequenceEqual("durationMs"u8) => Field.DurationMs,
        13 when name.SequenceEqual("misconception"u8) => Field.Misconception,
        _ => Field.Other,
    };
}
