using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>Writes a command's key as 32 hexadecimal digits.</summary>
public sealed class CommandKeyJson : JsonConverter<CommandKey>
{
    /// <inheritdoc/>
    public override CommandKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UInt128.TryParse(reader.GetString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            ? new CommandKey(value)
            : throw new JsonException("A command's key is 32 hexadecimal digits.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CommandKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value.ToString("x32", CultureInfo.InvariantCulture));
}
