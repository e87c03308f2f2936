using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>A key over a number.</summary>
/// <typeparam name="TSelf">The key's own type.</typeparam>
public interface INumberKey<TSelf>
    where TSelf : struct, INumberKey<TSelf>
{
    /// <summary>The key as a number.</summary>
    long Number { get; }

    /// <summary>The key of a number.</summary>
    static abstract TSelf OfNumber(long number);
}

/// <summary>Writes a key as a bare JSON number.</summary>
/// <typeparam name="T">The key.</typeparam>
public sealed class KeyJson<T> : JsonConverter<T>
    where T : struct, INumberKey<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var number = reader.GetInt64();
        if (number < 0) throw new JsonException("A key is never negative.");
        try
        {
            return T.OfNumber(number);
        }
        catch (OverflowException e)
        {
            throw new JsonException("A key is too large.", e);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Number);
}
