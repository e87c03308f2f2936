using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Records.Outbox;

/// <summary>How a change stands in the outbox: JSON with the kind first, keys as numbers, kinds as words. The log has its own format.</summary>
internal static class RecordsChangeJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = RecordsChangeContext.Default.WithAddedModifier(NameKinds),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters =
        {
            new KeyConverter<SchoolKey>(key => key.Value, value => new(value)),
            new KeyConverter<StudentKey>(key => key.Value, value => new(value)),
            new KeyConverter<SkillKey>(key => key.Value, value => new(value)),
            new KeyConverter<StationKey>(key => key.Value, value => new(value)),
            new KeyConverter<ItemKey>(key => key.Value, value => new(value)),
            new JsonStringEnumConverter<StationKind>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<EvidenceKind>(JsonNamingPolicy.CamelCase),
        },
    };

    public static string Write(RecordsChange change) =>
        JsonSerializer.Serialize(change, (JsonTypeInfo<RecordsChange>)Options.GetTypeInfo(typeof(RecordsChange)));

    public static RecordsChange Read(string json) =>
        JsonSerializer.Deserialize(json, (JsonTypeInfo<RecordsChange>)Options.GetTypeInfo(typeof(RecordsChange)))
        ?? throw new InvalidOperationException("A row of the outbox is empty.");

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type != typeof(RecordsChange)) return;
        type.PolymorphismOptions = new()
        {
            TypeDiscriminatorPropertyName = "change",
            DerivedTypes = { new(typeof(ClassroomConfigured), "classroomConfigured"), new(typeof(ItemsConfigured), "itemsConfigured") },
        };
    }

    private sealed class KeyConverter<TKey>(Func<TKey, int> number, Func<int, TKey> key) : JsonConverter<TKey>
    {
        public override TKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => key(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) => writer.WriteNumberValue(number(value));
    }
}

/// <summary>The generated half of <see cref="RecordsChangeJson"/>.</summary>
[JsonSerializable(typeof(RecordsChange))]
[JsonSerializable(typeof(ClassroomConfigured))]
[JsonSerializable(typeof(ItemsConfigured))]
internal sealed partial class RecordsChangeContext : JsonSerializerContext;
