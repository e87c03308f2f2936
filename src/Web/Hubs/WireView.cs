using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LiveClass.Web.Hubs;

/// <summary>A view in JSON, written once and sent to many.</summary>
[JsonConverter(typeof(WireViewJson))]
public readonly struct WireView : IEquatable<WireView>
{
    private readonly ReadOnlyMemory<byte> json;

    private WireView(ReadOnlyMemory<byte> json) => this.json = json;

    /// <summary>The JSON in UTF-8.</summary>
    public ReadOnlySpan<byte> Json => json.Span;

    /// <summary>Writes a view.</summary>
    public static WireView Of<T>(T view, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(view, type));

    /// <inheritdoc/>
    public bool Equals(WireView other) => json.Span.SequenceEqual(other.json.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WireView other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => json.Length;

    /// <summary>The same JSON.</summary>
    public static bool operator ==(WireView left, WireView right) => left.Equals(right);

    /// <summary>Other JSON.</summary>
    public static bool operator !=(WireView left, WireView right) => !left.Equals(right);
}

/// <summary>Puts the written JSON into a message as it is.</summary>
internal sealed class WireViewJson : JsonConverter<WireView>
{
    /// <inheritdoc/>
    public override WireView Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Views are only sent.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, WireView value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);
}
