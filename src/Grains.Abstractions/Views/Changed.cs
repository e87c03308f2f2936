using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveClass.Grains.Abstractions.Views;

/// <summary>
/// A field of a delta: absent (unchanged, and not written), or present with its new value, which may be null. Mark the property
/// with <c>[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]</c>, or the absent one is written as null.
/// </summary>
/// <typeparam name="T">The field's type.</typeparam>
[JsonConverter(typeof(ChangedJson))]
public readonly record struct Changed<T>
{
    /// <summary>A field that changed to a value.</summary>
    public Changed(T value)
    {
        IsPresent = true;
        Value = value;
    }

    /// <summary>True where the field changed.</summary>
    public bool IsPresent { get; }

    /// <summary>The new value; meaningless where the field did not change.</summary>
    public T? Value { get; }

    /// <summary>The new value, or the old one where nothing changed.</summary>
    public T Or(T before) => IsPresent ? Value! : before;
}

/// <summary>Makes fields of a delta.</summary>
public static class Changed
{
    /// <summary>The field between two values: absent where they are equal.</summary>
    public static Changed<T> Between<T>(T before, T after) =>
        EqualityComparer<T>.Default.Equals(before, after) ? default : new Changed<T>(after);
}

/// <summary>Reads and writes <see cref="Changed{T}"/> as its value.</summary>
public sealed class ChangedJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Changed<>);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The server is not trimmed.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<Changed<T>>
    {
        public override bool HandleNull => true;

        public override Changed<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new((T)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeof(T)))!);

        public override void Write(Utf8JsonWriter writer, Changed<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options.GetTypeInfo(typeof(T)));
    }
}
