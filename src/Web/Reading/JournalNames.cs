using System.Text.Json;
using System.Text.Json.Nodes;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Web.Ingest;

namespace LiveClass.Web.Reading;

/// <summary>
/// Rare events as they stand in the journal, with outside ids for keys and times for milliseconds, by the names of their properties.
/// Texts stay behind: they are for the class's adults.
/// </summary>
internal static class JournalNames
{
    private static readonly Dictionary<string, Func<ClassroomNames, long, JsonNode?>> Meanings = new(StringComparer.Ordinal)
    {
        ["student"] = (of, key) => of.Student(new StudentKey((int)key)),
        ["other"] = (of, key) => of.Student(new StudentKey((int)key)),
        ["skill"] = (of, key) => of.Skill(new SkillKey((int)key)),
        ["students"] = (of, key) => of.Student(new StudentKey((int)key)),
        ["skills"] = (of, key) => of.Skill(new SkillKey((int)key)),
        ["targets"] = (of, key) => of.Skill(new SkillKey((int)key)),
        ["columns"] = (of, key) => of.Skill(new SkillKey((int)key)),
        ["prerequisites"] = (of, key) => of.Skill(new SkillKey((int)key)),
        ["item"] = (of, key) => of.Item(new ItemKey((int)key)),
        ["station"] = (of, key) => of.Station(new StationKey((int)key)),
        ["school"] = (of, _) => of.Classroom.SchoolId,
        ["at"] = Time,
        ["until"] = Time,
        ["plannedEnd"] = Time,
    };

    private static readonly HashSet<string> Words = new(["kind", "block", "code", "presence", "cause", "reason", "phase", "visibleTo", "topic"], StringComparer.Ordinal);

    // Texts, and outboxes, which have no name outside.
    private static readonly HashSet<string> Inner = new(["about", "text", "sources"], StringComparer.Ordinal);

    /// <summary>Writes an event.</summary>
    public static void Write(Utf8JsonWriter to, ClassroomEvent e, ClassroomNames of)
    {
        var json = JsonSerializer.SerializeToNode(e, FormatJson.Default.ClassroomEvent) ?? throw new FormatViolationException("An event is null.");
        Translate(json, of);
        json.WriteTo(to);
    }

    private static void Translate(JsonNode node, ClassroomNames of)
    {
        if (node is JsonArray list)
        {
            foreach (var element in list)
                if (element is not null and not JsonValue) Translate(element, of);
            return;
        }

        if (node is not JsonObject fields) return;
        foreach (var (name, value) in fields.ToList())
        {
            if (Inner.Contains(name)) fields.Remove(name);
            else if (value is JsonValue word && Words.Contains(name) && word.TryGetValue<string>(out var upper)) fields[name] = JsonNamingPolicy.CamelCase.ConvertName(upper);
            else if (value is JsonValue key && Meanings.TryGetValue(name, out var meaning) && key.TryGetValue<long>(out var number)) fields[name] = number == 0 ? null : meaning(of, number);
            else if (value is JsonArray keys && Meanings.TryGetValue(name, out var each) && keys.All(k => k is JsonValue)) fields[name] = new JsonArray([.. keys.Select(k => each(of, k!.GetValue<long>()))]);
            else if (value is JsonObject or JsonArray) Translate(value, of);
        }
    }

    private static JsonNode? Time(ClassroomNames of, long milliseconds) => WireTime.Format(new Instant(milliseconds));
}
