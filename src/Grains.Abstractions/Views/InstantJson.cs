using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveClass.Grains.Abstractions.Views;

/// <summary>Writes a moment as RFC 3339 in UTC with milliseconds (<c>2026-11-22T09:00:00.000Z</c>); reads any RFC 3339 time.</summary>
public sealed class InstantJson : JsonConverter<Instant>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const int Length = 24;

    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Instant.Of(reader.GetDateTimeOffset());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[Length];
        value.ToDateTimeOffset().TryFormat(text, out var written, Format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..written]);
    }
}

/// <summary>A changed moment of a delta.</summary>
public sealed class ChangedInstantJson : JsonConverter<Changed<Instant?>>
{
    private static readonly InstantJson Moment = new();

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Changed<Instant?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.TokenType == JsonTokenType.Null ? null : Moment.Read(ref reader, typeof(Instant), options));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Changed<Instant?> value, JsonSerializerOptions options)
    {
        if (value.Value is { } moment) Moment.Write(writer, moment, options);
        else writer.WriteNullValue();
    }
}
