using System.Text.Json.Serialization;

namespace LiveClass.Learning.Items;

/// <summary>Forms as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ItemForm))]
public sealed partial class FormJson : JsonSerializerContext;
