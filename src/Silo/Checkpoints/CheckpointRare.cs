using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Silo.Checkpoints;

/// <summary>The parts of a state that are small and change rarely: they stand in a checkpoint as JSON.</summary>
internal sealed record CheckpointRare(
    ClassroomPolicy Policy, Lesson? Lesson, ImmutableArray<SkillLine> Skills, ImmutableArray<StationLine> Stations);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckpointRare))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
