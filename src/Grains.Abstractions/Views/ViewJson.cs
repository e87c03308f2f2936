using System.Text.Json.Serialization;

namespace LiveClass.Grains.Abstractions.Views;

/// <summary>
/// How views are written: camelCase, enums as camelCase strings, times as RFC 3339 in UTC. Nulls are written, except for fields that
/// say otherwise. Works as a resolver in other options as well (the hub's), which must use camelCase.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BoardView))]
[JsonSerializable(typeof(DeltaView))]
[JsonSerializable(typeof(StudentBoardView))]
[JsonSerializable(typeof(WallView))]
[JsonSerializable(typeof(CardView))]
[JsonSerializable(typeof(ProposalView))]
[JsonSerializable(typeof(RotationView))]
[JsonSerializable(typeof(LessonView))]
[JsonSerializable(typeof(EveryoneView))]
[JsonSerializable(typeof(NextStepView))]
[JsonSerializable(typeof(GoalView))]
[JsonSerializable(typeof(CoachView))]
[JsonSerializable(typeof(PlanView))]
[JsonSerializable(typeof(string))]
public sealed partial class ViewJson : JsonSerializerContext;
