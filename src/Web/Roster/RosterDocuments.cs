namespace LiveClass.Web.Roster;

// For the API document alone: bodies are read by RosterBodies.

/// <summary>A classroom as it is sent. A key that is absent changes nothing.</summary>
internal sealed class ClassroomDocument
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The skills that it uses, in order: the whole list.</summary>
    public SkillDocument[]? Skills { get; init; }

    /// <summary>Its students: the whole list. Who is left out is ended, never deleted.</summary>
    public StudentDocument[]? Students { get; init; }

    /// <summary>Its stations: the whole list.</summary>
    public StationDocument[]? Stations { get; init; }
}

/// <summary>A skill of the school.</summary>
internal sealed class SkillDocument
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name; replaces the school's.</summary>
    public string? Name { get; init; }

    /// <summary>Its direct prerequisites; replace the school's.</summary>
    public string[]? Prerequisites { get; init; }

    /// <summary>Its name at the head of a column, at most 24 characters; without one it is cut from the name.</summary>
    public string? Tile { get; init; }

    /// <summary>Its code in a standard.</summary>
    public string? Code { get; init; }

    /// <summary>Its name in other languages.</summary>
    public SkillNamesDocument? Names { get; init; }
}

/// <summary>A skill's name in other languages.</summary>
internal sealed class SkillNamesDocument
{
    /// <summary>In Spanish.</summary>
    public string? Es { get; init; }
}

/// <summary>A student.</summary>
internal sealed class StudentDocument
{
    /// <summary>The student's id.</summary>
    public required string Id { get; init; }

    /// <summary>The student's name.</summary>
    public string? Name { get; init; }

    /// <summary>All that the student's page does otherwise: extraTime, readAloud, largerType125, largerType150, fewerItems, calm.</summary>
    public string[]? Accommodations { get; init; }
}

/// <summary>A station. A new one needs a kind and a capacity.</summary>
internal sealed class StationDocument
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its number.</summary>
    public int? Number { get; init; }

    /// <summary>teacherLed, online, collaborative, independent, project or assessment.</summary>
    public string? Kind { get; init; }

    /// <summary>How many students it holds.</summary>
    public int? Capacity { get; init; }

    /// <summary>How many adults are there.</summary>
    public int? Adults { get; init; }

    /// <summary>What to take.</summary>
    public string? Materials { get; init; }
}

/// <summary>Items of the school.</summary>
internal sealed class ItemsDocument
{
    /// <summary>The items; what is left out is not touched.</summary>
    public required ItemDocument[] Items { get; init; }
}

/// <summary>One item.</summary>
internal sealed class ItemDocument
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its skills; a new item needs at least one.</summary>
    public string[]? Skills { get; init; }

    /// <summary>practice, formative, interim or summative.</summary>
    public string? Kind { get; init; }

    /// <summary>How many choices it offers; 0 where it is not a choice.</summary>
    public int? Options { get; init; }

    /// <summary>Where it is.</summary>
    public string? Url { get; init; }

    /// <summary>How many minutes it takes.</summary>
    public double? Minutes { get; init; }
}
