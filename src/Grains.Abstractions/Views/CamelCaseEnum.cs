using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveClass.Grains.Abstractions.Views;

/// <summary>Writes an enum as its name in camelCase; reads nothing else (no numbers).</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
