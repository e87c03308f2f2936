using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Silo.Checkpoints;

/// <summary>The parts of a state that are small and change rarely: they stand in a checkpoint as JSON.</summary>
internal sealed record CheckpointRare(
    ClassroomPolicy Policy, ImmutableArray<SkillLine> Skills, ImmutableArray<StationLine> Stations, Lesson? Lesson = null,
    IReadOnlyList<LessonUndo>? Undo = null, IReadOnlyList<StudentMore>? Students = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckpointRare))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
