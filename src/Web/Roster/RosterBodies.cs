using System.Text.Json;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Roster;

/// <summary>What is wrong with the shape of a body: the first fault ends the reading.</summary>
internal sealed class BodyShapeException(string path, string what) : Exception($"{path} {what}. Nothing was changed.")
{
    /// <summary>As it is answered.</summary>
    public Problem Problem => new(ProblemCodes.BadArgument, Message);
}

/// <summary>From the JSON of a PUT to what Records bring about. Checks shapes and types; Records check values.</summary>
internal static class RosterBodies
{
    /// <summary>The body of <c>PUT /api/v1/classrooms/{id}</c>.</summary>
    /// <exception cref="BodyShapeException">A part has the wrong shape.</exception>
    public static ClassroomPut Classroom(JsonElement body)
    {
        var of = new Shape(body, "The body");
        return new ClassroomPut
        {
            Name = of.Text("name"),
            Skills = of.List("skills", skill => new SkillPut(
                skill.Id(), skill.Text("name"), skill.Texts("prerequisites"), skill.Text("tile"), skill.Text("code"), skill.Under("names")?.Text("es"))),
            Students = of.List("students", student => new StudentPut(student.Id(), student.Text("name"), student.Words<Accommodation>("accommodations"))),
            Stations = of.List("stations", station => new StationPut(
                station.Id(), station.Text("name"), station.Whole("number"), station.Word<StationKind>("kind"), station.Whole("capacity"),
                station.Whole("adults"), station.Text("materials"))),
        };
    }

    /// <summary>The body of <c>PUT /api/v1/items</c>.</summary>
    /// <exception cref="BodyShapeException">A part has the wrong shape.</exception>
    public static ItemsPut Items(JsonElement body) => new(
        new Shape(body, "The body").List("items", item => new ItemPut(
            item.Id(), item.Texts("skills"), item.Word<EvidenceKind>("kind"), item.Whole("options"), item.Text("url"), item.Number("minutes")))
        ?? throw new BodyShapeException("items", "is missing"));

    /// <summary>One object of the body, with its place for messages.</summary>
    private readonly struct Shape
    {
        private readonly JsonElement json;
        private readonly string path;

        public Shape(JsonElement json, string path)
        {
            if (json.ValueKind != JsonValueKind.Object) throw new BodyShapeException(path, "must be a JSON object");
            (this.json, this.path) = (json, path);
        }

        public string Id() => Text("id") ?? throw new BodyShapeException(At("id"), "is missing");

        public string? Text(string name) =>
            !TryGet(name, out var value) ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : throw new BodyShapeException(At(name), "must be a text");

        public Shape? Under(string name) => TryGet(name, out var value) ? new Shape(value, At(name)) : null;

        public int? Whole(string name) =>
            !TryGet(name, out var value) ? null
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) ? whole
            : throw new BodyShapeException(At(name), "must be a whole number");

        public double? Number(string name) =>
            !TryGet(name, out var value) ? null
            : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number
            : throw new BodyShapeException(At(name), "must be a number");

        public T? Word<T>(string name)
            where T : struct, Enum
        {
            if (Text(name) is not { } word) return null;
            foreach (var value in Enum.GetValues<T>())
                if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == word) return value;
            throw new BodyShapeException(At(name), $"must be one of {Known<T>()}");
        }

        public IReadOnlyList<T>? Words<T>(string name)
            where T : struct, Enum
        {
            if (Texts(name) is not { } words) return null;
            var at = At(name);
            var byWord = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);
            return [.. words.Select(word => byWord.TryGetValue(word, out var value) ? value : throw new BodyShapeException(at, $"may hold {Known<T>()}"))];
        }

        private static string Known<T>()
            where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));

        public IReadOnlyList<string>? Texts(string name)
        {
            if (!TryGet(name, out var value)) return null;
            var at = At(name);
            if (value.ValueKind != JsonValueKind.Array) throw new BodyShapeException(at, "must be a list of texts");
            return [.. value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : throw new BodyShapeException(at, "must be a list of texts"))];
        }

        public IReadOnlyList<T>? List<T>(string name, Func<Shape, T> read)
        {
            if (!TryGet(name, out var value)) return null;
            var at = At(name);
            if (value.ValueKind != JsonValueKind.Array) throw new BodyShapeException(at, "must be a list");
            return [.. value.EnumerateArray().Select((element, index) => read(new Shape(element, $"{at}[{index}]")))];
        }

        private bool TryGet(string name, out JsonElement value) => json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

        private string At(string name) => path == "The body" ? name : $"{path}.{name}";
    }
}
