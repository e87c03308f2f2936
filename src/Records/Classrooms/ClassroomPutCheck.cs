namespace LiveClass.Records.Classrooms;

/// <summary>What can be said against a classroom's body without looking at any row.</summary>
internal static class ClassroomPutCheck
{
    private const int MostStudents = 5_000, MostSkills = 2_000, MostPrerequisites = 64, MostStations = 100;
    private const int MostNumber = 1_000, MostAdults = 100, LongestMaterials = 1_000, LongestTile = 24, LongestCode = 64;

    public static PutRefusal? Find(string id, ClassroomPut body, bool allowEmpty) =>
        (RecordId.IsValid(id) ? null : new PutRefusal(PutRefusal.BadId, "A classroom's id is 1-64 characters [A-Za-z0-9._:-]."))
        ?? Name("The classroom", id, body.Name)
        ?? List("students", body.Students, student => student.Id, MostStudents, allowEmpty)
        ?? List("skills", body.Skills, skill => skill.Id, MostSkills, allowEmpty)
        ?? List("stations", body.Stations, station => station.Id, MostStations, allowEmpty)
        ?? First(body.Students, student => Name("The student", student.Id, student.Name))
        ?? First(body.Skills, Skill)
        ?? First(body.Stations, Station);

    private static PutRefusal? Skill(SkillPut skill) =>
        Name("The skill", skill.Id, skill.Name)
        ?? Name("The skill", skill.Id, skill.NameEs)
        ?? Short("tile", skill.Id, skill.Tile, LongestTile)
        ?? Short("code", skill.Id, skill.Code, LongestCode)
        ?? List($"prerequisites of '{skill.Id}'", skill.Prerequisites, prerequisite => prerequisite, MostPrerequisites, allowEmpty: true);

    private static PutRefusal? Station(StationPut station) =>
        Name("The station", station.Id, station.Name)
        ?? Number(station, "number", station.Number, 1, MostNumber)
        ?? Number(station, "capacity", station.Capacity, 1, MostNumber)
        ?? Number(station, "adults", station.Adults, 0, MostAdults)
        ?? (station.Materials is null || RecordId.IsText(station.Materials, LongestMaterials) ? null : new PutRefusal(
            PutRefusal.BadName, $"The materials of the station '{station.Id}' are at most {LongestMaterials} characters without control characters."))
        ?? (station.Kind is null || Enum.IsDefined(station.Kind.Value) ? null : new PutRefusal(
            PutRefusal.BadNumber, $"The station '{station.Id}' has no known kind."));

    private static PutRefusal? Name(string what, string id, string? name) => name is null || RecordId.IsName(name)
        ? null
        : new PutRefusal(PutRefusal.BadName, $"{what} '{id}' needs a name of 1-{RecordId.MaxName} characters without control characters, or none.");

    private static PutRefusal? Short(string what, string id, string? text, int longest) => text is null || (RecordId.IsName(text) && text.Length <= longest)
        ? null
        : new(PutRefusal.BadName, $"The {what} of the skill '{id}' is 1-{longest} characters without control characters, or left out.");

    private static PutRefusal? Number(StationPut station, string what, int? value, int least, int most) => value is null || (value >= least && value <= most)
        ? null
        : new PutRefusal(PutRefusal.BadNumber, $"The {what} of the station '{station.Id}' must be {least} to {most}.");

    private static PutRefusal? List<TEntry>(string what, IReadOnlyList<TEntry>? list, Func<TEntry, string> id, int most, bool allowEmpty)
    {
        if (list is null) return null;
        if (list.Count == 0 && !allowEmpty)
            return new(PutRefusal.EmptyList, $"The list of {what} is empty. If that is meant, send it with allowEmpty=true; to change nothing, leave it out.");
        if (list.Count > most) return new(PutRefusal.TooMany, $"There are {list.Count} {what}; {most} are taken at most.");
        var seen = new HashSet<string>(list.Count, StringComparer.Ordinal);
        for (var i = 0; i < list.Count; i++)
        {
            if (!RecordId.IsValid(id(list[i]))) return new(PutRefusal.BadId, $"Entry {i} of {what}: an id is 1-64 characters [A-Za-z0-9._:-].");
            if (!seen.Add(id(list[i]))) return new(PutRefusal.DuplicateId, $"'{id(list[i])}' stands twice in {what}.");
        }

        return null;
    }

    private static PutRefusal? First<TEntry>(IReadOnlyList<TEntry>? list, Func<TEntry, PutRefusal?> check) =>
        list?.Select(check).FirstOrDefault(refusal => refusal is not null);
}
