using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Events;

namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>The JSON of what is rare in log, journal and the records' outbox. Its names are part of the formats.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClassroomCommand))]
[JsonSerializable(typeof(RecordsChange))]
[JsonSerializable(typeof(ClassroomEvent))]
public sealed partial class FormatJson : JsonSerializerContext;
